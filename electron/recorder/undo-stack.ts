import { z } from 'zod';
import { answerBody } from '../../db/log/field-bodies.ts';
import type { EventRecord } from '../../db/record.ts';
import { type EventId, eventId, type InspectionId, itemId, placeId } from '../../vocabulary/ids.ts';
import { type InspectionSheet, outcome } from '../ports/inspection-models.ts';

/** An answer of this person that can be taken back, and what stood before it. */
const given = z.strictObject({ event: eventId, before: eventId.nullable(), subject: z.string() });
export type Given = z.infer<typeof given>;

const nameOf = (inspection: InspectionId) => `undo:${inspection}`;
const SUBJECT = /^inspection\/[0-9a-f]{32}\/answer:([^@]+)(?:@([0-9a-f]{32}))?$/;

function readStack({ stores }: EventRecord, inspection: InspectionId): readonly Given[] {
  const text = stores.local.get(nameOf(inspection));
  return text === null ? [] : z.array(given).parse(JSON.parse(text));
}

export function pushGiven(record: EventRecord, inspection: InspectionId, entry: Given): void {
  record.stores.local.put(nameOf(inspection), JSON.stringify([...readStack(record, inspection), entry]));
}

export function popGiven(record: EventRecord, inspection: InspectionId): void {
  record.stores.local.put(nameOf(inspection), JSON.stringify(readStack(record, inspection).slice(0, -1)));
}

export const lastGiven = (record: EventRecord, inspection: InspectionId): Given | null =>
  readStack(record, inspection).at(-1) ?? null;

export const rowOfSubject = (subject: string) => {
  const [, item, place] = SUBJECT.exec(subject) ?? [];
  return item === undefined ? null : { itemId: itemId.parse(item), placeId: place ? placeId.parse(place) : null };
};

/** What the undo button names. */
export function readUndo(record: EventRecord, inspection: InspectionId): InspectionSheet['undo'] {
  const last = lastGiven(record, inspection);
  const row = last && rowOfSubject(last.subject);
  const said = last && outcome.safeParse(bodyOf(record, last.subject, last.event)?.outcome).data;
  return row && said ? { ...row, outcome: said } : null;
}

/** The body of one event of a subject, as an answer; null where it is none. */
export function bodyOf(record: EventRecord, subject: string, id: EventId) {
  const entry = record.history(subject).find((one) => one.id === id);
  return entry?.body ? (answerBody.safeParse(entry.body).data ?? null) : null;
}
