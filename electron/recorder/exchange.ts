import { answerBody } from '../../db/log/field-bodies.ts';
import { calibrationBody, instrumentBody } from '../../db/log/instrument-bodies.ts';
import type { EventRecord, HistoryEntry, Register } from '../../db/record.ts';
import { findItem } from '../../rules/checklist/registry.ts';
import { eventId, logId, sha256Hex } from '../../vocabulary/ids.ts';
import { ok } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { Conflict, ExchangeState, ImportChange, LogRow, QuarantinedRow } from '../ports/exchange-models.ts';
import { outcome } from '../ports/inspection-models.ts';
import { assessmentFacts, assessmentTitle, mineOfAssessment } from './assessment-conflict.ts';
import { type Desk, savedOf } from './desk.ts';
import { listHandedIn } from './handed-in.ts';
import { logFacts, logTitle } from './log-conflict.ts';
import type { Some } from './methods.ts';
import { sayFacts } from './say-facts.ts';
import { nameOf } from './sheet.ts';
import { siteSaid, siteTitle } from './site-conflict.ts';
import { mineOfOrder, orderSaid, orderTitle } from './withdrawal-conflict.ts';
import { mineOfZone, zoneSaid, zoneTitle } from './zone-conflict.ts';

/** What every device has sent, what is missing, and what a person must decide. */
export function exchangeHandlers(desk: Desk): Some<'exchange/state' | 'conflict/resolve' | 'import/changes'> {
  return {
    'exchange/state': () => {
      const record = desk.need();
      return record.ok ? ok(exchangeState(record.value)) : record;
    },
    'import/changes': () => {
      const record = desk.need();
      return record.ok ? ok(importChanges(record.value)) : record;
    },
    'conflict/resolve': ({ subject, chosen, reason }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const resolved = record.value.resolve(subject, chosen, reason);
      if (!resolved.ok) return resolved;
      desk.tell('changed', { areas: ['inspection', 'exchange', 'assessment', 'rules'] });
      return ok(savedOf(resolved.value));
    },
  };
}

function exchangeState(record: EventRecord): ExchangeState {
  const { logHash, stateHash, stateVersion } = record.state();
  const logs = record.logs();
  const principalOf: PrincipalOf = (log) => logs.find((one) => one.log === log)?.principal ?? null;
  return {
    logs: logs.map(({ sealWaits, ...log }): LogRow => {
      const [person] = record.rows('people', { log: log.log });
      return { ...log, unsealed: log.unsealed - (sealWaits ? 1 : 0), person: person?.name ?? null };
    }),
    gaps: record.gaps().map((gap) => ({ ...gap })),
    conflicts: record.conflicts().map((register) => conflictOf(record, register, principalOf)),
    quarantined: record.quarantined().map((row): QuarantinedRow => {
      const principal = principalOf(row.log);
      const wall = epochMs.parse(JSON.parse(row.header).wall);
      const reason = row.status.replace('quarantined:', '');
      return { log: row.log, seq: row.seq, event: row.id, type: row.type, reason, principal, wall };
    }),
    exported: listHandedIn(record),
    logHash: sha256Hex.parse(logHash),
    stateHash: sha256Hex.parse(stateHash),
    stateVersion: sha256Hex.parse(stateVersion),
  };
}

/** What the last imports changed, in the words of what it is about. */
function importChanges(record: EventRecord): ImportChange[] {
  return record.importChanges().map(({ subject, at, before }) => {
    const history = record.history(subject);
    const was = history.find((entry) => entry.id === before);
    const now = history.find((entry) => entry.isShown);
    const inspection = OF_INSPECTION.exec(subject)?.[1];
    const [opened] = inspection ? record.rows('inspections', { inspection }) : [];
    return {
      at,
      subject,
      title: titleOf(record, subject),
      mine:
        opened?.mine ??
        mineOfOrder(record, subject) ??
        mineOfAssessment(record, subject) ??
        mineOfZone(record, subject) ??
        '',
      before: was ? shownValueOf(record, was) : null,
      now: now ? shownValueOf(record, now) : null,
      heads: history.filter((entry) => entry.isHead).length,
    };
  });
}

function shownValueOf(record: EventRecord, { body, principal, wall }: HistoryEntry): NonNullable<ImportChange['now']> {
  const said = answerBody.safeParse(body).data;
  return { ...saidIn(record, body), principal, wall, outcome: outcome.safeParse(said?.outcome).data ?? null };
}

/** What an answer, an entry of an instrument or a stored log says in its fields. */
function saidIn(record: EventRecord, body: unknown): { readonly summary: string } {
  const said = answerBody.safeParse(body).data;
  return {
    summary: sayFacts(
      said?.facts ??
        logFacts(record, body) ??
        orderSaid(body) ??
        assessmentFacts(body) ??
        siteSaid(body) ??
        zoneSaid(body) ??
        instrumentFacts(body),
    ),
  };
}

type PrincipalOf = (log: string) => string | null;

const ANSWER = /^inspection\/([0-9a-f]{32})\/answer:([^@]+)(?:@([0-9a-f]{32}))?$/;
const OF_INSPECTION = /^inspection\/([0-9a-f]{32})\//;

/** A register with several heads, under the name of what it is about. */
function conflictOf(record: EventRecord, register: Register, principalOf: PrincipalOf): Conflict {
  const { subject, heads, shown } = register;
  const [, , item = '', placeId] = ANSWER.exec(subject) ?? [];
  const inspection = OF_INSPECTION.exec(subject)?.[1];
  const [opened] = inspection ? record.rows('inspections', { inspection }) : [];
  return {
    subject,
    title: titleOf(record, subject),
    mine: opened?.mine ?? mineOfOrder(record, subject) ?? mineOfAssessment(record, subject) ?? '',
    heads: heads.map((head) => {
      const body = answerBody.safeParse(head.body).data;
      const said = outcome.safeParse(body?.outcome).data ?? null;
      return {
        event: eventId.parse(head.id),
        log: logId.parse(head.header.log),
        seq: head.header.seq,
        principal: principalOf(head.header.log),
        author: nameOf(record, head.header.author),
        wall: head.header.wall,
        shown: head.id === shown.id,
        outcome: said,
        ...saidIn(record, head.body),
        reason: body?.reason ?? '',
        evidence: inspection ? evidenceCount(record, inspection, item, placeId ?? null, head.header.log) : 0,
      };
    }),
  };
}

function titleOf(record: EventRecord, subject: string): string {
  const [, , item, placeId] = ANSWER.exec(subject) ?? [];
  if (item === undefined) return aboutTitle(record, subject) ?? subject;
  const place = placeId ? record.rows('places').find((row) => row.placeId === placeId)?.name : undefined;
  const question = findItem(item)?.title.zh ?? item;
  return place ? `${question} · ${place}` : question;
}

const aboutTitle = (record: EventRecord, subject: string): string | null =>
  instrumentTitle(record, subject) ??
  logTitle(record, subject) ??
  orderTitle(record, subject) ??
  assessmentTitle(record, subject) ??
  siteTitle(record, subject) ??
  zoneTitle(record, subject);

const OF_INSTRUMENT = /^(?:instrument|calibration)\/([0-9a-f]{32})\//;

/** The instrument that a register entry or a calibration is of, by its label. */
function instrumentTitle(record: EventRecord, subject: string): string | null {
  const id = OF_INSTRUMENT.exec(subject)?.[1];
  if (id === undefined) return null;
  const [made] = record.rows('calibrations', { calibration: id });
  const [row] = record.rows('instruments', { instrument: made?.instrument ?? id });
  const label = row ? `${row.model} ${row.serialNumber}`.trim() : id.slice(0, 8);
  return made ? `${label} · ${made.date}` : label;
}

/** What two entries of an instrument may differ in. */
function instrumentFacts(body: unknown): Readonly<Record<string, unknown>> {
  const register = instrumentBody.safeParse(body).data;
  if (register) {
    const { model, serialNumber, certificate, principle } = register;
    return { model, serialNumber, principle, certificate: certificate?.no, until: certificate?.until };
  }
  const made = calibrationBody.safeParse(body).data;
  if (!made) return {};
  const { kind, date, gas, standard, asFound, asLeft, by, certificateNo, removed } = made;
  return { kind, date, gas, standard, asFound, asLeft, by, certificateNo, removed };
}

const evidenceCount = (
  record: EventRecord,
  inspection: string,
  item: string,
  placeId: string | null,
  log: string,
): number =>
  record
    .rows('evidence', { inspection, item })
    .filter((row) => !row.removed && row.placeId === placeId && row.log === log).length;
