import fc from 'fast-check';
import { type Behaviour, measuring, type ScriptStep } from '../simulator/simulated-device.ts';
import type { Weather } from './virtual-bench.ts';

/** Shares of the lateness: from just behind the time-out to just before the end of the silence that follows it. */
const LATENESSES = [0.72, 0.8, 1, 1.2, 1.35];

/**
 * A stretch of a line's life: noise first, then a device that behaves so. A late frame is no fault of a device that
 * speaks by itself and is left out there.
 */
export const lineEvent = (lateMs: number | null) =>
  fc.record({
    forMs: fc.integer({ min: 50, max: 2500 }),
    noise: fc.uint8Array({ maxLength: 40 }),
    /** The plug is out for so long before this stretch. */
    unpluggedMs: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 3000 })),
    cents: fc.integer({ min: 0, max: 400 }),
    behaviour: fc.constantFrom<Behaviour>(
      { kind: 'normal' },
      { kind: 'silent' },
      { kind: 'half' },
      { kind: 'bad_check' },
      { kind: 'doubled' },
      ...(lateMs === null ? [] : LATENESSES.map((share) => ({ kind: 'late', ms: lateMs * share }) as const)),
    ),
  });

/** A busy machine and a line that delivers in slices; nothing so slow that a frame would rightly be truncated. */
export const badWeather = fc
  .record({
    late: fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 7 }),
    sliceBytes: fc.integer({ min: 1, max: 50 }),
    sliceMs: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ late, ...slicing }): Weather => {
    let turn = 0;
    return { ...slicing, lateness: () => late[turn++ % late.length] ?? 0 };
  });

export type LineEvent = ReturnType<typeof lineEvent> extends fc.Arbitrary<infer E> ? E : never;

export function scriptOf(events: readonly LineEvent[]): [ScriptStep, ...ScriptStep[]] {
  const [first, ...rest] = events.map(
    ({ forMs, cents, behaviour }): ScriptStep => ({ forMs, condition: measuring((cents / 100).toFixed(2)), behaviour }),
  );
  return [first ?? { forMs: 1, condition: measuring('0.00') }, ...rest];
}
