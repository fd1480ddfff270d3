import type { z } from 'zod';
import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { blobId, type InspectionId, inspectionId, placeId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import {
  type Counts,
  hydroType,
  type InspectionSheet,
  type InspectionSummary,
  inspectionKind,
  type RowStatus,
  type SheetRow,
  type signatureRow,
} from '../ports/inspection-models.ts';
import { findingRowOf } from './rows.ts';
import { placesOf, rowsOf } from './sheet-rows.ts';
import { readSource, type SheetSource } from './sheet-source.ts';
import { signaturesInOrder, signedAt, signoffsOf } from './signed.ts';
import { sitesOf } from './site.ts';
import { teamOf } from './team.ts';
import { readUndo } from './undo-stack.ts';
import { readZones } from './zone.ts';

type SignatureRow = z.output<typeof signatureRow>;

/** Everything of one inspection, from the projections. Fault: not_found. */
export function readSheet(record: EventRecord, inspection: InspectionId): Result<InspectionSheet> {
  const source = readSource(record, inspection);
  const [opened] = source.inspections;
  if (!opened) return fail({ code: 'not_found', what: inspection });
  const places = placesOf(source, opened);
  const rows = rowsOf(source, opened, places);
  const current = currentInterval(source, inspection);
  const findings = source.findings(inspection).map(findingRowOf);
  return ok({
    summary: summaryOf(source, opened, rows),
    team: teamOf(source, inspection, opened),
    places: [...places],
    currentPlace: current ? placeId.parse(current.placeId) : null,
    currentSince: current ? epochMs.parse(current.from) : null,
    rows: [...rows],
    sites: sitesOf(source, inspection),
    zones: readZones(record, opened.mine).count,
    findings: findings.sort((a, b) => a.savedAt - b.savedAt),
    signoffs: signoffsOf(source, inspection),
    signatures: signaturesOf(source, inspection),
    undo: readUndo(record, inspection),
  });
}

/** Where one stands: the interval that began last. */
export const currentInterval = (source: SheetSource, inspection: InspectionId) =>
  source
    .places(inspection)
    .toSorted((a, b) => a.from - b.from || a.seq - b.seq)
    .at(-1);

/** Every inspection held here, the newest first. */
export function listInspections(record: EventRecord): InspectionSummary[] {
  const source = readSource(record);
  return source.inspections
    .map((opened) => summaryOf(source, opened, rowsOf(source, opened, placesOf(source, opened))))
    .sort((a, b) => b.openedAt - a.openedAt);
}

const signaturesOf = (source: SheetSource, inspection: InspectionId): SignatureRow[] =>
  signaturesInOrder(source, inspection).map(({ name, certificateNo, role, blob, refused, wall }) => ({
    name,
    certificateNo,
    role,
    blob: blob === null ? null : blobId.parse(blob),
    refused,
    savedAt: epochMs.parse(wall),
  }));

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

function summaryOf(
  source: SheetSource,
  opened: ProjectionRow<'inspections'>,
  rows: readonly SheetRow[],
): InspectionSummary {
  const { inspection, mine, kind, hydroType: type, date, plan, at, wall, officers } = opened;
  const people = officers.flatMap((person) => source.person(person) ?? []);
  return {
    inspectionId: inspectionId.parse(inspection),
    mine,
    kind: inspectionKind.parse(kind),
    hydroType: hydroType.parse(type),
    date: isoDate.parse(date),
    planNo: plan ?? '',
    openedAt: epochMs.parse(at ?? wall),
    signedAt: signedAt(source, inspection, opened),
    counts: countRows(rows),
    officers: people.map(({ name, certificateNo }) => ({ name, certificateNo })),
  };
}

/** The name behind a person id; the beginning of the id where the person's event has not arrived. */
export const nameOf = (record: EventRecord, person: string): string =>
  record.rows('people', { person })[0]?.name ?? person.slice(0, 8);
