import { randomBytes } from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import { captureLineOf, headerLine } from '../../../drivers/capture/capture-line.ts';
import { resultLine } from '../../../drivers/capture/result-line.ts';
import type { Driver, PreparedDriver } from '../../../drivers/driver.ts';
import { driverById } from '../../../drivers/registry.ts';
import { createSession } from '../../../drivers/session/create-session.ts';
import type { SessionItem } from '../../../drivers/session/session-item.ts';
import { type LineFile, openLineFile } from '../../../drivers/transports/line-file.ts';
import { listPorts } from '../../../drivers/transports/list-ports.ts';
import { serialTransport } from '../../../drivers/transports/serial-port.ts';
import { systemClock, systemTimers } from '../../../drivers/transports/system-clock.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { sayFault } from '../../../vocabulary/fault.ts';
import { bootId, instrumentId } from '../../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { mustHave, readArguments, readSettings } from '../arguments.ts';
import type { CliIo, Verb } from '../verb.ts';

interface ListenTask {
  readonly driver: Driver;
  readonly prepared: PreparedDriver;
  readonly port: string;
  readonly seconds: number;
  readonly out: string;
  readonly raw: string | null;
}

/** `listen`: hears one instrument for a while and writes what it said, line by line, as it comes. */
export const verb: Verb = {
  name: 'listen',
  usage: {
    zh: 'listen --driver 仪器 --port 串口 [--set 键=值]… --seconds 秒 --out 文件 [--raw 文件]　接一台仪器，记下读数',
    en: 'listen --driver NAME --port PATH [--set key=value]… --seconds N --out FILE [--raw FILE] — hear an instrument',
  },
  async run(argv, io) {
    const task = readTask(argv);
    return task.ok ? listen(task.value, io) : task;
  },
};

function readTask(argv: readonly string[]): Result<ListenTask> {
  const text = { type: 'string' } as const;
  const options = { driver: text, port: text, seconds: text, out: text, raw: text } as const;
  const read = readArguments(argv, { ...options, set: { type: 'string', multiple: true } });
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  if (positionals.length > 0) return fail({ code: 'bad_arguments', detail: positionals.join(' ') });
  const name = mustHave('driver', values.driver);
  const port = mustHave('port', values.port);
  const out = mustHave('out', values.out);
  const seconds = Number(values.seconds ?? Number.NaN);
  if (!name.ok) return name;
  if (!port.ok) return port;
  if (!out.ok) return out;
  if (!(seconds > 0 && seconds <= 31_536_000)) return fail({ code: 'bad_arguments', detail: '--seconds N' });
  const raw = values.raw ?? null;
  if (raw !== null && path.resolve(raw) === path.resolve(out.value)) {
    return fail({ code: 'bad_arguments', detail: '--raw = --out' });
  }
  const chosen = prepare(name.value, values.set ?? []);
  return chosen.ok ? ok({ ...chosen.value, port: port.value, seconds, out: out.value, raw }) : chosen;
}

function prepare(name: string, pairs: readonly string[]): Result<Pick<ListenTask, 'driver' | 'prepared'>> {
  const driver = driverById(name);
  if (driver === null) return fail({ code: 'unknown_driver', driver: name });
  const settings = readSettings(pairs);
  if (!settings.ok) return settings;
  const prepared = driver.prepare(settings.value);
  return prepared.ok ? ok({ driver, prepared: prepared.value }) : prepared;
}

async function listen(task: ListenTask, io: CliIo): Promise<Result<number>> {
  const writer = createWriter(task);
  const session = createSession({
    prepared: task.prepared,
    instrument: instrumentId.parse(randomBytes(16).toString('hex')),
    boot: bootId.parse(randomBytes(16).toString('hex')),
    clock: systemClock,
    timers: systemTimers,
    open: serialTransport(await identify(task.port)),
    emit: writer.take,
  });
  const started = await session.start();
  if (!started.ok) {
    await session.stop();
    return started;
  }
  const opened = writer.openFiles();
  if (opened.ok) await pass(task.seconds, writer, io);
  await session.stop();
  writer.close();
  if (!opened.ok) return opened;
  return writer.fault ? fail(writer.fault) : conclude(task, writer, io);
}

/** The adapter's serial number, where it has one: a replugged adapter is found again under another name. */
async function identify(port: string) {
  const { ports } = await listPorts();
  return { path: port, serialNumber: ports.find((each) => each.path === port)?.serialNumber ?? null };
}

/** Waits for the time to pass, for Ctrl-C, or for a file that takes no more. */
async function pass(seconds: number, writer: Writer, io: CliIo): Promise<void> {
  io.say({
    zh: `正在听，${seconds} 秒。Ctrl-C 提前结束，已记的都在。`,
    en: `Listening for ${seconds} s. Ctrl-C ends early; what is written stays.`,
  });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => finish(), seconds * 1000);
    const finish = () => {
      clearTimeout(timer);
      process.off('SIGINT', finish);
      process.off('SIGTERM', finish);
      resolve();
    };
    process.once('SIGINT', finish);
    process.once('SIGTERM', finish);
    writer.onFault(finish);
  });
}

function conclude(task: ListenTask, writer: Writer, io: CliIo): Result<number> {
  const { counts } = writer;
  if (counts.reading > 0) {
    io.out({
      ok: true,
      file: task.out,
      readings: counts.reading,
      gaps: counts.gap,
      stale: counts.stale,
      faults: counts.fault,
    });
    return ok(0);
  }
  const fault: Fault = { code: 'no_answer', path: task.port };
  const words = sayFault(fault);
  io.say(words);
  io.out({ ok: false, fault: { ...fault, ...words } });
  return ok(1);
}

type Writer = ReturnType<typeof createWriter>;

/** Takes items from the start on, but touches the files only when the port has been opened. */
function createWriter(task: ListenTask) {
  const waiting: SessionItem[] = [];
  const counts = { reading: 0, gap: 0, stale: 0, fault: 0 };
  let out: LineFile | null = null;
  let raw: LineFile | null = null;
  let fault: Fault | null = null;
  let tell = () => {};

  const note = (result: Result<void>) => {
    if (result.ok || fault !== null) return;
    fault = result.fault;
    tell();
  };

  const write = (item: SessionItem) => {
    const line = resultLine(item);
    const captured = captureLineOf(item);
    if (captured !== null && raw !== null) note(raw.append(captured));
    if (line === null || out === null) return;
    counts[line.type] += 1;
    note(out.append(line));
  };

  return {
    counts,
    get fault() {
      return fault;
    },
    onFault(call: () => void) {
      tell = call;
      if (fault !== null) call();
    },
    take(item: SessionItem) {
      if (out === null) waiting.push(item);
      else if (fault === null) write(item);
    },
    openFiles(): Result<void> {
      const opened = openLineFile(task.out);
      if (!opened.ok) return opened;
      out = opened.value;
      const openedRaw = task.raw === null ? null : openLineFile(task.raw);
      if (openedRaw && !openedRaw.ok) return openedRaw;
      raw = openedRaw?.value ?? null;
      if (raw !== null) note(raw.append(headerLine(task.driver, task.prepared)));
      for (const item of waiting.splice(0)) write(item);
      return ok(undefined);
    },
    close() {
      out?.close();
      raw?.close();
    },
  };
}
