import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { createSession } from '../../../drivers/session/create-session.ts';
import type { SessionItem } from '../../../drivers/session/session-item.ts';
import { listPorts } from '../../../drivers/transports/list-ports.ts';
import { serialTransport } from '../../../drivers/transports/serial-port.ts';
import { systemClock, systemTimers } from '../../../drivers/transports/system-clock.ts';
import { type Fault, sayFault } from '../../../vocabulary/fault.ts';
import { bootId, instrumentId } from '../../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { ItemWriter } from '../listen/item-writer.ts';
import { type ListenTask, readTask } from '../listen/listen-task.ts';
import type { CliIo, Verb } from '../verb.ts';

/** `listen`: hears one instrument for a while and writes what it said, line by line, as it comes. */
export const verb: Verb = {
  name: 'listen',
  usage: {
    zh: 'listen --driver 仪器 --port 串口 [--set 键=值]… --seconds 秒 --out 文件 [--raw 文件] [--profiles 目录]　接一台仪器，记下读数',
    en: 'listen --driver NAME --port PATH [--set key=value]… --seconds N --out FILE [--raw FILE] [--profiles DIR] — hear an instrument',
  },
  async run(argv, io) {
    const task = readTask(argv, io);
    return task.ok ? listen(task.value, io) : task;
  },
};

async function listen(task: ListenTask, io: CliIo): Promise<Result<number>> {
  const writer = new ItemWriter(task);
  const refusal = watchForSpeech(task.port);
  const session = createSession({
    prepared: task.prepared,
    instrument: instrumentId.parse(randomBytes(16).toString('hex')),
    boot: bootId.parse(randomBytes(16).toString('hex')),
    clock: systemClock,
    timers: systemTimers,
    open: serialTransport(await identify(task.port)),
    emit: (item) => {
      writer.take(item);
      refusal.hear(item);
    },
  });
  const started = await session.start();
  if (!started.ok) {
    await session.stop();
    return started;
  }
  const opened = writer.openFiles();
  if (opened.ok) await pass(task.seconds, writer, refusal, io);
  await session.stop();
  writer.close();
  if (!opened.ok) return opened;
  const fault = writer.fault ?? refusal.fault();
  return fault ? fail(fault) : conclude(task, writer, io);
}

/** A line that speaks by itself before its first reading is not asked: waiting on would only waste time. */
function watchForSpeech(path: string) {
  let fault: Fault | null = null;
  let isHeard = false;
  let tell = () => {};
  return {
    fault: () => fault,
    hear: (item: SessionItem) => {
      if (item.kind === 'reading') isHeard = true;
      if (isHeard || item.kind !== 'fault' || item.fault.code !== 'line_speaks') return;
      fault = { code: 'line_speaks', path };
      tell();
    },
    onSpeech: (call: () => void) => {
      tell = call;
      if (fault !== null) call();
    },
  };
}

/** The adapter's serial number, where it has one: a replugged adapter is found again under another name. */
async function identify(port: string) {
  const { ports } = await listPorts();
  return { path: port, serialNumber: ports.find((each) => each.path === port)?.serialNumber ?? null };
}

/** Waits for the time to pass, for Ctrl-C, for a file that takes no more, or until the line turns out to speak. */
async function pass(
  seconds: number,
  writer: ItemWriter,
  refusal: ReturnType<typeof watchForSpeech>,
  io: CliIo,
): Promise<void> {
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
    refusal.onSpeech(finish);
  });
}

function conclude(task: ListenTask, writer: ItemWriter, io: CliIo): Result<number> {
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
