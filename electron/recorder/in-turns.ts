import type { Steps } from '../../drivers/log-import/steps.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Job } from './desk.ts';

/** The longest stretch of work before an answer given meanwhile has its turn. */
const SLICE_MS = 15;
/** Progress is told in thousandths. */
const WHOLE = 1000;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Does work in steps with a turn of the event loop between slices; `from` and `to` are its part of the job. Fault: cancelled. */
export async function inTurns<T>(steps: Steps<T>, { signal, progress }: Job, from = 0, to = 1): Promise<Result<T>> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done) return ok(next.value);
      if (performance.now() < until) continue;
      progress(Math.floor((from + next.value * (to - from)) * WHOLE), WHOLE);
      break;
    }
    await nextTurn();
    if (signal.aborted) return fail({ code: 'cancelled' });
  }
}
