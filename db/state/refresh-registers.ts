import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { type Register, type RegisterEvent, registerOf } from '../projections/register.ts';
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
  const admitted = stores.events.admittedOf(subject).map(toRegisterEvent);
  const [first] = admitted;
  return first ? registerOf(first.header.subject, admitted) : null;
}

export const toRegisterEvent = (row: {
  readonly id: string;
  readonly header: string;
  readonly body: string;
  readonly hole: unknown;
}): RegisterEvent => ({
  id: row.id,
  header: parseStoredHeader(row.header),
  body: row.hole ? null : parseStoredBody(row.body),
});
