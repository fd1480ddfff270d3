import type { LeftOut, RawChunk } from '../../vocabulary/capture.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import type { GapCause } from '../../vocabulary/gap-cause.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { type EpochMs, epochMs, type MonoMs, monoMs } from '../../vocabulary/time.ts';
import type { DecodedFrame, StoredEvent } from '../driver.ts';

/** One instant by both clocks. */
export interface Moment {
  readonly wall: EpochMs;
  readonly mono: MonoMs;
}

export const momentOf = (wall: number, mono: number): Moment => ({
  wall: epochMs.parse(wall),
  mono: monoMs.parse(mono),
});

/**
 * Why a session heard nothing: the device said nothing · what came was no valid frame (wrong speed, model or cable) · what
 * hangs there speaks by itself and was not asked · the line itself went away · the line was given up and opened anew after the machine had slept. A replay finds these again.
 */
export const lineGaps = [
  'silence',
  'unreadable',
  'line_speaks',
  'unplugged',
  'reopened',
] as const satisfies readonly GapCause[];
export type LineGap = (typeof lineGaps)[number];

/** `waiting`: open, nothing valid yet · `lost`: unplugged or silent, still trying. */
export type Phase = 'opening' | 'waiting' | 'live' | 'lost' | 'stopped';

/** Everything a session tells, in the order it became known. */
export type SessionItem =
  | { readonly kind: 'reading'; readonly reading: Reading; readonly rawHex: string; readonly flags: readonly string[] }
  /** What a good frame said beside its readings: who the instrument is. Not recorded: a replay finds it again. */
  | { readonly kind: 'said'; readonly details: DecodedFrame['details']; readonly at: Moment }
  | { readonly kind: 'event'; readonly event: StoredEvent; readonly at: Moment }
  | { readonly kind: 'stale'; readonly channel: string; readonly at: Moment }
  /** A gap has begun and goes on; the `gap` itself follows when it has ended. */
  | { readonly kind: 'gap_open'; readonly from: Moment; readonly cause: LineGap }
  | { readonly kind: 'gap'; readonly from: Moment; readonly to: Moment; readonly cause: LineGap }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly at: Moment; readonly rawHex: string | null }
  | { readonly kind: 'raw'; readonly chunk: RawChunk | LeftOut }
  | {
      readonly kind: 'link';
      /** Its place among the lines of the capture. */
      readonly n: number;
      readonly change: 'opened' | 'lost' | 'closed' | 'restarted';
      readonly at: Moment;
      readonly cause: string | null;
    }
  | { readonly kind: 'phase'; readonly phase: Phase; readonly fault: Fault | null; readonly at: Moment };
