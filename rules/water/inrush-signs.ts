import { codes } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';

/** The fifteen signs of art. 288. */
export const inrushSigns = [
  'coal-wet',
  'red-stain',
  'sweating',
  'air-cold',
  'mist',
  'water-sound',
  'roof-pressure',
  'rib-spalling',
  'dripping-increase',
  'floor-heave',
  'crack-seepage',
  'hole-spray',
  'wall-burst',
  'turbid-water',
  'odour',
] as const;

const known: ReadonlySet<string> = new Set(inrushSigns);

/** Any sign: stop, withdraw everyone at threatened places, report. Codes that are no sign of the list are ignored. */
export const signsOfInrush = defineRule({
  id: 'water.inrush.signs',
  families: ['safety'],
  facts: { signsSeen: codes(inrushSigns) },
  statuses: { evacuate: 'fail', 'no-sign': 'pass' },
  onFail: { severity: 'general', actions: ['stop-work', 'withdraw', 'investigate', 'treat'] },
  lists: ['signs'],
  evaluate: ({ signsSeen }, law) => {
    const signs = [...new Set(signsSeen)].filter((code) => known.has(code)).sort();
    return {
      outcome: signs.length > 0 ? 'evacuate' : 'no-sign',
      results: { signs },
      citations: [law.clause('safety', 'inrush.signs')],
    };
  },
});
