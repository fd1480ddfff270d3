import type { ExchangeState } from '../../../electron/ports/exchange-models.ts';
import type { InspectionSheet } from '../../../electron/ports/inspection-models.ts';
import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import type { SessionState } from '../../../electron/ports/session-models.ts';
import { daysLeft, daysUntil, INSTRUMENT_WARNING_DAYS } from '../../words/days.ts';
import type { GradedInstrument } from '../ledger/graded.ts';

/** Something a person owes. Only what is known to be true is listed; what is not loaded yet is not. */
export type Todo =
  | { readonly kind: 'unknown'; readonly n: number; readonly mine: string }
  | { readonly kind: 'evidence'; readonly n: number; readonly mine: string }
  | { readonly kind: 'noCertificate' }
  | { readonly kind: 'certificateEnds'; readonly days: number }
  | {
      readonly kind: 'instrumentEnds';
      readonly days: number;
      readonly model: string;
      readonly serial: string;
      readonly until: string;
    }
  | { readonly kind: 'notEvidence'; readonly n: number; readonly names: readonly string[] }
  | { readonly kind: 'unexported'; readonly n: number; readonly toSeq: number | null; readonly at: number | null }
  | { readonly kind: 'conflicts'; readonly n: number }
  | {
      readonly kind: 'gap';
      readonly name: string | null;
      readonly n: number;
      readonly from: number;
      readonly to: number;
    };

export interface TodoFacts {
  readonly sheet: InspectionSheet | undefined;
  readonly session: SessionState | undefined;
  readonly exchange: ExchangeState | undefined;
  readonly instruments: readonly InstrumentRow[] | undefined;
  /** The same with what their readings are worth today. */
  readonly graded: readonly GradedInstrument[] | undefined;
  /** Number of the newest own entry. */
  readonly ownSeq: number;
  readonly now: number;
}

const CERTIFICATE_WARNING_DAYS = 30;
const NAMES_SHOWN = 3;

function ofSheet(sheet: InspectionSheet | undefined): Todo[] {
  if (!sheet || sheet.summary.signedAt !== null) return [];
  const mine = sheet.summary.mine;
  const lacks = (row: InspectionSheet['rows'][number]) =>
    row.answer?.outcome === 'pass' && row.missingEvidence.length > 0;
  const evidence = sheet.rows.filter(lacks).length;
  const unknown = sheet.rows.filter(
    (row) => row.status === 'unknown' && !lacks(row) && row.answer?.reason.trim() === '',
  ).length;
  const found: Todo[] = [];
  if (unknown > 0) found.push({ kind: 'unknown', n: unknown, mine });
  if (evidence > 0) found.push({ kind: 'evidence', n: evidence, mine });
  return found;
}

function ofDevice(session: SessionState | undefined, now: number): Todo[] {
  if (session?.phase !== 'open') return [];
  const { certificate } = session.device;
  if (!certificate) return [{ kind: 'noCertificate' }];
  const days = daysLeft(certificate.validBefore, now);
  return days <= CERTIFICATE_WARNING_DAYS ? [{ kind: 'certificateEnds', days }] : [];
}

function ofInstruments(instruments: readonly InstrumentRow[] | undefined, now: number): Todo[] {
  return (instruments ?? []).flatMap((one): Todo[] => {
    if (one.certificateUntil === null) return [];
    const days = daysUntil(one.certificateUntil, now);
    if (days > INSTRUMENT_WARNING_DAYS) return [];
    return [{ kind: 'instrumentEnds', days, model: one.model, serial: one.serialNumber, until: one.certificateUntil }];
  });
}

/** One line for all of them, however many: a certificate that has ended has a line of its own already. */
function ofGrades(graded: readonly GradedInstrument[] | undefined): Todo[] {
  const bad = (graded ?? []).filter(({ reasons }) => reasons.some((reason) => reason !== 'certificate_expired'));
  const names = bad.map(({ row }) => `${row.model} ${row.serialNumber}`);
  return bad.length === 0 ? [] : [{ kind: 'notEvidence', n: bad.length, names: names.slice(0, NAMES_SHOWN) }];
}

function ofExchange({ exchange, session, ownSeq }: TodoFacts): Todo[] {
  if (!exchange) return [];
  const found: Todo[] = [];
  const last = exchange.exported.toSorted((a, b) => b.toSeq - a.toSeq)[0];
  const owed = ownSeq - (last?.toSeq ?? 0);
  if (owed > 0 && session?.device.certificate)
    found.push({ kind: 'unexported', n: owed, toSeq: last?.toSeq ?? null, at: last?.at ?? null });
  if (exchange.conflicts.length > 0) found.push({ kind: 'conflicts', n: exchange.conflicts.length });
  for (const gap of exchange.gaps)
    found.push({ kind: 'gap', name: gap.principal, n: gap.to - gap.from + 1, from: gap.from, to: gap.to });
  return found;
}

/** What is owed, in the order it should be looked at. */
export const todosOf = (facts: TodoFacts): Todo[] => [
  ...ofSheet(facts.sheet),
  ...ofDevice(facts.session, facts.now),
  ...ofInstruments(facts.instruments, facts.now),
  ...ofGrades(facts.graded),
  ...ofExchange(facts),
];
