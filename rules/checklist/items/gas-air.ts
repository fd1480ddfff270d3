import { byRule } from '../by-rule.ts';
import { type Criterion, type ItemDraft, itemsOf } from '../item.ts';
import { gasAirWords } from '../words/gas-air.words.ts';

/** A reading of the detector, or a figure read off a tube or a board. */
const read = (
  criterion: Criterion,
  each: ItemDraft['each'],
  source: string,
  more: Partial<ItemDraft> = {},
): ItemDraft => ({
  each: each ?? 'mine',
  evidence: ['detector'],
  criterion,
  actions: ['investigate', 'treat'],
  ruleSources: [['safety', source]],
  ...more,
});

/** Going on while gas is over its figure is a major hazard: whether work went on, the inspector sees. */
const overLimit = { severity: 'possible', sources: [['hazard', 'gas']] } as const;

const toxic = (gas: string) => byRule('gas.toxic.limit', { preset: { gas } });
const air = (gas: string) => byRule('gas.air.composition', { preset: { gas } });

const heat = (airPlace: string) => byRule('gas.air.temperature', { preset: { airPlace } });
/** What only headings or only faces are asked is no question elsewhere. */
const speed = (airway: string, unasked: Record<string, null>) =>
  byRule('gas.air.speed', { preset: { airway, ...unasked } });
const metered = { evidence: ['number'], actions: ['treat'] } as const;

export const gasAirItems = itemsOf('air', gasAirWords, {
  'gas.air.ch4': read(
    byRule('gas.ch4.action', {
      placed: 'location',
      onlyAt: { accumulationVolume_m3: ['localAccumulation'] },
    }),
    'gasPlace',
    'ch4.return',
    overLimit,
  ),
  'gas.air.co2': read(byRule('gas.co2.action', { placed: 'location' }), 'co2Place', 'co2.return', overLimit),
  'gas.air.co': read(toxic('CO'), 'place', 'toxic.CO'),
  'gas.air.h2s': read(toxic('H2S'), 'place', 'toxic.H2S'),
  'gas.air.no2': read(toxic('NO2'), 'mine', 'toxic.NO2'),
  'gas.air.so2': read(toxic('SO2'), 'mine', 'toxic.SO2'),
  'gas.air.nh3': read(toxic('NH3'), 'mine', 'toxic.NH3'),
  'gas.air.o2-intake': read(air('O2-intake'), 'faceIntake', 'air.O2-intake'),
  'gas.air.co2-intake': read(air('CO2-intake'), 'faceIntake', 'air.CO2-intake'),
  'gas.air.h2-charging': read(air('H2-charging'), 'chargingRoom', 'air.H2-charging'),
  'gas.air.temperature': read(heat('workface'), 'workface', 'heat.workface', metered),
  'gas.air.temperature-chamber': read(heat('chamber'), 'mine', 'heat.chamber', metered),
  'gas.air.speed-face': read(speed('face', { rockHeading: null }), 'face', 'speed.most', metered),
  'gas.air.speed-heading': read(speed('heading', { infusionAndSprays: null }), 'heading', 'speed.most', metered),
  'gas.air.speed-main': read(
    speed('mainAirway', { rockHeading: null, infusionAndSprays: null }),
    'mine',
    'speed.mainMost',
    metered,
  ),
  'gas.air.speed-district': read(
    speed('districtAirway', { rockHeading: null, infusionAndSprays: null }),
    'mine',
    'speed.districtMost',
    metered,
  ),
  'gas.air.repower': read(byRule('gas.ch4.repower'), 'mine', 'ch4.repower', { actions: ['cut-power', 'treat'] }),
});
