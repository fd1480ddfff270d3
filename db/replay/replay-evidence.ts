import { lineGaps } from '../../drivers/session/session-item.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import { gapMark } from '../../vocabulary/gap-cause.ts';
import type { EntityId, InstrumentId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import type { BlockPlace, EvidenceSource, RawBlock, ReadingBlock, StoredFile } from './evidence-source.ts';
import { matchSession } from './match-session.ts';
import { RecordedBlock } from './recorded-block.ts';
import {
  type DamagedBlock,
  type ReplayedSession,
  readSession,
  replaySession,
  spanOfCapture,
} from './replay-session.ts';

/** How far a reading's own clock time may lie outside the bytes it came from: the clock may have been set in between. */
const CLOCK_SLACK_MS = 10 * 60 * 1000;
/** What falls due after the last byte, at most: the silence that ends a frame. */
const AFTER_LAST_MS = 1000;

/** Which recorded readings are asked about; blocks outside it are only looked at to know what is not extra. */
export interface ReplayScope {
  readonly from: number;
  readonly to: number;
  readonly has: (block: ReadingBlock) => boolean;
}

const everything: ReplayScope = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, has: () => true };

export interface ChannelReplay {
  readonly instrument: InstrumentId;
  readonly channel: string;
  same: number;
  differs: number;
  /** Recorded, and the raw bytes do not give it. */
  missing: number;
  /** The raw bytes give it, and it is not recorded. */
  extra: number;
  /** Gaps that only the listener knew of: no bytes can confirm them. */
  noted: number;
  /** The first that is not the same. */
  first: { readonly recorded: Reading | null; readonly replayed: Reading | null } | null;
}

/** A capture that could not be replayed, or not whole. */
export interface SessionTrouble {
  readonly instrument: InstrumentId;
  readonly session: EntityId;
  /** Lines of it that are held nowhere. */
  readonly holes: number;
  readonly fault: Fault | null;
}

export interface ReplayReport {
  readonly sessions: number;
  readonly channels: readonly ChannelReplay[];
  /** `identical`: the replayed readings packed again are the block, byte for byte. Null for the tail. */
  readonly blocks: readonly { readonly place: BlockPlace | null; readonly identical: boolean | null }[];
  readonly damaged: readonly DamagedBlock[];
  readonly troubles: readonly SessionTrouble[];
  /** Every recorded reading was found again, no other was, and every block came out byte for byte. */
  readonly agrees: boolean;
}

/** Replays raw bytes and compares with the recorded readings, one instrument after the other. Bounded by one session and its blocks. */
export function replayEvidence(source: EvidenceSource, scope: ReplayScope = everything): ReplayReport {
  const asked = source.readings.filter((block) => scope.has(block) && overlaps(block, scope, 0));
  const instruments = [...new Set(asked.map(({ instrument }) => instrument))].sort();
  const tally = new Tally(scope);
  for (const instrument of instruments) replayInstrument(source, instrument, tally);
  for (const file of source.files) if (file.blocks.some((block) => tally.isAsked(block))) importAgain(file, tally);
  return tally.report();
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const overlaps = (one: Span, other: Span, slack: number): boolean =>
  one.from <= other.to + slack && one.to >= other.from - slack;

function replayInstrument(source: EvidenceSource, instrument: InstrumentId, tally: Tally): void {
  const blocks = source.readings.filter((block) => block.instrument === instrument);
  const asked = blocks.filter((block) => tally.isAsked(block));
  const sessions = [...Map.groupBy(rawOf(source, instrument), ({ session }) => session).values()]
    .map((raw) => ({ raw, ...spanOf(raw) }))
    .filter((session) => asked.some((block) => overlaps(block, session, CLOCK_SLACK_MS)))
    .toSorted((a, b) => a.from - b.from);
  const open = new Map<ReadingBlock, RecordedBlock>();
  for (const [index, session] of sessions.entries()) {
    for (const block of blocks) {
      if (!open.has(block) && overlaps(block, session, CLOCK_SLACK_MS)) open.set(block, new RecordedBlock(block));
    }
    replayOne(session.raw, [...open.values()], tally);
    const later = sessions.slice(index + 1);
    for (const [block, recorded] of open) {
      if (later.some((next) => overlaps(block, next, CLOCK_SLACK_MS))) continue;
      tally.finish(recorded);
      open.delete(block);
    }
  }
  for (const block of asked) if (!tally.isFinished(block)) tally.finish(new RecordedBlock(block));
}

const rawOf = ({ raw }: EvidenceSource, instrument: InstrumentId): readonly RawBlock[] =>
  raw.filter((block) => block.instrument === instrument);

const spanOf = (blocks: readonly Span[]): Span => ({
  from: Math.min(...blocks.map(({ from }) => from)),
  to: Math.max(...blocks.map(({ to }) => to)),
});

function replayOne(raw: readonly RawBlock[], blocks: readonly RecordedBlock[], tally: Tally): void {
  const [first] = raw;
  if (!first) return;
  const { capture, damaged } = readSession(raw);
  tally.damaged.push(...damaged);
  tally.sessions += 1;
  const span = capture && spanOfCapture(capture);
  if (!capture || !span?.ok) return;
  const { instrument, session, boot } = first;
  const heard = blocks.flatMap(({ readings }) =>
    readings.flatMap(({ time }) => (time.boot === boot && time.mono <= span.value.to + AFTER_LAST_MS ? time.mono : [])),
  );
  const lastHeard = heard.reduce((most, mono) => Math.max(most, mono), 0);
  const replayed = replaySession(capture, lastHeard > span.value.to ? lastHeard : null);
  const holes = capture.holes.reduce((sum, { lines }) => sum + lines, 0);
  if (!replayed.ok || holes > 0) {
    tally.troubles.push({ instrument, session, holes, fault: replayed.ok ? null : replayed.fault });
  }
  if (replayed.ok) tally.compare(blocks, replayed.value);
}

/** The replay of an imported file is its import once more. */
function importAgain({ place, blocks, again }: StoredFile, tally: Tally): void {
  const recorded = blocks.map((block) => new RecordedBlock(block));
  const readings = again();
  if (readings.ok) {
    const replayed = readings.value.map((reading) => ({ reading, rawHex: null, line: 0 }));
    tally.compare(recorded, { readings: replayed, gaps: [] });
  } else tally.damaged.push({ place, fault: readings.fault });
  tally.sessions += 1;
  for (const block of recorded) tally.finish(block);
}

/** Counts per channel, and which blocks came out the same. */
class Tally {
  readonly damaged: DamagedBlock[] = [];
  readonly troubles: SessionTrouble[] = [];
  sessions = 0;
  readonly #scope: ReplayScope;
  readonly #channels = new Map<string, ChannelReplay>();
  readonly #blocks = new Map<ReadingBlock, boolean | null>();

  constructor(scope: ReplayScope) {
    this.#scope = scope;
  }

  isAsked(block: ReadingBlock): boolean {
    return this.#scope.has(block) && overlaps(block, this.#scope, 0);
  }

  isFinished(block: ReadingBlock): boolean {
    return this.#blocks.has(block);
  }

  compare(blocks: readonly RecordedBlock[], replayed: ReplayedSession): void {
    const { differs, extra } = matchSession(blocks, replayed);
    for (const { recorded, replayed: own } of differs) this.#channel(recorded).first ??= { recorded, replayed: own };
    for (const reading of extra.filter(({ time }) => time.wall >= this.#scope.from && time.wall <= this.#scope.to)) {
      const channel = this.#channel(reading);
      channel.extra += 1;
      channel.first ??= { recorded: null, replayed: reading };
    }
  }

  /** Nothing more will be replayed that could belong to this block. */
  finish(recorded: RecordedBlock): void {
    const { block, fault, readings, standings } = recorded;
    if (!this.isAsked(block)) return;
    if (fault) this.damaged.push({ place: block.place, fault });
    for (const [index, reading] of readings.entries()) {
      if (standings[index] === null) recorded.settle(index, isNote(reading) ? 'noted' : 'missing', null);
      const channel = this.#channel(reading);
      const standing = standings[index] ?? 'missing';
      channel[standing] += 1;
      if (standing === 'missing') channel.first ??= { recorded: reading, replayed: null };
    }
    this.#blocks.set(block, recorded.isIdentical());
  }

  report(): ReplayReport {
    const channels = [...this.#channels.values()];
    const blocks = [...this.#blocks].map(([{ place }, identical]) => ({ place, identical }));
    const areSame = channels.every(({ differs, missing, extra }) => differs + missing + extra === 0);
    const areIdentical = blocks.every(({ place, identical }) => place === null || identical === true);
    const isWhole = this.damaged.length === 0 && this.troubles.every(({ fault }) => fault === null);
    return {
      sessions: this.sessions,
      channels,
      blocks,
      damaged: this.damaged,
      troubles: this.troubles,
      agrees: areSame && areIdentical && isWhole,
    };
  }

  #channel({ instrument, channel }: Reading): ChannelReplay {
    const key = `${instrument} ${channel}`;
    const known = this.#channels.get(key);
    if (known) return known;
    const made = { instrument, channel, same: 0, differs: 0, missing: 0, extra: 0, noted: 0, first: null };
    this.#channels.set(key, made);
    return made;
  }
}

const sessionCauses: ReadonlySet<string> = new Set(
  lineGaps.flatMap((cause) => [gapMark(cause, 'begin'), gapMark(cause, 'end')]),
);

/** A gap that no session can have told: the listener or the recorder was away, or a driver failed. */
const isNote = ({ value }: Reading): boolean => value.quality === 'missing' && !sessionCauses.has(value.detail);
