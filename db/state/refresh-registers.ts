import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { type Register, type RegisterEvent, registerOf } from '../projections/register.ts';
import type { EventRow } from '../sqlite/event-store.ts';
import type { Stores } from '../sqlite/stores.ts';

/** Brings every projection row of these subjects in step with the events that are admitted now. */
export function refreshRegisters(stores: Stores, subjects: Iterable<number>): void {
  const { generation } = stores;
  for (const subject of subjects) {
    generation.note(subject);
    const register = readRegister(stores, subject);
    for (const store of stores.projections) {
      if (!register || store.follows(register.type)) store.apply(subject, register);
    }
  }
}

/** The register of a subject by its number in this database; null where nothing is admitted. */
export function readRegister(stores: Stores, subject: number): Register | null {
  const admitted = stores.events.ofSubject(subject).filter((row) => row.status === 'admitted');
  const [first] = admitted;
  return first ? registerOf(first.subject, admitted.map(toRegisterEvent)) : null;
}

export const toRegisterEvent = (row: EventRow): RegisterEvent => ({
  id: row.id,
  header: parseStoredHeader(row.header),
  body: row.hole ? null : parseStoredBody(row.body),
});
