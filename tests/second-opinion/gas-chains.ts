import { type SecondRule, secondRule } from './opinion.ts';

// The two chains of outburst prevention (防突细则 art. 5, 6, 75, 84).

const danger = ['danger', 'noDanger'] as const;
const done = ['done', 'notDone'] as const;
const effect = ['effective', 'ineffective'] as const;

const chain = (fails: readonly string[]) => ({ verdict: fails.length > 0 ? 'broken' : 'holds', fails });

const regional = secondRule({
  id: 'gas.outburst.regional',
  sets: ['fails'],
  input: (r) => ({
    prediction: r.pick(danger),
    measures: r.pick(done),
    effectCheck: r.pick(effect),
    verification: r.pick(danger),
  }),
  // Where no danger was predicted nothing had to be treated; the verification is owed in every region.
  notAsked: (i) => (i.prediction === 'danger' ? [] : ['measures', 'effectCheck']),
  expected: (i) => {
    const treated = i.prediction === 'danger';
    const untreated = treated && i.measures === 'notDone' ? ['measures'] : [];
    const useless = treated && i.effectCheck === 'ineffective' ? ['effectCheck'] : [];
    return chain([...untreated, ...useless, ...(i.verification === 'danger' ? ['verification'] : [])]);
  },
});

const local = secondRule({
  id: 'gas.outburst.local',
  sets: ['fails'],
  // A face that nobody predicted is dangerous.
  mayBeNull: ['prediction'],
  input: (r) => ({
    prediction: r.below(4) === 0 ? null : r.pick(danger),
    measures: r.pick(done),
    effectCheck: r.pick(effect),
    protection: r.pick(done),
  }),
  notAsked: (i) => (i.prediction === 'noDanger' ? ['measures', 'effectCheck'] : []),
  expected: (i) => {
    const treated = i.prediction !== 'noDanger';
    const untreated = treated && i.measures === 'notDone' ? ['measures'] : [];
    const useless = treated && i.effectCheck === 'ineffective' ? ['effectCheck'] : [];
    return chain([...untreated, ...useless, ...(i.protection === 'notDone' ? ['protection'] : [])]);
  },
});

const twoCycles = secondRule({
  id: 'gas.outburst.twoCycles',
  input: (r) => ({ thisCycle: r.pick(danger), previousCycle: r.below(4) === 0 ? null : r.pick(danger) }),
  expected: (i) => ({
    verdict: i.thisCycle === 'noDanger' && i.previousCycle === 'noDanger' ? 'no-danger-face' : 'danger-face',
  }),
});

export const chainRules: readonly SecondRule[] = [regional, local, twoCycles];
