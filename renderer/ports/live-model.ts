import type { DetectorState, LiveReading } from '../../electron/ports/listener-port.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';

/** One column of the chart: the lowest and highest value within `BUCKET_MS`; null where nothing was measured. */
export interface Bucket {
  readonly at: number;
  readonly min: number;
  readonly max: number;
  readonly last: number;
}

/** A stretch of the wall clock in milliseconds, ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const BUCKET_MS = 3000;
/** Silence that breaks a line or a stretch. */
export const HOLE_MS = 15_000;
export const HOUR_MS = 3_600_000;
/** Silence after which a value is no longer current, in milliseconds. */
const STALE_MS = 3000;

/** What is known of one channel of one detector. */
export interface ChannelLive {
  readonly key: string;
  readonly detector: string;
  readonly channel: string;
  readonly latest: LiveReading;
  /** The last reading that was a measurement, for “14:31:20 时为 4 ppm”. */
  readonly lastMeasured: LiveReading | null;
  readonly saidStale: boolean;
  /** Wall clock of the first reading of the present quality: for how long it has been warming up. */
  readonly since: number;
  readonly history: readonly Bucket[];
  /** When it was past its range: no number, and graver than any. */
  readonly over: readonly Span[];
}

export interface LiveState {
  readonly detectors: ReadonlyMap<string, DetectorState>;
  /** In the order they first spoke: nothing moves by itself. */
  readonly channels: ReadonlyMap<string, ChannelLive>;
}

export const emptyLive: LiveState = { detectors: new Map(), channels: new Map() };

const channelKey = (detector: string, channel: string): string => `${detector}/${channel}`;

const amountOf = (value: ReadingValue): number | null => (value.quality === 'ok' ? Number(value.amount) : null);

/** Adds a value to the hour's columns; columns older than an hour fall off. */
export function addToHistory(history: readonly Bucket[], wall: number, amount: number): readonly Bucket[] {
  const at = Math.floor(wall / BUCKET_MS) * BUCKET_MS;
  const last = history.at(-1);
  if (last && last.at === at) {
    const merged = { at, min: Math.min(last.min, amount), max: Math.max(last.max, amount), last: amount };
    return [...history.slice(0, -1), merged];
  }
  const kept = history.filter((bucket) => bucket.at > at - HOUR_MS);
  return [...kept, { at, min: amount, max: amount, last: amount }];
}

/** Adds a moment past the range; what is older than the columns falls off. */
export function addOver(over: readonly Span[], wall: number): readonly Span[] {
  const last = over.at(-1);
  if (last && wall - last.to <= HOLE_MS && wall >= last.from)
    return [...over.slice(0, -1), { from: last.from, to: Math.max(last.to, wall) }];
  return [...over.filter((span) => span.to > wall - HOUR_MS), { from: wall, to: wall }];
}

export function hearReading(state: LiveState, news: LiveReading): LiveState {
  const key = channelKey(news.detector, news.reading.channel);
  const before = state.channels.get(key);
  const amount = amountOf(news.reading.value);
  const history = before?.history ?? [];
  const channel: ChannelLive = {
    key,
    detector: news.detector,
    channel: news.reading.channel,
    latest: news,
    lastMeasured: amount === null ? (before?.lastMeasured ?? null) : news,
    saidStale: news.reading.value.quality === 'stale',
    since:
      before && before.latest.reading.value.quality === news.reading.value.quality
        ? before.since
        : news.reading.time.wall,
    history: amount === null ? history : addToHistory(history, news.reading.time.wall, amount),
    over:
      news.reading.value.quality === 'over_range'
        ? addOver(before?.over ?? [], news.reading.time.wall)
        : (before?.over ?? []),
  };
  return { ...state, channels: new Map(state.channels).set(key, channel) };
}

export function hearStale(state: LiveState, detector: string, channel: string): LiveState {
  const key = channelKey(detector, channel);
  const before = state.channels.get(key);
  if (!before) return state;
  return { ...state, channels: new Map(state.channels).set(key, { ...before, saidStale: true }) };
}

export function hearDetector(state: LiveState, news: DetectorState): LiveState {
  const detectors = new Map(state.detectors).set(news.detector, news);
  const seeded = news.latest.filter(
    (reading) => !state.channels.has(channelKey(reading.detector, reading.reading.channel)),
  );
  const withReadings = seeded.reduce(hearReading, { ...state, detectors });
  if (news.phase !== 'stopped') return withReadings;
  const channels = new Map([...withReadings.channels].filter(([, channel]) => channel.detector !== news.detector));
  detectors.delete(news.detector);
  return { detectors, channels };
}

/** All detectors as the listener has them. A page that came later shows them in its order, whoever spoke to the page first. */
export function hearStates(state: LiveState, states: readonly DetectorState[]): LiveState {
  const heard = states.reduce(hearDetector, state);
  const order = new Map(states.map(({ detector }, at) => [String(detector), at]));
  const placeOf = (channel: ChannelLive) => order.get(channel.detector) ?? states.length;
  return { ...heard, channels: new Map([...heard.channels].toSorted(([, a], [, b]) => placeOf(a) - placeOf(b))) };
}

/** Age of the newest value in milliseconds, never negative. */
export const ageOf = (channel: ChannelLive, now: number): number => Math.max(0, now - channel.latest.reading.time.wall);

/** A channel is stale when the listener says so, when its detector is lost, or after three seconds of silence. */
export function isStale(state: LiveState, channel: ChannelLive, now: number): boolean {
  const phase = state.detectors.get(channel.detector)?.phase;
  return channel.saidStale || phase === 'lost' || ageOf(channel, now) > STALE_MS;
}
