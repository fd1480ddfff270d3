import type { EntityId } from '../../vocabulary/ids.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { Desk, Job, JobKind } from './desk.ts';

/** Running long work, by its number. */
export interface Jobs {
  readonly run: Desk['job'];
  readonly cancel: (job: EntityId) => void;
  readonly cancelAll: () => void;
}

/** News of progress at most this often: a screen paints no faster. */
const NEWS_MS = 100;

export function createJobs(newId: () => EntityId, now: () => number, tell: Desk['tell']): Jobs {
  const running = new Map<EntityId, AbortController>();
  return {
    run: async <T>(kind: JobKind, work: (job: Job) => Promise<Result<T>>): Promise<Result<T>> => {
      const job = newId();
      const control = new AbortController();
      running.set(job, control);
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
        tell('job', { job, kind, done: last.done, total: last.total, finished: true });
      }
    },
    cancel: (job) => running.get(job)?.abort(),
    cancelAll: () => {
      for (const control of running.values()) control.abort();
    },
  };
}
