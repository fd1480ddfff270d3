import { expect, test } from 'vitest';
import { isoDate } from '../../vocabulary/time.ts';
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
