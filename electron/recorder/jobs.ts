import type { EntityId } from '../../vocabulary/ids.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { Desk, Job, JobKind } from './desk.ts';

/** Running long work, by its number. */
export interface Jobs {
  readonly run: Desk['job'];
  readonly cancel: (job: EntityId) => void;
  /** Cancels everything and does `then` in the moment when nothing runs: only then may the record be closed. */
  readonly cancelAll: <T>(then: () => T) => Promise<T>;
}

/** News of progress at most this often: a screen paints no faster. */
const NEWS_MS = 100;

export function createJobs(newId: () => EntityId, now: () => number, tell: Desk['tell']): Jobs {
  const running = new Map<EntityId, { readonly control: AbortController; readonly ended: Promise<void> }>();
  return {
    run: async <T>(kind: JobKind, work: (job: Job) => Promise<Result<T>>): Promise<Result<T>> => {
      const job = newId();
      const control = new AbortController();
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      running.set(job, { control, ended });
      let last = { done: 0, total: 0, at: Number.NEGATIVE_INFINITY };
      const progress = (done: number, total: number) => {
        const at = now();
        if (at - last.at < NEWS_MS && done < total) return;
        last = { done, total, at };
        tell('job', { job, kind, done, total, finished: false });
      };
      try {
        return await work({ signal: control.signal, progress });
      } finally {
        running.delete(job);
        end();
        tell('job', { job, kind, done: last.done, total: last.total, finished: true });
      }
    },
    cancel: (job) => running.get(job)?.control.abort(),
    cancelAll: async (then) => {
      while (running.size > 0) {
        for (const { control } of running.values()) control.abort();
        await Promise.all([...running.values()].map(({ ended }) => ended));
      }
      return then(); // no `await` in between: a job could begin in it
    },
  };
}
