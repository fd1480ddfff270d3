import type { DecimalString } from '../../vocabulary/quantity.ts';
import { quality, type Reading } from '../../vocabulary/reading.ts';
import type { Result } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import { amountToScaled } from './amount.ts';
import { entry } from './block.ts';
import { AS_TEXT, type BlockColumns, readBlockColumns } from './block-format.ts';

/** Min, max and mean of one channel over one minute, in the unit of the channel; only real readings count. */
export interface MinuteSummary {
  readonly channel: string;
  readonly minute: EpochMs;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Real readings in the minute. */
  readonly count: number;
  /** Readings that were no measurement: warm-up, fault, over-range… */
  readonly others: number;
  /** Those of them that were past the range: graver than any number. */
  readonly over: number;
}

export const MINUTE_MS = 60_000;

interface Sum {
  readonly minute: number;
  min: number;
  max: number;
  sum: number;
  count: number;
  others: number;
  over: number;
}

const newSum = (minute: number): Sum => ({
  minute,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  sum: 0,
  count: 0,
  others: 0,
  over: 0,
});

/** The minutes of one channel on their way. Readings mostly fall into the minute of the one before. */
class ChannelMinutes {
  readonly #sums = new Map<number, Sum>();
  #last = newSum(Number.NaN);

  at(wall: number): Sum {
    const from = this.#last.minute;
    if (wall >= from && wall < from + MINUTE_MS) return this.#last;
    const minute = Math.floor(wall / MINUTE_MS) * MINUTE_MS;
    const sum = this.#sums.get(minute) ?? newSum(minute);
    this.#sums.set(minute, sum);
    this.#last = sum;
    return sum;
  }

  summaries(channel: string): MinuteSummary[] {
    return [...this.#sums.values()]
      .sort((a, b) => a.minute - b.minute)
      .map(({ minute, min, max, sum, count, others, over }) => ({
        channel,
        minute: epochMs.parse(minute),
        min: count > 0 ? min : null,
        max: count > 0 ? max : null,
        mean: count > 0 ? sum / count : null,
        count,
        others,
        over,
      }));
  }
}

function addAmount(sum: Sum, amount: number): void {
  if (amount < sum.min) sum.min = amount;
  if (amount > sum.max) sum.max = amount;
  sum.sum += amount;
  sum.count += 1;
}

function addWord(sum: Sum, isOver: boolean): void {
  sum.others += 1;
  if (isOver) sum.over += 1;
}

const inOrder = (channels: ReadonlyMap<string, ChannelMinutes>): readonly MinuteSummary[] =>
  [...channels].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([channel, minutes]) => minutes.summaries(channel));

/** The minutes of a channel, made at the first reading of it. */
function channelIn(channels: Map<string, ChannelMinutes>, channel: string): ChannelMinutes {
  const found = channels.get(channel) ?? new ChannelMinutes();
  channels.set(channel, found);
  return found;
}

/** Summaries in the order of (channel, minute). The chart's numbers are for looking; verdicts use the exact amounts. */
export function minutesOf(readings: readonly Reading[]): readonly MinuteSummary[] {
  const channels = new Map<string, ChannelMinutes>();
  let last = '';
  let minutes = new ChannelMinutes();
  for (const { channel, time, value } of readings) {
    if (channel !== last) minutes = channelIn(channels, channel);
    last = channel;
    const sum = minutes.at(time.wall);
    if (value.quality === 'ok') addAmount(sum, toNumber(value.amount));
    else addWord(sum, value.quality === 'over_range');
  }
  return inOrder(channels);
}

/** The double nearest to a decimal; most are quicker by their digits than by the runtime's parser. */
function toNumber(amount: DecimalString): number {
  const scaled = amountToScaled(amount);
  return scaled ? scaled.mantissa / entry(TENS, scaled.decimals) : Number(amount);
}

/** The same read straight from a block: no reading is made, and columns that say nothing of it are passed over. */
export const minutesOfBlock = (bytes: Uint8Array): Result<readonly MinuteSummary[]> =>
  readBlockColumns(bytes, sumColumns);

const OK = quality.options.indexOf('ok');
const OVER = quality.options.indexOf('over_range');

function sumColumns({ about, columns }: BlockColumns): readonly MinuteSummary[] {
  const channels = new Map<string, ChannelMinutes>();
  const bySeries = about.series.map(({ channel }) => channelIn(channels, channel));
  const { series, wall, quality: words, decimals, mantissa } = columns;
  const lastMantissa = about.series.map(() => 0);
  const isOne = bySeries.length === 1;
  let now = 0;
  for (let n = 0; n < about.count; n += 1) {
    const at = isOne ? 0 : series.unsigned();
    now += wall.signed();
    const sum = entry(bySeries, at).at(now);
    const word = words.unsigned();
    const places = decimals.unsigned();
    if (word !== OK) {
      addWord(sum, word === OVER);
      continue;
    }
    const number = mantissa.signed();
    if (places === AS_TEXT) {
      addAmount(sum, Number(entry(about.texts, number)));
      continue;
    }
    const exact = (lastMantissa[at] ?? 0) + number;
    lastMantissa[at] = exact;
    addAmount(sum, exact / entry(TENS, places));
  }
  return inOrder(channels);
}

/** Exact as doubles, so that a quotient is the double nearest to the decimal. */
const TENS = Array.from({ length: AS_TEXT }, (_, places) => 10 ** places);
