import { expect, test } from 'vitest';
import { isoDate } from '../../vocabulary/time.ts';
import { chainSteps } from './chain-steps.ts';
import { judgeChain, judgeCycles } from './judge-chain.ts';

const date = isoDate.parse('2026-01-15');

test('a result that belongs to another step counts as not known', () => {
  const steps = [
    { step: 'prediction', result: 'effective' },
    { step: 'verification', result: 'noDanger' },
  ] as const;
  expect(judgeChain('regional', steps, date)).toMatchObject({ status: 'unknown', reason: 'missing:prediction' });
});

test('a cycle that could not be judged is no clear cycle, and other indices are no cycles', () => {
  const cycle = (status: 'pass' | 'fail' | 'unknown') => ({ rule: 'gas.outburst.faceIndex', verdict: { status } });
  const seam = { rule: 'gas.outburst.seam', verdict: { status: 'pass' as const } };
  expect(judgeCycles([cycle('pass'), cycle('unknown')], date)?.status).toBe('fail');
  expect(judgeCycles([cycle('unknown'), cycle('pass')], date)?.status).toBe('unknown');
  expect(judgeCycles([cycle('pass'), seam, cycle('pass')], date)?.status).toBe('pass');
  expect(judgeCycles([seam], date)).toBeNull();
});

const good = {
  regional: [
    { step: 'prediction', result: 'danger' },
    { step: 'measures', result: 'done' },
    { step: 'effectCheck', result: 'effective' },
    { step: 'verification', result: 'noDanger' },
  ],
  local: [
    { step: 'prediction', result: 'danger' },
    { step: 'measures', result: 'done' },
    { step: 'effectCheck', result: 'effective' },
    { step: 'protection', result: 'done' },
  ],
} as const;

test('the steps of a region and of a face in their order, with the results each may have', () => {
  const first = [
    { step: 'prediction', results: ['noDanger', 'danger'] },
    { step: 'measures', results: ['done', 'notDone'] },
    { step: 'effectCheck', results: ['effective', 'ineffective'] },
  ];
  expect(chainSteps('regional')).toEqual([...first, { step: 'verification', results: ['noDanger', 'danger'] }]);
  expect(chainSteps('local')).toEqual([...first, { step: 'protection', results: ['done', 'notDone'] }]);
});

test.each(['regional', 'local'] as const)(
  '%s: four good steps hold, one missing leaves it open, one bad breaks it',
  (chain) => {
    expect(judgeChain(chain, good[chain], date)).toMatchObject({ outcome: 'holds', status: 'pass' });
    for (const { step } of good[chain].slice(1)) {
      const without = good[chain].filter((one) => one.step !== step);
      expect(judgeChain(chain, without, date)).toMatchObject({ status: 'unknown', reason: `missing:${step}` });
    }
    const idle = good[chain].map((one) =>
      one.step === 'measures' ? { step: one.step, result: 'notDone' as const } : one,
    );
    expect(judgeChain(chain, idle, date)).toMatchObject({ outcome: 'broken', results: { fails: ['measures'] } });
  },
);

test('a cycle that shows danger makes a face dangerous, and one that does not apply is not known', () => {
  const cycle = (status: 'pass' | 'fail' | 'notApplicable') => ({
    rule: 'gas.outburst.faceIndex',
    verdict: { status },
  });
  expect(judgeCycles([cycle('fail'), cycle('pass')], date)).toMatchObject({
    status: 'fail',
    facts: { thisCycle: 'danger', previousCycle: 'noDanger' },
  });
  expect(judgeCycles([cycle('pass')], date)).toMatchObject({ status: 'fail', facts: { previousCycle: null } });
  expect(judgeCycles([cycle('notApplicable'), cycle('pass')], date)?.status).toBe('unknown');
});
