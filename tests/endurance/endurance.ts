import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { driverById } from '../../drivers/registry.ts';
import { connectPort } from '../../electron/ports/connect-port.ts';
import { custodyPort } from '../../electron/ports/custody-port.ts';
import { instrumentId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { seededRandom } from '../fuzz/random.ts';
import { disturb, type EventKind } from './chaos-agent.ts';
import { compareLine, type LineFigures, type LineRecord } from './compare-line.ts';
import { detectorsOfRun, type Family } from './families.ts';
import { forkWatched, insideFile } from './fork-watched.ts';
import { createScreen, type Heard, type Screen } from './heard.ts';
import { type InsideFigures, readInside } from './inside-figures.ts';
import { createLine, type Line } from './line.ts';
import { findProcess, type ProcessFigures, watchProcess } from './process-figures.ts';
import { createSickRecorder, type KeptFigures } from './sick-recorder.ts';
import { staleTimeMs } from './stale-time.ts';

export interface EnduranceOptions {
  readonly seconds: number;
  /** Same seed, same events in the same order on each line; what the machine does meanwhile is its own. */
  readonly seed: number;
  /** Where to leave all that was sent and heard, so that a loss can be looked into. */
  readonly log?: string | undefined;
}

export interface EnduranceFigures {
  readonly seed: number;
  readonly seconds: number;
  readonly events: ReadonlyMap<EventKind, number>;
  readonly lines: readonly LineFigures[];
  readonly recorder: {
    readonly batches: number;
    readonly resent: number;
    readonly deaths: number;
    readonly notKept: number;
    readonly keptTwice: number;
    readonly neverShown: number;
  };
  readonly bugs: readonly string[];
  readonly process: ProcessFigures;
  readonly inside: InsideFigures;
  /** How long this process itself, the simulator, was held up at worst. */
  readonly worstStallMs: number;
}

interface RunningLine {
  readonly line: Line;
  readonly heard: Heard;
}

const LISTENER = path.resolve(import.meta.dirname, '../../electron/listener/main.ts');
/** At the end everything is whole for so long, that the last gaps close and the recorder has all. */
const CALM_MS = 10_000;
const CLOSE_MS = 60_000;

const preparedOf = ({ driver, settings }: Family) => {
  const found = driverById(driver);
  if (!found) throw new Error(`no driver ${driver}`);
  return orThrow(found.prepare(settings));
};

/** Runs the real listener process on simulated detectors while cables and the recorder suffer, and compares. */
export async function runEndurance({ seconds, seed, log }: EnduranceOptions): Promise<EnduranceFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingxun-endurance-'));
  const child = forkWatched(LISTENER, folder);
  const lines: RunningLine[] = [];
  try {
    const recorder = createSickRecorder(child.wire, seededRandom(seed));
    const screen = createScreen(child.wire);
    const pid = findProcess(LISTENER, folder);
    // all at once: one that is asked is heard to be silent for some seconds first
    const starting = detectorsOfRun.map(({ name, family }, index) =>
      startLine(screen, createLine(name, family, path.join(folder, `port-${index + 1}`), pid), index + 1),
    );
    lines.push(...(await Promise.all(starting)));
    const stopWatching = watchProcess(pid);
    const stopStalls = watchStalls();
    const until = performance.now() + Math.max(0, seconds * 1_000 - CALM_MS);
    const isOver = () => performance.now() >= until;
    const [events] = await Promise.all([
      disturbAll(lines, seed, until),
      recorder.suffer(seededRandom(seed + 1), isOver),
    ]);
    await sleep(CALM_MS);
    const inside = readInside(insideFile(folder));
    const figures = { process: stopWatching(), inside, worstStallMs: stopStalls() };
    for (const { line } of lines) line.hush();
    await closeListener(child.wire);
    const kept = recorder.kept();
    const recordOf = (number: number) => {
      const id = instrumentOf(number);
      return { arrivals: kept.arrivals.get(id) ?? [], openings: kept.openings.get(id) ?? [] };
    };
    if (log !== undefined) writeLog(log, lines, recordOf);
    return {
      seed,
      seconds,
      events,
      lines: lines.map(({ line, heard }, at) => compareLine(line, heard, recordOf(at + 1), preparedOf(line.family))),
      recorder: compareKept(screen, kept),
      bugs: screen.bugs,
      ...figures,
    };
  } finally {
    child.kill();
    for (const { line } of lines) line.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const instrumentOf = (number: number) => instrumentId.parse(number.toString(16).padStart(32, '0'));

function writeLog(log: string, lines: readonly RunningLine[], recordOf: (number: number) => LineRecord): void {
  const all = lines.map(({ line, heard }, at) => {
    const { name, frames, disturbances } = line;
    return JSON.stringify({ name, frames, disturbances, hushedAt: line.hushedAt(), heard, ...recordOf(at + 1) });
  });
  writeFileSync(log, `${all.join('\n')}\n`);
}

async function startLine(screen: Screen, line: Line, number: number): Promise<RunningLine> {
  await line.plug();
  const { driver, settings } = line.family;
  return { line, heard: await screen.start(driver, line.path, instrumentOf(number), settings) };
}

async function disturbAll(lines: readonly RunningLine[], seed: number, until: number) {
  const done = await Promise.all(
    lines.map(({ line }, index) =>
      disturb(line, {
        random: seededRandom(seed * 1_000 + index),
        until,
        staleMs: staleTimeMs(preparedOf(line.family), line.family),
      }),
    ),
  );
  const counts = new Map<EventKind, number>();
  for (const kind of done.flat()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

async function closeListener(wire: Parameters<typeof connectPort>[1]): Promise<void> {
  const custody = connectPort(custodyPort, wire);
  const closed = await Promise.race([custody.ask('custody/close', {}), sleep(CLOSE_MS, null, { ref: false })]);
  if (!closed?.ok) throw new Error('the listener did not close');
}

/** Everything the screen was shown must be kept, once. */
function compareKept(screen: Screen, kept: KeptFigures): EnduranceFigures['recorder'] {
  const { batches, resent, deaths } = kept;
  const shown = [...screen.readingKeys, ...screen.gapKeys];
  const taken = new Map([...kept.readings, ...kept.gaps]);
  return {
    batches,
    resent,
    deaths,
    notKept: shown.filter((key) => !taken.has(key)).length,
    keptTwice: [...taken.values()].filter((times) => times > 1).length,
    neverShown: [...taken.keys()].filter((key) => !screen.readingKeys.has(key) && !screen.gapKeys.has(key)).length,
  };
}

function watchStalls(): () => number {
  const LOOK_MS = 20;
  let last = performance.now();
  let worst = 0;
  const timer = setInterval(() => {
    const at = performance.now();
    worst = Math.max(worst, at - last - LOOK_MS);
    last = at;
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
    return worst;
  };
}
