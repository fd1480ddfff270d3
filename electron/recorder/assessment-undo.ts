import { z } from 'zod';
import type { EventRecord } from '../../db/record.ts';
import { eventId } from '../../vocabulary/ids.ts';
import { type AssessmentUndo, assessmentUndo } from '../ports/assessment-models.ts';

/** One thing done to units: what it is called, and what stood on each subject before it. */
const done = z.strictObject({
  said: assessmentUndo,
  steps: z.array(z.strictObject({ subject: z.string(), before: eventId.nullable() })),
});
export type Done = z.infer<typeof done>;
export type Step = Done['steps'][number];

const NAME = 'undo:assessment';
/** Older deeds can no longer be taken back whole; each figure can still be corrected. */
const MOST = 100;

export function readDone({ stores }: EventRecord): readonly Done[] {
  const text = stores.local.get(NAME);
  return text === null ? [] : z.array(done).parse(JSON.parse(text));
}

const write = ({ stores }: EventRecord, all: readonly Done[]) =>
  stores.local.put(NAME, JSON.stringify(all.slice(-MOST)));

export const pushDone = (record: EventRecord, one: Done): void => write(record, [...readDone(record), one]);
export const popDone = (record: EventRecord): void => write(record, readDone(record).slice(0, -1));
export const lastDone = (record: EventRecord): AssessmentUndo | null => readDone(record).at(-1)?.said ?? null;

/** The event that the next one of this person takes the place of. */
export function headBefore(record: EventRecord, subject: string): Step {
  const heads = record.history(subject).filter((entry) => entry.isHead);
  const own = heads.filter((entry) => entry.author === record.identity.person).at(-1);
  return { subject, before: (own ?? heads.find((entry) => entry.isShown))?.id ?? null };
}
