import { expect, test } from 'vitest';
import { bootId, entityId, instrumentId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { createBatcher } from './batcher.ts';

const gap = (from: number, to: number, cause: 'not_kept' | 'bug') => ({
  from: epochMs.parse(from),
  to: epochMs.parse(to),
  cause,
});

test('an hour in which nothing could be kept is one gap, whatever order its seconds come in; other gaps stay their own', () => {
  const batcher = createBatcher(
    {
      instrumentId: instrumentId.parse('a'.repeat(32)),
      session: entityId.parse('e'.repeat(32)),
      boot: bootId.parse('b'.repeat(32)),
      channels: ['ch1'],
      driver: 'mhz9041a',
      driverVersion: '1',
      settings: {},
    },
    () => entityId.parse('c'.repeat(32)),
  );
  const seconds = Array.from({ length: 3600 }, (_, at) => ((at * 7) % 3600) * 1000);
  for (const from of seconds) batcher.addGap(gap(from, from + 900, 'not_kept'));
  batcher.addGap(gap(1_000, 2_000, 'bug'));
  batcher.addGap(gap(2_000, 3_000, 'bug'));
  expect(batcher.take()?.gaps).toEqual([
    gap(0, 3_599_900, 'not_kept'),
    gap(1_000, 2_000, 'bug'),
    gap(2_000, 3_000, 'bug'),
  ]);
});
