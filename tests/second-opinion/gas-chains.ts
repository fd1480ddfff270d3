import { type SecondRule, secondRule, yes } from './opinion.ts';

// The two chains of outburst prevention (防突细则 art. 5, 6, 75, 84), and how often the locks are tried. Inspected on 2026-01-15.

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

const locks = secondRule({
  id: 'gas.lock.test',
  input: (r) => ({
    lastLockTest_date: new Date(
      Date.parse(r.pick(['2025-12-31', '2025-07-15', '2026-01-15'] as const)) + (r.below(5) - 2) * 86_400_000,
    )
      .toISOString()
      .slice(0, 10),
    mayStopLocalFan: yes(r),
    inspection_date: '2026-01-15',
  }),
  expected: (i) => {
    const earliest = i.mayStopLocalFan ? '2025-07-15' : '2025-12-31';
    if (i.lastLockTest_date > i.inspection_date) return { verdict: 'invalid-date' };
    return { verdict: i.lastLockTest_date >= earliest ? 'pass' : 'fail' };
  },
});

export const chainRules: readonly SecondRule[] = [regional, local, twoCycles, locks];
