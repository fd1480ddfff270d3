import { readdirSync, readFileSync } from 'node:fs';

/** The memory and processor time of another process, from /proc. Linux only. */
export interface ProcessFigures {
  /** Average resident megabytes over the first and last tenth of the second half, the first being warm-up. */
  readonly startMb: number;
  readonly endMb: number;
  readonly highestMb: number;
  /** Straight line through all samples of the second half. */
  readonly slopeMbPerMinute: number;
  /** Processor seconds per second of run. */
  readonly shareOfCore: number;
}

interface Sample {
  readonly atMs: number;
  readonly mb: number;
}

const TICKS_PER_SECOND = 100;
const KB_PER_MB = 1024;
/** The caches of the runtime fill for minutes. */
const WARM_UP_SHARE = 0.5;

/** The process that runs this program with this argument. */
export function findProcess(program: string, argument: string): number {
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const words = readOrEmpty(`/proc/${entry}/cmdline`).split('\0');
    if (words.includes(argument) && words.includes(program)) return Number(entry);
  }
  throw new Error(`no process runs ${program}`);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

const residentMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readOrEmpty(`/proc/${pid}/status`))?.[1] ?? Number.NaN) / KB_PER_MB;

/** User and system time of the process. The name in brackets may hold spaces, so it is cut off first. */
function processorSeconds(pid: number): number {
  const fields = readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Looks at the process every second; the function returned stops and gives the figures. */
export function watchProcess(pid: number): () => ProcessFigures {
  const startAt = performance.now();
  const startSeconds = processorSeconds(pid);
  const samples: Sample[] = [];
  const timer = setInterval(() => samples.push({ atMs: performance.now() - startAt, mb: residentMb(pid) }), 1_000);
  return () => {
    clearInterval(timer);
    const lastedMs = performance.now() - startAt;
    const shareOfCore = ((processorSeconds(pid) - startSeconds) * 1_000) / lastedMs;
    const warm = lastedMs * WARM_UP_SHARE;
    return { ...memoryFigures(samples.filter(({ atMs }) => atMs >= warm)), shareOfCore };
  };
}

function memoryFigures(samples: readonly Sample[]): Omit<ProcessFigures, 'shareOfCore'> {
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const average = (some: readonly Sample[]) => some.reduce((sum, { mb }) => sum + mb, 0) / some.length;
  return {
    startMb: average(samples.slice(0, tenth)),
    endMb: average(samples.slice(-tenth)),
    highestMb: Math.max(...samples.map(({ mb }) => mb)),
    slopeMbPerMinute: slopeOf(samples) * 60_000,
  };
}

/** A straight line through the samples by least squares, megabytes per millisecond. */
export function slopeOf(samples: readonly Sample[]): number {
  const meanAt = samples.reduce((sum, { atMs }) => sum + atMs, 0) / samples.length;
  const meanMb = samples.reduce((sum, { mb }) => sum + mb, 0) / samples.length;
  const spread = samples.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0);
  return samples.reduce((sum, { atMs, mb }) => sum + (atMs - meanAt) * (mb - meanMb), 0) / spread;
}
