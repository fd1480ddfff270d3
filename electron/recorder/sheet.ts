import type { z } from 'zod';
import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { missingEvidence } from '../../rules/checklist/evidence.ts';
import type { CheckItem, Each } from '../../rules/checklist/item.ts';
import { severityOf } from '../../rules/checklist/judge-item.ts';
import { itemsFor } from '../../rules/checklist/registry.ts';
import type { InspectionId } from '../../vocabulary/ids.ts';
import { blobId, eventId, logId, placeId } from '../../vocabulary/ids.ts';
import type { Place } from '../../vocabulary/place.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import type {
  AnswerRow,
  Counts,
  EvidenceRow,
  FindingRow,
  InspectionSheet,
  InspectionSummary,
  RowStatus,
  SheetRow,
  signatureRow,
} from '../ports/inspection-models.ts';
import { hydroType, inspectionKind } from '../ports/inspection-models.ts';
import { evidenceRowOf, findingRowOf } from './rows.ts';
import { readUndo } from './undo-stack.ts';

type SignatureRow = z.output<typeof signatureRow>;
type OwedRow = { readonly item: CheckItem; readonly place: Place | null };
type Opened = ProjectionRow<'inspections'>;

/** Which places an item is answered at: a heading, a probe and a survey are at the head of a heading. */
const PLACE_OF: Readonly<Record<Each, RegExp | null>> = {
  mine: null,
  heading: /^headingFace$/,
  probe: /^headingFace$/,
  survey: /^headingFace$/,
  face: /^face$/,
};
/** Where the plan names no head of a heading (or no face), any place of that kind stands for it. */
const PLACE_LIKE: Readonly<Record<Each, RegExp | null>> = {
  mine: null,
  heading: /^heading/,
  probe: /^heading/,
  survey: /^heading/,
  face: /^face/,
};

/** Everything of one inspection, from the projections. Fault: not_found. */
export function readSheet(record: EventRecord, inspection: InspectionId): Result<InspectionSheet> {
  const [opened] = record.rows('inspections', { inspection });
  if (!opened) return fail({ code: 'not_found', what: inspection });
  const places = placesOf(record, opened);
  const rows = rowsOf(record, opened, places);
  const current = record
    .rows('places', { inspection })
    .filter((row) => !row.removed)
    .sort((a, b) => a.from - b.from || a.seq - b.seq)
    .at(-1);
  return ok({
    summary: summaryOf(record, opened, rows),
    places: [...places],
    currentPlace: current ? placeId.parse(current.placeId) : null,
    rows: [...rows],
    findings: findingsOf(record, inspection),
    signatures: signaturesOf(record, inspection),
    undo: readUndo(record, inspection),
  });
}

export function listInspections(record: EventRecord): InspectionSummary[] {
  return record
    .rows('inspections')
    .map((opened) => summaryOf(record, opened, rowsOf(record, opened, placesOf(record, opened))))
    .sort((a, b) => b.openedAt - a.openedAt);
}

/** Places of the plan, then those entered since (perhaps by another tablet), each once. */
export function placesOf(record: EventRecord, opened: Opened): readonly Place[] {
  const entered = record.rows('places', { inspection: opened.inspection }).filter((row) => !row.removed);
  const all = [
    ...opened.places,
    ...entered
      .toSorted((a, b) => a.from - b.from)
      .map(({ placeId: id, code, name }) => ({ placeId: placeId.parse(id), code: code as Place['code'], name })),
  ];
  return [...new Map(all.toReversed().map((place) => [place.placeId, place])).values()].toReversed();
}

/** The rows owed: each item once, or once at each of its places. */
function owedRows(items: readonly CheckItem[], places: readonly Place[]): readonly OwedRow[] {
  return items.flatMap((item): OwedRow[] => {
    const exact = places.filter(({ code }) => PLACE_OF[item.each]?.test(code));
    const at = exact.length > 0 ? exact : places.filter(({ code }) => PLACE_LIKE[item.each]?.test(code));
    return at.length === 0 ? [{ item, place: null }] : at.map((place) => ({ item, place }));
  });
}

function rowsOf(record: EventRecord, opened: Opened, places: readonly Place[]): readonly SheetRow[] {
  const { inspection } = opened;
  const type = hydroType.parse(opened.hydroType);
  const keyOf = (item: string, place: string | null) => `${item}@${place ?? ''}`;
  const answers = new Map(record.rows('answers', { inspection }).map((row) => [keyOf(row.item, row.placeId), row]));
  const evidence = Map.groupBy(
    record.rows('evidence', { inspection }).filter((row) => !row.removed),
    (row) => keyOf(row.item, row.placeId),
  );
  const findings = new Map(findingsOf(record, inspection).map((row) => [keyOf(row.itemId, row.placeId), row]));
  return owedRows(itemsFor({ hydroType: type }), places).map(({ item, place }) => {
    const key = keyOf(item.id, place?.placeId ?? null);
    const answered = answers.get(key);
    const answer = answered ? answerRowOf(record, answered) : null;
    const proofs = (evidence.get(key) ?? []).map(evidenceRowOf).sort((a, b) => a.savedAt - b.savedAt);
    const missing = missingEvidence(
      item,
      answer?.facts ?? {},
      proofs.map(({ kind }) => kind),
    );
    const status = statusOf(answer, missing);
    return {
      itemId: item.id,
      placeId: place?.placeId ?? null,
      status,
      severity: status === 'fail' ? (answer?.verdict?.severity ?? severityOf(item, type)) : null,
      answer,
      evidence: proofs,
      missingEvidence: [...missing],
      conflict: (answered?.heads ?? 0) > 1,
      finding: findings.get(key)?.findingId ?? null,
    };
  });
}

/** A pass without the evidence its row asks stands as unknown. */
export const statusOf = (
  answer: Pick<AnswerRow, 'outcome'> | null,
  missing: readonly EvidenceRow['kind'][],
): RowStatus => {
  if (!answer) return 'unanswered';
  return answer.outcome === 'pass' && missing.length > 0 ? 'unknown' : answer.outcome;
};

/** Null for an answer that was taken back. */
function answerRowOf(record: EventRecord, row: ProjectionRow<'answers'>): AnswerRow | null {
  if (row.outcome === 'unanswered') return null;
  return {
    event: eventId.parse(row.event),
    log: logId.parse(row.log),
    seq: row.seq,
    outcome: row.outcome,
    facts: { ...row.facts },
    verdict: row.verdict,
    reason: row.reason,
    override: row.override ?? '',
    note: row.note,
    author: nameOf(record, row.author),
    savedAt: epochMs.parse(row.wall),
  };
}

/** The name behind a person id; the beginning of the id where the person's event has not arrived. */
export function nameOf(record: EventRecord, person: string): string {
  return record.rows('people', { person })[0]?.name ?? person.slice(0, 8);
}

function findingsOf(record: EventRecord, inspection: InspectionId | string): FindingRow[] {
  return record
    .rows('findings', { inspection })
    .map(findingRowOf)
    .sort((a, b) => a.savedAt - b.savedAt);
}

function signaturesOf(record: EventRecord, inspection: InspectionId): SignatureRow[] {
  return record
    .rows('signatures', { inspection })
    .toSorted((a, b) => a.wall - b.wall || a.seq - b.seq)
    .map(({ name, certificateNo, role, blob, refused, wall }) => ({
      name,
      certificateNo,
      role,
      blob: blob === null ? null : blobId.parse(blob),
      refused,
      savedAt: epochMs.parse(wall),
    }));
}

function countRows(rows: readonly SheetRow[]): Counts {
  const of = (status: RowStatus) => rows.filter((row) => row.status === status).length;
  return {
    total: rows.length,
    pass: of('pass'),
    fail: of('fail'),
    unknown: of('unknown'),
    notApplicable: of('notApplicable'),
    unanswered: of('unanswered'),
  };
}

function summaryOf(record: EventRecord, opened: Opened, rows: readonly SheetRow[]): InspectionSummary {
  const { inspection, mine, date, plan, wall, officers } = opened;
  const [signoff] = record.rows('signoffs', { inspection });
  const people = officers.flatMap((person) => record.rows('people', { person }));
  return {
    inspectionId: inspection as InspectionId,
    mine,
    kind: inspectionKind.parse(opened.kind),
    hydroType: hydroType.parse(opened.hydroType),
    date: isoDate.parse(date),
    planNo: plan ?? '',
    openedAt: epochMs.parse(wall),
    signedAt: signoff ? epochMs.parse(signoff.at) : null,
    counts: countRows(rows),
    officers: people.map(({ name, certificateNo }) => ({ name, certificateNo })),
  };
}
