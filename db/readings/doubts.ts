import { z } from 'zod';
import { type GradeReason, gradeReason } from '../../vocabulary/evidence-grade.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import type { LocalStore } from '../sqlite/local-store.ts';

/** Spans of readings that the line itself gave reason to doubt. They wait here until the readings are folded, with their marks. */
const spans = z.array(z.strictObject({ from: z.int(), to: z.int(), reasons: z.array(gradeReason) }));
type Span = z.infer<typeof spans>[number];

/** Batches come every second: doubts no further apart are one, and a reading just kept may be of the next batch. */
const NEAR_MS = 3_000;

const nameOf = (instrument: string): string => `doubts ${instrument}`;

function readSpans(local: Pick<LocalStore, 'get'>, instrument: string): readonly Span[] {
  const text = local.get(nameOf(instrument));
  return text === null ? [] : spans.parse(JSON.parse(text));
}

/** Notes the reasons against a batch beside its readings; part of the same transaction. */
export function noteDoubts(
  local: Pick<LocalStore, 'get' | 'put'>,
  instrument: string,
  readings: readonly Reading[],
  reasons: readonly GradeReason[],
): void {
  if (reasons.length === 0 || readings.length === 0) return;
  const walls = readings.map(({ time }) => time.wall);
  const span: Span = { from: Math.min(...walls), to: Math.max(...walls), reasons: [...reasons] };
  const known = readSpans(local, instrument);
  const last = known.at(-1);
  const continues =
    last && span.from >= last.from && span.from - last.to <= NEAR_MS && `${last.reasons}` === `${reasons}`;
  const next = continues ? [...known.slice(0, -1), { ...last, to: Math.max(last.to, span.to) }] : [...known, span];
  local.put(nameOf(instrument), JSON.stringify(next));
}

/** What the line gave against a reading of that instant. */
export function doubtsOf(
  local: Pick<LocalStore, 'get'>,
  instrument: string,
): (reading: Reading) => readonly GradeReason[] {
  const known = readSpans(local, instrument);
  return ({ time }) =>
    known.filter(({ from, to }) => from <= time.wall && time.wall <= to + NEAR_MS).flatMap(({ reasons }) => reasons);
}

/** Nothing of an instrument waits any more: the marks stand in the blocks. */
export const forgetDoubts = (local: Pick<LocalStore, 'put'>, instrument: string): void =>
  local.put(nameOf(instrument), null);
