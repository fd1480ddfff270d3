import { captureSourceOf } from '../../drivers/capture/capture-line.ts';
import type { Driver, PreparedDriver } from '../../drivers/driver.ts';
import { createSession, type OpenTransport, type Session, type Timers } from '../../drivers/session/create-session.ts';
import { countLines } from '../../drivers/session/session-core.ts';
import type { SessionItem } from '../../drivers/session/session-item.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import type { BootId, EntityId, InstrumentId } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { Clock, EpochMs } from '../../vocabulary/time.ts';
import type { DetectorState, LiveReading } from '../ports/listener-port.ts';
import { type Batcher, createBatcher } from './batcher.ts';
import { guardTimers, guardTransport } from './guard.ts';
import { followSameness } from './same-instrument.ts';

export interface DetectorParts {
  readonly detector: EntityId;
  readonly instrument: InstrumentId;
  readonly driver: Driver;
  readonly prepared: PreparedDriver;
  readonly path: string;
  readonly open: OpenTransport;
  readonly boot: BootId;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: () => EntityId;
  /** The adapter has a serial number of its own. */
  readonly isNamed: boolean;
  /** A person has just chosen this instrument on this line. */
  readonly isChosen: boolean;
  readonly tell: DetectorNews;
}

interface DetectorNews {
  readonly reading: (reading: LiveReading) => void;
  readonly stale: (channel: string, wall: EpochMs) => void;
  readonly gap: (from: EpochMs, to: EpochMs, cause: string) => void;
  readonly state: (state: DetectorState) => void;
}

/** One running detector: its session, what the screen sees of it, and what waits to be kept. */
export interface Detector {
  readonly state: () => DetectorState;
  readonly batcher: Batcher;
  /** The result of the first opening; the session goes on trying. */
  readonly start: () => Promise<Result<void>>;
  readonly stop: () => Promise<void>;
  /** A person says that this is the registered instrument; false where nobody asked. */
  readonly confirm: () => boolean;
}

const RESTART_MS = 1_000;
/** An open line that said nothing valid for so long has the wrong model, speed or cable. */
const NO_ANSWER_MS = 8_000;
/** Bad frames come in swarms; the screen hears of their number at most this often. */
const COUNT_NEWS_MS = 1_000;

export function createDetector(parts: DetectorParts): Detector {
  const { detector, instrument, driver, prepared, path, boot, clock, timers, newId, tell } = parts;
  const latest = new Map<string, LiveReading>();
  const nextLine = countLines();
  const batcher = createBatcher(
    { instrumentId: instrument, session: newId(), boot, ...captureSourceOf(driver, prepared) },
    newId,
  );
  const sameness = followSameness(driver, prepared, parts.isNamed, parts.isChosen);
  let phase: DetectorState['phase'] = 'opening';
  let since = clock.wall();
  let fault: Fault | null = null;
  let badFrames = 0;
  let session: Session | null = null;
  let isStopped = false;
  let cancelNoAnswer = () => {};
  let cancelRestart = () => {};
  let isCounting = false;

  const state = (): DetectorState => ({
    detector,
    instrumentId: instrument,
    driver: driver.id,
    path,
    settings: prepared.settings,
    phase,
    since,
    fault,
    badFrames,
    latest: [...latest.values()],
    same: sameness.same,
    said: { ...sameness.said },
  });
  const stranger = (): Fault | null => (sameness.same === 'differs' ? { code: 'another_instrument', path } : null);
  const become = (next: DetectorState['phase'], why: Fault | null, at: EpochMs) => {
    if (next !== phase) since = at;
    phase = next;
    fault = why ?? stranger() ?? (fault?.code === 'no_answer' && latest.size === 0 ? fault : null);
    tell.state(state());
  };
  const countBad = () => {
    badFrames += 1;
    if (isCounting) return;
    isCounting = true;
    timers.after(COUNT_NEWS_MS, () => {
      isCounting = false;
      tell.state(state());
    });
  };

  const hear = (item: SessionItem) => {
    batcher.add(item);
    if (sameness.hear(item)) become(phase, null, since);
    if (item.kind === 'reading') {
      const doubt = sameness.same === 'open' ? ['instrument_unconfirmed'] : [];
      const live = { detector, reading: item.reading, rawHex: item.rawHex, flags: [...item.flags, ...doubt] };
      latest.set(item.reading.channel, live);
      tell.reading(live);
    } else if (item.kind === 'stale') tell.stale(item.channel, item.at.wall);
    else if (item.kind === 'gap') tell.gap(item.from.wall, item.to.wall, item.cause);
    else if (item.kind === 'phase') become(item.phase, item.fault, item.at.wall);
    else if (item.kind === 'fault') countBad();
  };

  const onBug = (error: unknown) => {
    const broken = session;
    if (!broken || isStopped) return;
    session = null;
    const from = clock.wall();
    become('lost', { code: 'bug', detail: error instanceof Error ? error.message : String(error) }, from);
    void Promise.resolve()
      .then(() => broken.stop())
      .catch(() => {}); // the broken session's own last words may throw as well
    cancelRestart = timers.after(RESTART_MS, () => {
      const to = clock.wall();
      const at = { wall: to, mono: clock.mono() };
      batcher.add({ kind: 'link', n: nextLine(), change: 'restarted', at, cause: 'bug' });
      batcher.addGap({ from, to, cause: 'bug' });
      tell.gap(from, to, 'bug');
      void run();
    });
  };

  const run = async (): Promise<Result<void>> => {
    const own: Session = createSession({
      prepared,
      instrument,
      boot,
      nextLine,
      clock,
      timers: guardTimers(timers, onBug),
      open: guardTransport(parts.open, onBug),
      emit: (item) => {
        if (session === own) hear(item);
      },
    });
    session = own;
    cancelNoAnswer();
    cancelNoAnswer = timers.after(NO_ANSWER_MS, () => {
      const isMute = latest.size === 0 && fault === null && (phase === 'waiting' || phase === 'lost');
      if (isMute) become(phase, { code: 'no_answer', path }, since);
    });
    try {
      return await own.start();
    } catch (error) {
      onBug(error);
      return ok(undefined);
    }
  };

  return {
    state,
    batcher,
    start: run,
    confirm: () => {
      const isAnswer = sameness.confirm();
      if (isAnswer) tell.state(state());
      return isAnswer;
    },
    stop: async () => {
      cancelRestart();
      const last = session;
      await last?.stop();
      isStopped = true;
      cancelNoAnswer();
      session = null;
    },
  };
}
