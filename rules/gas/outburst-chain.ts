import { choice, type FactsOf, optional } from '../facts/fact.ts';
import type { Law } from '../packs/law.ts';
import { defineRule, type Finding, lacking, type Undecided } from '../rule.ts';

/** One step of a chain: what it says, and which word of it breaks the chain. */
type Step = readonly [key: string, said: string | null, bad: string];

const done = () => optional(choice(['done', 'notDone']));
const danger = () => optional(choice(['danger', 'noDanger']));
const effect = () => optional(choice(['effective', 'ineffective']));

const statuses = { holds: 'pass', broken: 'fail' } as const;
const onFail = { severity: 'general', actions: ['stopHeading', 'treat'] } as const;

/** A step that says bad breaks the chain whatever is not yet known; only when all have spoken well does it hold. */
function walk(steps: readonly Step[], citations: Finding['citations']): Finding | Undecided {
  const fails = steps.filter(([, said, bad]) => said === bad).map(([key]) => key);
  if (fails.length > 0) return { outcome: 'broken', results: { fails }, citations };
  const open = steps.find(([, said]) => said === null);
  return open ? lacking(open[0]) : { outcome: 'holds', results: { fails: [] }, citations };
}

const regionalFacts = { prediction: danger(), measures: done(), effectCheck: effect(), verification: danger() };

const cited = (law: Law, ...keys: readonly string[]) => keys.map((key) => law.clause('outburst', key));

/** 区域四位一体 (防突细则 art. 5): measures and their check where danger was predicted, verification always. */
export const outburstRegional = defineRule({
  id: 'gas.outburst.regional',
  families: ['outburst'],
  facts: regionalFacts,
  statuses,
  onFail,
  lists: ['fails'],
  evaluate: (facts: FactsOf<typeof regionalFacts>, law) => {
    const { prediction, measures, effectCheck, verification } = facts;
    const treated: readonly Step[] = [
      ['measures', measures, 'notDone'],
      ['effectCheck', effectCheck, 'ineffective'],
    ];
    const steps: readonly Step[] = [
      ['prediction', prediction, 'never'],
      ...(prediction === 'danger' ? treated : []),
      ['verification', verification, 'danger'],
    ];
    return walk(steps, cited(law, 'chain', 'chain.both'));
  },
});

const localFacts = { prediction: danger(), measures: done(), effectCheck: effect(), protection: done() };

/** 局部四位一体 (art. 5): a face that was not predicted counts as dangerous (art. 75); protective measures always. */
export const outburstLocal = defineRule({
  id: 'gas.outburst.local',
  families: ['outburst'],
  facts: localFacts,
  statuses,
  onFail,
  lists: ['fails'],
  evaluate: (facts: FactsOf<typeof localFacts>, law) => {
    const { prediction, measures, effectCheck, protection } = facts;
    const treated: readonly Step[] = [
      ['measures', measures, 'notDone'],
      ['effectCheck', effectCheck, 'ineffective'],
    ];
    const steps: readonly Step[] = [
      ...(prediction === 'noDanger' ? [] : treated),
      ['protection', protection, 'notDone'],
    ];
    const keys = prediction === null ? ['chain', 'chain.both', 'chain.noPrediction'] : ['chain', 'chain.both'];
    return walk(steps, cited(law, ...keys));
  },
});

/** A face is free of danger only if this and the cycle before it predict none (art. 84); without one before it is not. */
export const outburstTwoCycles = defineRule({
  id: 'gas.outburst.twoCycles',
  families: ['outburst'],
  facts: {
    thisCycle: choice(['danger', 'noDanger']),
    previousCycle: optional(choice(['danger', 'noDanger'])),
  },
  statuses: { 'no-danger-face': 'pass', 'danger-face': 'fail' },
  onFail,
  evaluate: ({ thisCycle, previousCycle }, law) => ({
    outcome: thisCycle === 'noDanger' && previousCycle === 'noDanger' ? 'no-danger-face' : 'danger-face',
    citations: cited(law, 'chain.twice', ...(previousCycle === null ? ['chain.noPrediction'] : [])),
  }),
});
