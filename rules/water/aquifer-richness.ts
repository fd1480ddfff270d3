import { number } from '../facts/fact.ts';
import { rowValue } from '../packs/rows.ts';
import { defineRule } from '../rule.ts';

const grades = ['weak', 'medium', 'strong', 'very-strong'] as const;

/** How rich in water an aquifer is, by its unit inflow. A kind, not a pass or a fail. */
export const aquiferRichness = defineRule({
  id: 'water.aquifer.richness',
  families: ['water'],
  facts: { unitInflow_LPerSM: number() },
  statuses: { weak: 'notApplicable', medium: 'notApplicable', strong: 'notApplicable', 'very-strong': 'notApplicable' },
  evaluate: ({ unitInflow_LPerSM: inflow }, law) => {
    const table = law.table('water', 'richness');
    return { outcome: grades[Number(rowValue(table, inflow))] ?? 'very-strong', citations: [table.citation] };
  },
});
