import { type Capture, endOf, orderCapture, startOf } from '../../drivers/capture/read-capture.ts';
import type { CaptureHeader, CaptureLine } from '../../vocabulary/capture.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import type { BlockPlace, EvidenceSource, RawBlock } from './evidence-source.ts';
import { momentKey, readingKey } from './recorded-block.ts';
import { type DamagedBlock, type ReplayedReading, replaySession } from './replay-session.ts';

/** More than the longest start-up hold: a replay that begins so much earlier gives the very same reading. */
const LEAD_MS = 15 * 60 * 1000;
const CLOCK_SLACK_MS = 10 * 60 * 1000;
/** Lines shown before and after the frame. */
const BEFORE = 4;
const AFTER = 3;
/** A frame in more pieces than this is none of ours. */
const MOST_PIECES = 512;

/** A line of the capture, the block it lies in (null: the tail), and which of its bytes belong to the frame. */
export interface FoundLine {
  readonly line: CaptureLine;
  readonly place: BlockPlace | null;
  readonly frame: { readonly from: number; readonly to: number } | null;
}

/** What the raw bytes say of one reading. */
export interface FoundBytes {
  readonly header: CaptureHeader;
  readonly lines: readonly FoundLine[];
  /** The frame in hex; null for the mark of a gap and where no frame was found. */
  readonly frame: string | null;
  /** `absent`: the bytes of that time do not give it. */
  readonly standing: 'same' | 'differs' | 'absent';
  /** What the bytes give at that moment where it differs. */
  readonly replayed: Reading | null;
  readonly damaged: readonly DamagedBlock[];
  /** Why the bytes could not be decoded. */
  readonly fault: Fault | null;
}

interface Held {
  readonly capture: Capture;
  readonly placeOf: ReadonlyMap<CaptureLine, BlockPlace | null>;
  readonly damaged: readonly DamagedBlock[];
}

/**
 * The bytes that a reading came from. Of a long capture only the blocks around its time are read. Null where no raw bytes of that time and
 * machine start are held; damaged blocks alone give a result without lines.
 */
export function findBytes(source: EvidenceSource, wanted: Reading): FoundBytes | DamagedBlock[] | null {
  const own = source.raw.filter(
    ({ instrument, boot }) => instrument === wanted.instrument && boot === wanted.time.boot,
  );
  const damaged: DamagedBlock[] = [];
  let nearest: FoundBytes | null = null;
  for (const blocks of Map.groupBy(own, ({ session }) => session).values()) {
    const near = blocksAround(blocks, wanted.time.wall);
    const held = near.length > 0 ? hold(near) : null;
    if (!held) continue;
    damaged.push(...held.damaged);
    const found = held.capture.lines.length > 0 ? look(held, wanted) : null;
    if (found?.standing === 'same') return found;
    if (found && reaches(held.capture, wanted.time.mono)) nearest ??= found;
  }
  if (nearest) return nearest;
  return damaged.length > 0 ? damaged : null;
}

/** The blocks whose time holds the moment, and those before that a replay needs to have settled. */
function blocksAround(blocks: readonly RawBlock[], wall: number): readonly RawBlock[] {
  const hit = blocks.filter(({ from, to }) => from <= wall + CLOCK_SLACK_MS && to >= wall - CLOCK_SLACK_MS);
  return hit.length === 0 ? [] : blocks.filter(({ from, to }) => from <= wall + CLOCK_SLACK_MS && to >= wall - LEAD_MS);
}

function hold(blocks: readonly RawBlock[]): Held | null {
  const placeOf = new Map<CaptureLine, BlockPlace | null>();
  const damaged: DamagedBlock[] = [];
  let header: CaptureHeader | null = null;
  for (const block of blocks) {
    const read = block.read();
    if (!read.ok) {
      damaged.push({ place: block.place, fault: read.fault });
      continue;
    }
    header ??= read.value.header;
    for (const line of read.value.lines) placeOf.set(line, block.place);
  }
  if (!header) return damaged.length > 0 ? { capture: empty, placeOf, damaged } : null;
  return { capture: orderCapture(header, [...placeOf.keys()]), placeOf, damaged };
}

const empty: Capture = { header: { v: 1, driver: '', driverVersion: '', settings: {} }, lines: [], holes: [] };

/** Whether bytes of that time are held at all: those of a reading that has just come are not, and do not contradict it. */
const reaches = ({ lines }: Capture, mono: number): boolean => {
  const [first, last] = [lines.at(0), lines.at(-1)];
  return first !== undefined && last !== undefined && startOf(first) <= mono && mono <= endOf(last);
};

function look(held: Held, wanted: Reading): FoundBytes {
  const { capture } = held;
  const replayed = replaySession(capture, wanted.time.mono);
  const about = { header: capture.header, damaged: held.damaged };
  if (!replayed.ok) {
    const lines = show(held, null, lineAt(capture, wanted.time.mono));
    return { ...about, lines, frame: null, standing: 'absent', replayed: null, fault: replayed.fault };
  }
  const { readings } = replayed.value;
  const same = readings.find(({ reading }) => readingKey(reading) === readingKey(wanted));
  const other = same ? undefined : readings.find(({ reading }) => momentKey(reading) === momentKey(wanted));
  const found = same ?? other;
  return {
    ...about,
    lines: show(held, found ?? null, found?.rawHex ? found.line : lineAt(capture, wanted.time.mono)),
    frame: found?.rawHex ?? null,
    standing: same ? 'same' : other ? 'differs' : 'absent',
    replayed: other?.reading ?? null,
    fault: null,
  };
}

/** The last line that had begun by then. */
const lineAt = ({ lines }: Capture, mono: number): number =>
  Math.max(
    0,
    lines.findLastIndex((line) => startOf(line) <= mono),
  );

/** The lines around a place, with the bytes of the frame marked in those that carried it. */
function show({ capture, placeOf }: Held, found: ReplayedReading | null, at: number): FoundLine[] {
  const { lines } = capture;
  const pieces = found?.rawHex ? piecesOf(lines, found.rawHex, at) : new Map<number, { from: number; to: number }>();
  const first = Math.min(at, ...pieces.keys());
  return lines.slice(Math.max(0, first - BEFORE), at + 1 + AFTER).map((line, index) => ({
    line,
    place: placeOf.get(line) ?? null,
    frame: pieces.get(Math.max(0, first - BEFORE) + index) ?? null,
  }));
}

/** Which bytes of which lines are the frame: the last place at or before the line where it stands, over as many lines as it took. */
function piecesOf(lines: readonly CaptureLine[], frame: string, at: number): Map<number, { from: number; to: number }> {
  const parts: { readonly index: number; readonly hex: string }[] = [];
  let joined = '';
  for (let index = at; index >= 0 && parts.length < MOST_PIECES; index -= 1) {
    const line = lines[index];
    if (!line || !('hex' in line) || line.dir !== 'rx') continue;
    parts.unshift({ index, hex: line.hex });
    joined = line.hex + joined;
    const from = lastOnByte(joined, frame);
    if (from >= 0) return spread(parts, from / 2, (from + frame.length) / 2);
  }
  return new Map();
}

/** The last place of a hex text that begins with a whole byte; −1 where there is none. */
function lastOnByte(text: string, frame: string): number {
  let from = text.toLowerCase().lastIndexOf(frame.toLowerCase());
  while (from > 0 && from % 2 === 1) from = text.toLowerCase().lastIndexOf(frame.toLowerCase(), from - 1);
  return from % 2 === 1 ? -1 : from;
}

function spread(parts: readonly { readonly index: number; readonly hex: string }[], from: number, to: number) {
  const pieces = new Map<number, { from: number; to: number }>();
  let begin = 0;
  for (const { index, hex } of parts) {
    const end = begin + hex.length / 2;
    if (from < end && to > begin)
      pieces.set(index, { from: Math.max(from, begin) - begin, to: Math.min(to, end) - begin });
    begin = end;
  }
  return pieces;
}

/** Where a reading itself is kept. `damaged`: a block of its time that cannot be read, and might hold it. */
export function findKept(source: EvidenceSource, wanted: Reading) {
  const key = readingKey(wanted);
  const damaged: DamagedBlock[] = [];
  const { wall } = wanted.time;
  for (const block of [...source.readings, ...source.files.flatMap(({ blocks }) => blocks)]) {
    if (block.instrument !== wanted.instrument || wall < block.from || wall > block.to) continue;
    const read = block.read();
    if (!read.ok) damaged.push({ place: block.place, fault: read.fault });
    else if (read.value.some((one) => readingKey(one) === key)) return { isKept: true, place: block.place, damaged };
  }
  return { isKept: false, place: null, damaged };
}
