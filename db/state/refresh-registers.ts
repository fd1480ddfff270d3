import { readJudgedLine } from '../log/header-line.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { type Register, type RegisterEvent, registerOf } from '../projections/register.ts';
import type { AdmittedRow } from '../sqlite/event-rows.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { RowSubject } from '../sqlite/subject-numbers.ts';

/** Brings every projection row of these subjects in step with the events that are admitted now. */
export function refreshRegisters(stores: Stores, subjects: Iterable<number>): void {
  for (const subject of subjects) {
    stores.generation.note(subject);
    applyRegister(stores, { n: subject, isNew: false }, readRegister(stores, subject));
  }
}

/** Puts the row of one subject into every projection that follows it. */
export function applyRegister(
  { projections, followersOf }: Stores,
  subject: RowSubject,
  register: Register | null,
): void {
  for (const store of register ? followersOf(register.type) : projections) store.apply(subject, register);
}

/** The register of a subject by its number in this database; null where nothing is admitted. */
export function readRegister(stores: Stores, subject: number): Register | null {
  return registerFrom(stores.events.admittedOf(subject));
}

/** The admitted events of a subject. */
export const admittedEventsOf = (stores: Stores, subject: number): readonly RegisterEvent[] =>
  stores.events.admittedOf(subject).map(toRegisterEvent);

/** The register that admitted events of one subject make. */
export function registerFrom(rows: readonly AdmittedRow[]): Register | null {
  const admitted = rows.map(toRegisterEvent);
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
  header: readJudgedLine(row.header) ?? parseStoredHeader(row.header),
  body: row.hole ? null : parseStoredBody(row.body),
});
