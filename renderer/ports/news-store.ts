import type { z } from 'zod';
import type { hostPort } from '../../electron/ports/host-port.ts';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import type { Ports } from './connect.ts';

export type ProcessNews = z.output<(typeof hostPort)['news']['process']>;
type JobNews = z.output<(typeof recorderPort)['news']['job']>;
type SavedNews = z.output<(typeof recorderPort)['news']['saved']>;

/** What was told unasked: state of the processes, long jobs, the last saved entry, troubles. */
export interface NewsState {
  readonly processes: ReadonlyMap<ProcessNews['process'], ProcessNews>;
  readonly jobs: ReadonlyMap<string, JobNews & { readonly startedAt: number }>;
  readonly saved: SavedNews | null;
  readonly trouble: Fault | null;
}

export interface NewsStore {
  readonly get: () => NewsState;
  readonly listen: (ear: () => void) => () => void;
  readonly dismissProcess: (process: ProcessNews['process']) => void;
  readonly dismissTrouble: () => void;
}

/** A finished job leaves the foot line; its start is kept for the time left. */
function hearJob(jobs: NewsState['jobs'], news: JobNews, now: number): NewsState['jobs'] {
  const next = new Map(jobs);
  if (news.finished) next.delete(news.job);
  else next.set(news.job, { ...news, startedAt: jobs.get(news.job)?.startedAt ?? now });
  return next;
}

export function startNewsStore(ports: Ports, now: () => number): NewsStore {
  let state: NewsState = { processes: new Map(), jobs: new Map(), saved: null, trouble: null };
  const ears = new Set<() => void>();
  const become = (part: Partial<NewsState>) => {
    state = { ...state, ...part };
    for (const ear of [...ears]) ear();
  };
  ports.host.on('process', (news) => become({ processes: new Map(state.processes).set(news.process, news) }));
  ports.recorder.on('job', (news) => become({ jobs: hearJob(state.jobs, news, now()) }));
  ports.recorder.on('saved', (saved) => become({ saved }));
  // the port has checked that the code is one of ours
  ports.recorder.on('trouble', (news) => become({ trouble: news as Fault }));
  return {
    get: () => state,
    listen: (ear) => {
      ears.add(ear);
      return () => ears.delete(ear);
    },
    dismissProcess: (process) => {
      const processes = new Map(state.processes);
      processes.delete(process);
      become({ processes });
    },
    dismissTrouble: () => become({ trouble: null }),
  };
}
