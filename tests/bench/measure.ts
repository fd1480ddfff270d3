import process from 'node:process';

/** What one contender measured, by name. Times in milliseconds, sizes in bytes. */
export type Figures = Readonly<Record<string, number>>;

/** A contender works in a process of its own, in an empty folder, on the fixtures of the run. */
export type Contender = (parts: {
  readonly folder: string;
  readonly fixtures: string;
  readonly size: number;
}) => Figures | Promise<Figures>;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Times of many single calls after a warm-up. */
export function timeCalls(count: number, call: (index: number) => void): Figures {
  const warm = Math.ceil(count / 10);
  for (let index = 0; index < warm; index += 1) call(index);
  const times: number[] = [];
  const from = process.cpuUsage();
  for (let index = warm; index < warm + count; index += 1) {
    const start = performance.now();
    call(index);
    times.push(performance.now() - start);
  }
  return { ...spreadOf(times), cpuMs: cpuSince(from) / count };
}

/** Times of several questions asked by turns, so that what else the machine does meanwhile falls on all of them alike. */
export function timeInTurns(
  count: number,
  questions: Readonly<Record<string, () => void>>,
): Readonly<Record<string, { readonly p50: number; readonly p99: number }>> {
  const all = Object.entries(questions).map(([name, ask]) => {
    const times: number[] = [];
    return { name, ask, times };
  });
  const warm = Math.ceil(count / 10);
  for (let turn = 0; turn < warm + count; turn += 1) {
    for (const { ask, times } of all) {
      const start = performance.now();
      ask();
      if (turn >= warm) times.push(performance.now() - start);
    }
  }
  return Object.fromEntries(all.map(({ name, times }) => [name, spreadOf(times)]));
}

export function spreadOf(times: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

const cpuSince = (from: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/** How long a work takes by the clock and by the processor, and how much memory it needs above what was in use before. */
export async function timeWork(work: () => unknown): Promise<Figures> {
  const idle = process.memoryUsage().rss;
  const from = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  return { ms, cpuMs: cpuSince(from), rssBytes: process.resourceUsage().maxRSS * 1024 - idle };
}

/** The same done a second time, when the code is warm: a device does it again and again. */
export async function timeWarm(work: () => unknown): Promise<Figures> {
  await work();
  return timeWork(work);
}
