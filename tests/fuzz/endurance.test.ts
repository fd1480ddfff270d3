import { expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { describeFigures } from '../endurance/describe-figures.ts';
import { runEndurance } from '../endurance/endurance.ts';
import { goals, judgeFigures, type Limits } from '../endurance/judge-figures.ts';

// A minute of `npm run endurance`, which is the long run; a greater test scale does not lengthen it, a smaller one shortens it.

const SECONDS = Math.max(30, Math.min(60, scaled(60)));
const SEED = 7;

/** Room for a machine that is busy with other tests: a second and a half on every edge. A minute says nothing of memory. */
const ROOM_MS = 1_500;
const limits: Limits = {
  gapEdgeMs: goals.gapEdgeMs + ROOM_MS,
  reconnectMs: goals.reconnectMs + ROOM_MS,
  staleOverMs: goals.staleOverMs + ROOM_MS,
  slopeMbPerMinute: null,
  eventsPerMinute: goals.eventsPerMinute,
};
/** Between the start of the listener and its warm size; a leak of a megabyte a second would show. */
const MOST_GROWTH_MB = 60;

test('the listener loses no frame, makes none up and keeps all while cables and recorder suffer', async () => {
  const figures = await runEndurance({ seconds: SECONDS, seed: SEED });
  const again = `node tests/endurance/run.ts --minutes ${SECONDS / 60} --seed ${SEED}`;
  expect(judgeFigures(figures, limits), `${describeFigures(figures)}\nagain: ${again}`).toEqual([]);
  expect(figures.process.endMb - figures.process.startMb).toBeLessThan(MOST_GROWTH_MB);
});
