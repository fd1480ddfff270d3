import { gapMark } from '../../vocabulary/gap-cause.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { momentKey, type RecordedBlock, readingKey } from './recorded-block.ts';
import type { ReplayedSession } from './replay-session.ts';

interface Slot {
  readonly block: RecordedBlock;
  readonly index: number;
  readonly reading: Reading;
}

/** What no recorded reading answered to. */
export interface Unmatched {
  readonly differs: readonly { readonly recorded: Reading; readonly replayed: Reading }[];
  readonly extra: readonly Reading[];
}

/**
 * Gives every recorded reading its replayed one: the very same first, then another of the same channel and moment. A gap that the
 * session told before it had heard a channel was marked by the recorder, which knew the channel from before.
 */
export function matchSession(
  blocks: readonly RecordedBlock[],
  { readings: replayed, gaps }: ReplayedSession,
): Unmatched {
  const slots = blocks.flatMap((block) =>
    block.readings.flatMap((reading, index): Slot[] =>
      block.standings[index] === null ? [{ block, index, reading }] : [],
    ),
  );
  const readings = replayed.map(({ reading }) => reading);
  const left = pairUp(slots, readings, readingKey, ({ block, index }, own) => block.settle(index, 'same', own));
  const edges = new Set(
    gaps.flatMap(({ from, to, cause }) => [`${from} ${gapMark(cause, 'begin')}`, `${to} ${gapMark(cause, 'end')}`]),
  );
  for (const { block, index, reading } of slots) {
    if (block.standings[index] === null && isMarkOf(edges, reading)) block.settle(index, 'noted', null);
  }
  const open = slots.filter(({ block, index }) => block.standings[index] === null);
  const differs: { recorded: Reading; replayed: Reading }[] = [];
  const extra = pairUp(open, left, momentKey, ({ block, index, reading }, own) => {
    block.settle(index, 'differs', own);
    differs.push({ recorded: reading, replayed: own });
  });
  return { differs, extra };
}

/** Pairs by key, in order; gives the readings that found no slot. */
function pairUp(
  slots: readonly Slot[],
  readings: readonly Reading[],
  key: (reading: Reading) => string,
  found: (slot: Slot, reading: Reading) => void,
): Reading[] {
  const waiting = new Map<string, Slot[]>();
  for (const slot of slots.toReversed()) {
    const at = key(slot.reading);
    const others = waiting.get(at);
    if (others) others.push(slot);
    else waiting.set(at, [slot]);
  }
  return readings.filter((reading) => {
    const slot = waiting.get(key(reading))?.pop();
    if (slot) found(slot, reading);
    return !slot;
  });
}

const isMarkOf = (edges: ReadonlySet<string>, { time, value }: Reading): boolean =>
  value.quality === 'missing' && edges.has(`${time.wall} ${value.detail}`);
