import { captureSourceOf } from '../../drivers/capture/capture-line.ts';
import type { Driver, PreparedDriver } from '../../drivers/driver.ts';
import { createSession, type OpenTransport, type Session, type Timers } from '../../drivers/session/create-session.ts';
import { countLines, REOPENED } from '../../drivers/session/session-core.ts';
import type { SessionItem } from '../../drivers/session/session-item.ts';
import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import type { GapCause } from '../../vocabulary/gap-cause.ts';
import type { BootId, EntityId, InstrumentId } from '../../vocabulary/ids.ts';
import { fail, type Result } from '../../vocabulary/result.ts';
import type { Clock, EpochMs } from '../../vocabulary/time.ts';
import type { DetectorState, LiveReading } from '../ports/listener-port.ts';
import { type Batcher, createBatcher } from './batcher.ts';
import { createGapKeeper, type UnfinishedGap } from './gap-keeper.ts';
import { guarded, guardTimers, guardTransport } from './guard.ts';
import { createMuteWatch } from './mute-watch.ts';
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
  /** The process died and goes on: since when, and the gap that was open then. */
  readonly resumed: { readonly diedAt: EpochMs; readonly gap: UnfinishedGap | null } | null;
}

interface DetectorNews {
  readonly reading: (reading: LiveReading) => void;
  readonly stale: (channel: string, wall: EpochMs) => void;
  readonly gap: (from: EpochMs, to: EpochMs, cause: GapCause) => void;
  readonly state: (state: DetectorState) => void;
  /** A gap has begun or ended: another process would have to know, should this one die. */
  readonly gapChanged: () => void;
}

/** One running detector: its session, what the screen sees of it, and what waits to be kept. */
export interface Detector {
  readonly state: () => DetectorState;
  readonly batcher: Batcher;
  readonly openGap: () => UnfinishedGap | null;
  /** The result of the first opening; the session goes on trying. */
  readonly start: () => Promise<Result<void>>;
  /** The machine was not awake since then: names the gap and opens the line anew, for its port may be another now. */
  readonly suspended: (from: EpochMs) => void;
  /** Names a gap that is over. */
  readonly addGap: (from: EpochMs, to: EpochMs, cause: GapCause) => void;
  readonly stop: () => Promise<void>;
  /** A person says that this is the registered instrument; false where nobody asked. */
  readonly confirm: () => boolean;
}

/** A driver that fails again and again is tried ever more rarely. */
const RESTART_MS = 1_000;
const LONGEST_RESTART_MS = 30_000;
const FORGIVEN_AFTER_MS = 60_000;
/** Bad frames come in swarms; the screen hears of their number at most this often. */
const COUNT_NEWS_MS = 1_000;

export function createDetector(parts: DetectorParts): Detector {
  const { detector, instrument, driver, prepared, path, boot, clock, timers, newId, tell } = parts;
  const latest = new Map<string, LiveReading>();
  const nextLine = countLines();
  const sameness = followSameness(driver, prepared, parts.isNamed, parts.isChosen);
  const source = captureSourceOf(driver, prepared);
  const channels = [...prepared.channels];
  const batcher = createBatcher({ instrumentId: instrument, session: newId(), boot, channels, ...source }, newId);
  const addGap = (from: EpochMs, to: EpochMs, cause: GapCause) => {
    batcher.addGap({ from, to, cause });
    tell.gap(from, to, cause);
  };
  const gaps = createGapKeeper({ tell: addGap, onChange: tell.gapChanged, resumed: parts.resumed });
  let phase: DetectorState['phase'] = 'opening';
  let since = clock.wall();
  let fault: Fault | null = null;
  let badFrames = 0;
  let session: Session | null = null;
  let isStopped = false;
  let cancelRestart = () => {};
  let isCounting = false;
  let bugs: readonly number[] = [];

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
    fault = why ?? stranger();
    tell.state(state());
  };
  const mute = createMuteWatch({ path, timers, onMute: (why) => become(phase, why, since) });
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
    if (sameness.hear(item)) become(phase, mute.current(), since);
    gaps.hear(item);
    mute.hear(item);
    if (item.kind === 'reading') {
      const doubt: GradeReason[] = sameness.same === 'open' ? ['instrument_unconfirmed'] : [];
      for (const reason of doubt) batcher.doubt(reason);
      const live = { detector, reading: item.reading, rawHex: item.rawHex, flags: [...item.flags, ...doubt] };
      latest.set(item.reading.channel, live);
      tell.reading(live);
    } else if (item.kind === 'stale') tell.stale(item.channel, item.at.wall);
    else if (item.kind === 'phase') become(item.phase, item.fault ?? mute.current(), item.at.wall);
    else if (item.kind === 'gap') tell.gap(item.from.wall, item.to.wall, item.cause);
    else if (item.kind === 'fault') countBad();
  };

  const onBug = (error: unknown) => {
    const broken = session;
    if (!broken || isStopped) return;
    session = null;
    const now = clock.wall();
    gaps.cutOff(now);
    gaps.open({ from: now, cause: 'bug' });
    become('lost', { code: 'bug', detail: error instanceof Error ? error.message : String(error) }, now);
    void Promise.resolve()
      .then(() => broken.stop())
      .catch(() => {}); // the broken session's own last words may throw as well
    bugs = [...bugs.filter((at) => clock.mono() - at < FORGIVEN_AFTER_MS), clock.mono()];
    const pause = Math.min(RESTART_MS * 2 ** (bugs.length - 1), LONGEST_RESTART_MS);
    cancelRestart = timers.after(pause, () => {
      const at = { wall: clock.wall(), mono: clock.mono() };
      batcher.add({ kind: 'link', n: nextLine(), change: 'restarted', at, cause: 'bug' });
      void run();
    });
  };

  const run = async (): Promise<Result<void>> => {
    const own: Session = createSession({
      prepared,
      instrument,
      boot,
      // The last words of a failed session are not kept and must not leave a hole in the numbers.
      nextLine: () => (session === own ? nextLine() : 0),
      clock,
      timers: guardTimers(timers, onBug),
      open: guardTransport(parts.open, onBug),
      emit: (item) => {
        if (session === own) hear(item);
      },
    });
    session = own;
    mute.begin();
    try {
      const first = await own.start();
      // From here on it is the port that is missing.
      if (!first.ok && session === own) gaps.goOn(clock.wall(), 'port_absent');
      return first;
    } catch (error) {
      onBug(error);
      return fail({ code: 'bug', detail: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    state,
    batcher,
    openGap: gaps.unfinished,
    start: run,
    confirm: () => {
      const isAnswer = sameness.confirm();
      if (isAnswer) tell.state(state());
      return isAnswer;
    },
    suspended: (from) => {
      gaps.open({ from, cause: 'suspended' });
      const own = session;
      if (own) guarded(() => own.reopen(REOPENED), onBug)();
    },
    addGap,
    stop: async () => {
      cancelRestart();
      mute.end();
      await session?.stop().catch(() => {}); // a driver that fails in its last words is stopped all the same
      gaps.close(clock.wall());
      isStopped = true;
      session = null;
    },
  };
}
