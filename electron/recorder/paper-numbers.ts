import { paperNumberBody } from '../../db/log/paper-bodies.ts';
import type { EventRecord, HistoryEntry } from '../../db/record.ts';
import { documentNumber } from '../../rules/packs/documents.words.ts';
import { type EntityId, entityId, logId } from '../../vocabulary/ids.ts';
import type { PaperNumber, PaperSeries } from '../../vocabulary/paper.ts';
import { markOf, paperLetters } from '../../vocabulary/paper.words.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { BEIJING_OFFSET_MS } from '../../vocabulary/time.ts';
import type { LeaseRow, OrderPaper } from '../ports/withdrawal-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { losingNumber } from './withdrawal.words.ts';

export const numberText = ({ series, serial }: Pick<PaperNumber, 'series' | 'serial'>): string =>
  documentNumber({
    provinceShort: series.province,
    areaShort: series.unit,
    docCode: series.letter,
    year: series.year,
    serial,
  });

const sameSeries = (a: PaperSeries, b: PaperSeries): boolean =>
  a.province === b.province && a.unit === b.unit && a.letter === b.letter && a.year === b.year;

const numberSubject = (paper: string) => `document/${paper}/number`;

/** Every number this paper was ever given: what was superseded or decided against stays used. */
function numbersOf(record: EventRecord, paper: string) {
  return record.history(numberSubject(paper)).flatMap((entry) => {
    const number = paperNumberBody.safeParse(entry.body).data;
    return number ? [{ entry, number }] : [];
  });
}

/** The paper about something, with its number or its mark. */
export function paperOf(record: EventRecord, paper: string): OrderPaper {
  const [row] = record.rows('papers', { paper });
  const [standing] = record.rows('paper_numbers', { paper });
  const text = standing ? numberText({ series: standing.series, serial: standing.serial ?? 0 }) : null;
  const conflict = (standing?.heads ?? 1) > 1;
  const all = numbersOf(record, paper).map((one) => ({ ...one, text: numberText(one.number) }));
  const others = new Map(
    all
      .filter((one) => one.text !== text || standing?.voided)
      .map(({ text: other, number, entry }) => [other, whyNot(number, entry, conflict)]),
  );
  return {
    paperId: entityId.parse(paper),
    mark: row?.mark ?? markOf(paper),
    number: standing?.voided ? null : text,
    others: [...others].map(([number, reason]) => ({ number, reason })),
    conflict,
  };
}

const whyNot = ({ voided }: PaperNumber, { isHead }: HistoryEntry, conflict: boolean): string =>
  voided ?? (conflict && isHead ? '' : losingNumber);

function leaseRows(record: EventRecord): LeaseRow[] {
  const rows = record.rows('leases').toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const given = record.rows('papers').flatMap(({ paper }) => numbersOf(record, paper).map(({ number }) => number));
  const principals = new Map<string, string | null>(record.logs().map(({ log, principal }) => [log, principal]));
  return rows.map(({ lease, holder, series, from, to }): LeaseRow => {
    const [first, last] = [from ?? 0, to ?? 0];
    const taken = new Set(given.flatMap((one) => (sameSeries(one.series, series) ? [one.serial] : [])));
    const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const others = rows.filter((one) => one.lease !== lease && sameSeries(one.series, series));
    return {
      leaseId: entityId.parse(lease),
      holder: logId.parse(holder),
      principal: principals.get(holder) ?? null,
      own: holder === record.identity.log,
      series,
      from: first,
      to: last,
      used: all.filter((serial) => taken.has(serial)).length,
      next: all.find((serial) => !taken.has(serial)) ?? null,
      overlaps: others.some((one) => (one.from ?? 0) <= last && (one.to ?? 0) >= first),
    };
  });
}

const yearOf = (wall: number): number => new Date(wall + BEIJING_OFFSET_MS).getUTCFullYear();

/** A paper waits for its number: where this device has one of its series and year, it gets the next. */
function numberPaper(desk: Desk, record: EventRecord, paper: string): Result<boolean> {
  const [row] = record.rows('papers', { paper });
  if (!row || record.rows('paper_numbers', { paper }).length > 0) return ok(false);
  const year = yearOf(row.at ?? row.wall);
  const lease = leaseRows(record).find(
    (one) => one.own && one.next !== null && one.series.letter === paperLetters[row.kind] && one.series.year === year,
  );
  if (!lease?.next) return ok(false);
  const { kind, about, mark } = row;
  const number = { kind, about, mark, series: lease.series, serial: lease.next, lease: lease.leaseId, voided: null };
  const saved = desk.save({ type: 'document', subject: numberSubject(paper), body: number }, 'inspection');
  return saved.ok ? ok(true) : saved;
}

/** Issues the paper of an order, with a number where this device has one, with its mark alone where not. */
export function issuePaper(desk: Desk, record: EventRecord, about: EntityId, at: number): Result<boolean> {
  if (record.rows('papers', { paper: about }).length > 0) return ok(false);
  const body = { kind: 'withdrawalOrder', about, mark: markOf(about), at };
  const saved = desk.save({ type: 'document', subject: `document/${about}/paper`, body }, 'inspection');
  return saved.ok ? numberPaper(desk, record, about) : saved;
}

/** Numbers every paper that waits, the oldest first; a second run finds nothing to do. */
export function numberPapers(desk: Desk, record: EventRecord): Result<{ numbered: number; waiting: number }> {
  let numbered = 0;
  const waiting = record
    .rows('papers')
    .filter(({ paper }) => record.rows('paper_numbers', { paper }).length === 0)
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.paper < b.paper ? -1 : 1));
  for (const { paper } of waiting) {
    const done = numberPaper(desk, record, paper);
    if (!done.ok) return done;
    if (done.value) numbered += 1;
  }
  return ok({ numbered, waiting: waiting.length - numbered });
}

/** Numbers of papers: given by a lead to a log, used by that log alone. */
export function paperHandlers(desk: Desk): Some<'paper/number' | 'lease/list' | 'lease/give'> {
  return {
    'paper/number': () => {
      const record = desk.need();
      if (!record.ok) return record;
      const done = numberPapers(desk, record.value);
      if (!done.ok || done.value.waiting === 0 || done.value.numbered > 0) return done;
      return fail({ code: 'no_numbers_left', series: paperLetters.withdrawalOrder });
    },
    'lease/list': () => {
      const record = desk.need();
      return record.ok ? ok(leaseRows(record.value)) : record;
    },
    'lease/give': ({ holder, series, count }) => {
      const record = desk.need();
      if (!record.ok) return record;
      if (!record.value.logs().some(({ log }) => log === holder)) return fail({ code: 'not_found', what: holder });
      const ends = leaseRows(record.value).flatMap((one) => (sameSeries(one.series, series) ? [one.to] : []));
      const from = Math.max(0, ...ends) + 1;
      const lease = desk.newId();
      const body = { holder, series, from, to: from + count - 1, at: desk.clock.wall() };
      const saved = desk.save({ type: 'lease', subject: `lease/${lease}/range`, body }, 'exchange');
      if (!saved.ok) return saved;
      const row = leaseRows(record.value).find(({ leaseId }) => leaseId === lease);
      return row ? ok(row) : fail({ code: 'not_found', what: lease });
    },
  };
}
