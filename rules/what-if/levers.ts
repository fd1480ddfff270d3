import type { IsoDate } from '../../vocabulary/time.ts';
import { type Exact, exact } from '../decimal.ts';
import { lawOn } from '../packs/law.ts';

/** A fact that can be changed on site, and when the change is enough. */
export interface Lever {
  readonly fact: string;
  readonly direction: 'up' | 'down';
  /** The resolution of the answer, in the fact's unit. */
  readonly step: string;
  /** As far as it can go: a fact of the same case, or a figure. */
  readonly until: string | { readonly fact: string };
  /**
   * `own`: every comparison of this very fact holds; together with the other levers of the rule it is one way.
   * `verdict`: the rule does not fail any more; it is a way of its own.
   */
  readonly enough: 'own' | 'verdict' | { readonly cures: string };
  /** Where the limit changes with the fact. */
  readonly breaks?: (amountOf: (fact: string) => Exact, date: IsoDate) => readonly Exact[];
}

const up = (fact: string, step: string, enough: Lever['enough'], until: Lever['until'] = '1000000'): Lever => ({
  fact,
  direction: 'up',
  step,
  until,
  enough,
});
const down = (fact: string, step: string, enough: Lever['enough']): Lever => ({
  fact,
  direction: 'down',
  step,
  until: '0',
  enough,
});

/** The ends of the rows of the rate tables, as amounts of the drained or the vented gas beside the other. */
const atRows =
  (key: 'faceRate' | 'mineRate', other: string): NonNullable<Lever['breaks']> =>
  (amountOf, date) =>
    lawOn(date)
      .table('drainage', key)
      .rows.flatMap(({ upTo }) => (upTo === null ? [] : [exact(upTo).minus(amountOf(other))]));

const drained = 'drainedPure_m3PerMin';
const vented = 'ventilationEmission_m3PerMin';
const rate = (key: 'faceRate' | 'mineRate'): readonly Lever[] => [
  { ...up(drained, '0.01', 'verdict', '10000'), breaks: atRows(key, vented) },
  { ...down(vented, '0.01', 'verdict'), breaks: atRows(key, drained) },
];

const desorbableRows: NonNullable<Lever['breaks']> = (_, date) =>
  lawOn(date)
    .table('drainage', 'desorbable')
    .rows.flatMap(({ upTo }) => (upTo === null ? [] : [exact(upTo)]));

/** What can be changed for each rule to pass; a rule without a line has nothing that a figure alone could mend. */
export const levers: Readonly<Record<string, readonly Lever[]>> = {
  'gas.face.drainageRate': rate('faceRate'),
  'gas.mine.drainageRate': rate('mineRate'),
  'gas.uniformity.eta': [up('minDrainageTime_d', '0.1', 'verdict', { fact: 'maxDrainageTime_d' })],
  'gas.desorbable.limit': [
    down('desorbableContent_m3PerT', '0.01', 'verdict'),
    { ...down('dailyOutput_t', '1', 'verdict'), breaks: desorbableRows },
  ],
  'gas.outburst.residual': [down('residualPressure_MPa', '0.01', 'own'), down('residualContent_m3PerT', '0.01', 'own')],
  'gas.outburst.region': [down('gasPressure_MPa', '0.01', 'own'), down('gasContent_m3PerT', '0.01', 'own')],
  'gas.outburst.checkPoints': [up('points', '1', 'verdict')],
  'gas.face.airAndMethane': [down('airSpeed_mPerS', '0.01', 'own'), down('returnCH4_pct', '0.01', 'own')],
  'gas.pump.capacity': [
    up('runningPumpCapacity_m3PerMin', '0.1', 'own'),
    up('sparePumpCapacity_m3PerMin', '0.1', 'own'),
  ],
  'gas.hole.suction': [up('holeSuction_kPa', '0.1', 'verdict')],
  'gas.drainage.concentration': [up('concentration_pct', '0.1', 'verdict', '100')],
  'gas.check.frequency': [
    up('ch4Checks_perShift', '1', { cures: 'ch4-checks' }),
    up('co2Checks_perShift', '1', { cures: 'co2-checks' }),
  ],
  'gas.sensor.setting': [
    down('alarm_pct', '0.01', { cures: 'alarm-late' }),
    down('cut_pct', '0.01', { cures: 'cut-late' }),
    down('repower_pct', '0.01', { cures: 'repower-early' }),
  ],
  'water.drill.lead': [up('lead_m', '0.1', 'own'), up('casing_m', '0.1', 'own')],
  'water.casing.pressureTest': [up('testPressure_MPa', '0.01', 'own'), up('hold_min', '1', 'own')],
  'water.inrush.coefficient': [
    up('aquicludeThickness_m', '0.1', 'verdict'),
    down('waterPressure_MPa', '0.01', 'verdict'),
  ],
  'water.pillar.width': [up('actualPillar_m', '0.1', 'verdict')],
  'water.sump.capacity': [up('effectiveVolume_m3', '1', 'verdict')],
  'water.sump.empty': [up('emptyVolume_m3', '1', 'verdict', { fact: 'totalVolume_m3' })],
  'water.probe.permittedAdvance': [down('advance_m', '0.1', 'verdict'), up('holeDepth_m', '0.1', 'verdict')],
};
