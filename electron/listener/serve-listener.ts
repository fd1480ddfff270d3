import { z } from 'zod';
import type { Driver } from '../../drivers/driver.ts';
import type { RefusedFile } from '../../drivers/modbus-profile/dropped-profiles.ts';
import { drivers as everyDriver, withheld } from '../../drivers/registry.ts';
import type { Timers } from '../../drivers/session/create-session.ts';
import type { PortList } from '../../drivers/transports/list-ports.ts';
import type { EntityId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import { type Client, connectPort } from '../ports/connect-port.ts';
import { custodyPort } from '../ports/custody-port.ts';
import { type IntakeBatch, intakePort } from '../ports/intake-port.ts';
import { type DriverRow, listenerPort } from '../ports/listener-port.ts';
import { type Handlers, type Served, servePort } from '../ports/serve-port.ts';
import type { Wire } from '../ports/wire.ts';
import { createBeat } from './beat.ts';
import { createDetectors, type Detectors, type DetectorsOptions, newEntityId, runningAsk } from './detectors.ts';
import { createDumps, type DumpMethod } from './dump/dumps.ts';
import { type FindMethod, findHandlers, proveQuiet } from './find/find-handlers.ts';
import { createFinds, type Finds } from './find/finds.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { openSpool } from './spool.ts';

export interface ListenerOptions extends DetectorsOptions {
  readonly spoolFolder: string;
  readonly listPorts: () => Promise<PortList>;
  /** Where a file adds an instrument, and the files there that do not. */
  readonly profilesFolder: string;
  readonly refusedProfiles?: readonly RefusedFile[];
  /** Milliseconds since the machine was started, with the time it slept. */
  readonly uptimeMs: () => number;
}

export interface Listener {
  /** Stops every detector and hands over what is left. */
  readonly close: () => Promise<void>;
  /** Batches that the recorder has not taken yet. */
  readonly waiting: () => number;
}

const BATCH_MS = 1_000;
const KEY_RETRY_MS = 1_000;

/** Left with the host, so that a listener that died listens to the same detectors again. */
const keepsake = z.array(runningAsk);

/** Owns the serial ports. It hears whether or not a record is open, and never waits for the recorder. */
export function serveListener(wire: Wire, options: ListenerOptions): Listener {
  const { timers } = options;
  const intake = connectPort(intakePort, wire, { code: 'recorder_down' });
  const detectors: Detectors = createDetectors(
    options,
    () => served.tell,
    () => leaveKeepsake(),
  );
  const outbox = createOutbox({
    keep: (batch, givenUp) => intake.ask('intake/keep', batch, givenUp),
    timers,
    onLost: (batch) => nameLoss(detectors, batch),
  });
  const stopAsking = attachSpool(intake, outbox, timers, options.spoolFolder);
  const beat = createBeat({
    clock: options.clock,
    uptimeMs: options.uptimeMs,
    onSuspended: detectors.suspended,
    onClockStepped: detectors.clockStepped,
  });
  const stopBeat = every(BATCH_MS, timers, () => {
    beat();
    for (const batch of detectors.takeBatches()) outbox.add(batch);
  });

  const finds = createFinds(
    options,
    (at) => detectors.states().some(({ path }) => path === at),
    (state) => served.tell('find', state),
  );

  const dumps = createDumps(
    options,
    async (at) => {
      if (detectors.states().some(({ path }) => path === at)) return false;
      await finds.release(at);
      return true;
    },
    (state) => served.tell('dump', state),
  );

  const leaveKeepsake = () => {
    const asks = detectors.asks();
    const secret = asks.length === 0 ? null : Buffer.from(JSON.stringify(asks)).toString('base64');
    custody.tell('secret', { secret });
  };
  /** `hasRun`: else what it leaves is of a line that never was. */
  const stop = async (id: EntityId, hasRun = true): Promise<boolean> => {
    const state = detectors.states().find(({ detector }) => detector === id);
    const stopped = await detectors.stop(id);
    if (!stopped || !state) return false;
    if (stopped.last && hasRun) outbox.add(stopped.last);
    served.tell('detector', { ...state, phase: 'stopped', since: options.clock.wall(), fault: null });
    leaveKeepsake();
    return true;
  };
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await finds.close();
    await dumps.close();
    for (const { detector } of detectors.states()) await stop(detector);
    stopBeat();
    stopAsking();
    await outbox.flush();
    outbox.stop();
  };

  const served: Served<typeof listenerPort.news> = servePort(listenerPort, wire, {
    ...screenHandlers(options, detectors, finds, stop, leaveKeepsake),
    ...findHandlers(finds, options.random),
    ...dumps.handlers,
  });
  const custody: Served<typeof custodyPort.news> = servePort(custodyPort, wire, {
    'custody/resume': async ({ secret, diedAt }) => {
      const asks = keepsake.safeParse(parseJson(Buffer.from(secret, 'base64').toString('utf8')));
      if (!asks.success) return fail({ code: 'bad_message', path: 'custody/resume' });
      for (const ask of asks.data) {
        void detectors.start({ ...ask, isResumed: true }, diedAt); // one port that does not open holds up no other
      }
      leaveKeepsake();
      return ok({});
    },
    'custody/close': async () => {
      await close();
      return ok({});
    },
  });
  return { close, waiting: outbox.waiting };
}

function screenHandlers(
  options: ListenerOptions,
  detectors: Detectors,
  finds: Finds,
  stop: (id: EntityId, hasRun?: boolean) => Promise<boolean>,
  onChange: () => void,
): Omit<Handlers<typeof listenerPort.methods>, FindMethod | DumpMethod> {
  return {
    'port/list': async () => {
      const { ports, incompleteBecause } = await options.listPorts();
      return ok({ ports: [...ports], listing: incompleteBecause === null ? 'ok' : 'unavailable' });
    },
    'driver/notOffered': () =>
      ok({
        folder: options.profilesFolder,
        refused: [...(options.refusedProfiles ?? [])],
        withheld: withheld.map(({ id, title }) => ({ id, ...title, fault: { code: 'driver_withheld', driver: id } })),
      }),
    'driver/list': () => ok((options.drivers ?? everyDriver).map(driverRowOf)),
    'detector/states': () => ok(detectors.states()),
    'detector/start': async (ask) => {
      const { ports } = await options.listPorts();
      const serialNumber = ownSerialNumber(ports, ask.path);
      const detector = newEntityId(options.random);
      const quiet = await proveQuiet(options, finds, { ...ask, serialNumber });
      if (!quiet.ok) return quiet;
      await finds.release(ask.path);
      const started = await detectors.start({ ...ask, detector, serialNumber, isResumed: false, gap: null });
      if (!started.ok) return started;
      if (!started.value.first.ok) {
        await stop(detector, false); // the person is standing there: say it now instead of trying for ever
        return started.value.first;
      }
      onChange();
      return ok(started.value.detector.state());
    },
    'detector/confirm': ({ detector }) =>
      detectors.confirm(detector) ? ok({}) : fail({ code: 'not_found', what: detector }),
    'detector/stop': async ({ detector }) =>
      (await stop(detector)) ? ok({}) : fail({ code: 'not_found', what: detector }),
  };
}

/** The serial number of the adapter at a path; null where it has none, or shares it with another one (cheap adapters do). */
function ownSerialNumber(ports: PortList['ports'], at: string): string | null {
  const serialNumber = ports.find(({ path }) => path === at)?.serialNumber ?? null;
  return ports.filter((port) => port.serialNumber === serialNumber).length === 1 ? serialNumber : null;
}

/** Asks for the spool's key until the recorder gives it, which it does once a record was unlocked. */
function attachSpool(
  intake: Client<typeof intakePort.methods, typeof intakePort.news>,
  outbox: Outbox,
  timers: Timers,
  folder: string,
): () => void {
  let cancel = () => {};
  let isStopped = false;
  const ask = async () => {
    const key = await intake.ask('intake/spool-key', {});
    if (isStopped) return;
    const spool = key.ok ? await openSpool(folder, Buffer.from(key.value.key, 'base64')) : key;
    if (spool.ok) outbox.attachSpool(spool.value);
    else cancel = timers.after(KEY_RETRY_MS, () => void ask());
  };
  void ask();
  return () => {
    isStopped = true;
    cancel();
  };
}

/** What could be kept nowhere is a gap of its instrument, named in the next batch that gets through. */
function nameLoss(detectors: Detectors, { instrumentId, readings, gaps }: IntakeBatch): void {
  for (const { from, to, cause } of gaps) detectors.addGap(instrumentId, from, to, cause);
  const from: EpochMs | undefined = readings.at(0)?.time.wall;
  const to: EpochMs | undefined = readings.at(-1)?.time.wall;
  if (from !== undefined && to !== undefined) detectors.addGap(instrumentId, from, to, 'not_kept');
}

function every(ms: number, timers: Timers, call: () => void): () => void {
  let cancel = () => {};
  const again = () => {
    cancel = timers.after(ms, () => {
      call();
      again();
    });
  };
  again();
  return () => cancel();
}

const driverRowOf = ({ id, title, talk, fields, note }: Driver): DriverRow => ({
  id,
  ...title,
  talk,
  note: note ?? null,
  settings: fields.map((field) => ({
    key: field.key,
    ...field.title,
    kind: field.kind,
    choices: [...field.choices],
    default: field.default === null ? null : String(field.default),
  })),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
