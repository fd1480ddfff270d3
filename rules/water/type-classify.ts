import { type Exact, exact } from '../decimal.ts';
import { choice, flag, number, optional } from '../facts/fact.ts';
import { rowValue } from '../packs/rows.ts';
import { defineRule } from '../rule.ts';
import { derive } from '../workings.ts';

const types = ['simple', 'medium', 'complex', 'extreme'] as const;
const goafRank = { none: 0, 'small-known': 1, 'small-unknown': 2, 'large-unknown': 3 } as const;

/** Hydrogeological type: the worst row decides (就高不就低). A kind, not a pass or a fail. */
export const typeClassify = defineRule({
  id: 'water.type.classify',
  families: ['water'],
  facts: {
    unitInflow_LPerSM: number(),
    meanInflow_m3PerH: number(),
    maxInflow_m3PerH: number(),
    inrush_m3PerH: number(),
    /** The figures of the north-west; Shanxi is not counted there (待核), so absent is no. */
    northwest: optional(flag()),
    goafWater: choice(['none', 'small-known', 'small-unknown', 'large-unknown']),
  },
  statuses: { simple: 'notApplicable', medium: 'notApplicable', complex: 'notApplicable', extreme: 'notApplicable' },
  lists: ['decidedBy'],
  evaluate: (facts, law) => {
    const region = facts.northwest ? 'Northwest' : '';
    const rank = (key: string, size: Exact): number => Number(rowValue(law.table('water', key), size));
    const ranks = {
      goafWater: goafRank[facts.goafWater],
      inrush: rank('type.inrush', facts.inrush_m3PerH),
      maxInflow: rank(`type.maxInflow${region}`, facts.maxInflow_m3PerH),
      meanInflow: rank(`type.meanInflow${region}`, facts.meanInflow_m3PerH),
      unitInflow: rank('type.unitInflow', facts.unitInflow_LPerSM),
    };
    const worst = Math.max(...Object.values(ranks));
    const decidedBy = Object.entries(ranks).flatMap(([name, value]) => (value === worst ? [name] : []));
    const kindOf = (name: keyof typeof ranks, fact: string) => ({ value: exact(ranks[name] + 1), unit: '', fact });
    const { working } = derive('N = max(N_1; N_2; N_3; N_4; N_5)', '', {
      N_1: kindOf('goafWater', 'goafWater'),
      N_2: kindOf('inrush', 'inrush_m3PerH'),
      N_3: kindOf('maxInflow', 'maxInflow_m3PerH'),
      N_4: kindOf('meanInflow', 'meanInflow_m3PerH'),
      N_5: kindOf('unitInflow', 'unitInflow_LPerSM'),
    });
    return {
      outcome: types[worst] ?? 'extreme',
      results: { decidedBy },
      citations: [law.clause('water', 'type')],
      workings: [working],
    };
  },
});
