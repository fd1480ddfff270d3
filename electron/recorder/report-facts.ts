import type { EventRecord } from '../../db/record.ts';
import type {
  InspectionReport,
  ReportAnswer,
  ReportGroup,
  ReportHead,
  ReportItem,
} from '../../reports/inspection-report.ts';
import { type CheckItem, groups } from '../../rules/checklist/item.ts';
import { findItem } from '../../rules/checklist/registry.ts';
import { fillCitations, type TypedArticles } from '../../rules/citations.ts';
import { type BlobId, eventId, type InspectionId } from '../../vocabulary/ids.ts';
import type { Place } from '../../vocabulary/place.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { type AnswerRow, type InspectionSheet, outcome, type SheetRow } from '../ports/inspection-models.ts';
import { answerSubject } from './answer.ts';
import { openArticles, typedArticles } from './article.ts';
import { findingStates, groupTitles } from './report.words.ts';
import { reportAlarms } from './report-alarms.ts';
import { reportGas } from './report-gas.ts';
import { channelsOf, reportInstruments, storedMarks } from './report-instruments.ts';
import { reportReadings } from './report-readings.ts';
import { reportSites, reportZones } from './report-sites.ts';
import { nameOf, readSheet } from './sheet.ts';
import { readSource } from './sheet-source.ts';
import { signedGaps } from './signed.ts';
import { orderFacts } from './withdrawal-print.ts';
import { withdrawalsOf } from './withdrawal-view.ts';
import { readZones } from './zone.ts';

/** One inspection as its document needs it. Fault: not_found. */
export function reportOf(record: EventRecord, inspection: InspectionId, now: EpochMs): Result<InspectionReport> {
  const typed = typedArticles(record);
  const sheet = readSheet(record, inspection);
  if (!sheet.ok) return sheet;
  const { summary, places, findings } = sheet.value;
  const { mine, kind, hydroType, date, planNo, openedAt, signedAt, officers } = summary;
  const placeName = nameBy(places);
  const report: Omit<InspectionReport, 'draft'> = {
    mine,
    kind,
    hydroType,
    date,
    planNo,
    period: sheet.value.team.period,
    openedAt,
    signedAt,
    officers,
    accompanying: [],
    places: places.map((place) => ({ ...place, from: firstEntered(record, inspection, place) })),
    groups: groupsOf(record, inspection, sheet.value, placeName, typed),
    sites: reportSites(sheet.value, placeName, typed),
    zones: reportZones(readZones(record, mine), summary, typed),
    gas: reportGas(record, mine, signedAt ?? now, typed),
    findings: findings.map(({ findingId, itemId: item, placeId: at, fact, severity, state, savedAt }) => {
      const [row] = record.rows('findings', { finding: findingId });
      return {
        findingId,
        itemId: item,
        question: questionOf(item),
        place: placeName(at),
        fact,
        severity,
        savedAt,
        citations: fillCitations(row?.citations ?? [], typed),
        decision: row?.decision ?? null,
        state: findingStates[state]?.zh ?? state,
      };
    }),
    gaps: gapsOf(record, inspection, placeName),
    withdrawals: withdrawalsOf(record, inspection)
      .toReversed()
      .map((view) => orderFacts(record, view)),
    signoffs: sheet.value.signoffs,
    signatures: sheet.value.signatures.map(({ role, name, certificateNo, savedAt, blob, refused }) => ({
      role,
      name,
      certificateNo,
      savedAt,
      refused,
      png: blob === null ? null : pngOf(record, blob),
    })),
    ...measured(record, sheet.value, signedAt ?? now, placeName),
  };
  return ok({ ...report, draft: openArticles(record, sheet.value) });
}

/** What was measured, and by which instruments. */
function measured(record: EventRecord, { summary, rows }: InspectionSheet, to: EpochMs, placeName: PlaceName) {
  const { inspectionId, openedAt, date } = summary;
  const marksOf = storedMarks(record, inspectionId, openedAt, to);
  const { used, readings } = reportReadings(record, inspectionId, { from: openedAt, to }, placeName, marksOf);
  const kept = rows.flatMap(({ evidence }) => evidence.flatMap((one) => channelsOf(one.readings)));
  return {
    readings,
    alarms: reportAlarms(record, inspectionId, placeName),
    instruments: reportInstruments(record, [...used, ...kept], date, marksOf),
  };
}

type PlaceName = (id: string | null) => string | null;

const nameBy =
  (places: readonly Place[]): PlaceName =>
  (id) =>
    id === null ? null : (places.find((place) => place.placeId === id)?.name ?? id.slice(0, 8));

const questionOf = (item: string): string => findItem(item)?.question.zh ?? item;

function firstEntered(record: EventRecord, inspection: string, place: Place): EpochMs | null {
  const intervals = record.rows('places', { inspection, placeId: place.placeId }).filter((row) => !row.removed);
  return intervals.length === 0 ? null : epochMs.parse(Math.min(...intervals.map(({ from }) => from)));
}

function groupsOf(
  record: EventRecord,
  inspection: InspectionId,
  { rows }: InspectionSheet,
  placeName: PlaceName,
  typed: TypedArticles,
): ReportGroup[] {
  const itemsOf = (group: string) =>
    rows.flatMap((row): ReportItem[] => {
      const item = findItem(row.itemId);
      return item?.group === group ? [reportItem(record, inspection, row, item, placeName, typed)] : [];
    });
  return groups
    .map((group) => ({ title: groupTitles[group].zh, items: itemsOf(group) }))
    .filter(({ items }) => items.length > 0);
}

const reportItem = (
  record: EventRecord,
  inspectionId: InspectionId,
  row: SheetRow,
  item: CheckItem,
  placeName: PlaceName,
  typed: TypedArticles,
): ReportItem => ({
  itemId: row.itemId,
  question: item.question.zh,
  place: placeName(row.placeId),
  status: row.status,
  severity: row.severity,
  missingEvidence: row.missingEvidence,
  restsOnNotEvidence: row.restsOnNotEvidence,
  answer: row.answer && reportAnswer(row.answer, item, typed),
  evidence: row.evidence.map(({ kind, label, text, blob, mime, taken, readings, grades, savedAt }) => ({
    kind,
    label,
    text,
    blob,
    mime,
    taken,
    readings,
    grades,
    savedAt,
  })),
  conflict: row.conflict
    ? headsOf(record, answerSubject({ inspectionId, itemId: row.itemId, placeId: row.placeId }))
    : [],
});

function reportAnswer(answer: AnswerRow, item: CheckItem, typed: TypedArticles): ReportAnswer {
  const facts = Object.entries(answer.facts).map(([key, value]) => {
    const field = item.criterion.facts.find((one) => one.key === key);
    return { key, label: field?.label.zh ?? key, value, unit: field?.unit ?? null };
  });
  const filled = (verdict: Verdict | null) =>
    verdict && { ...verdict, citations: fillCitations(verdict.citations, typed) };
  return { ...answer, facts, verdict: filled(answer.verdict), byCompany: filled(answer.byCompany) };
}

function headsOf(record: EventRecord, subject: string): ReportHead[] {
  const register = record.register(subject);
  return (register?.heads ?? []).map(({ id, header, body }) => ({
    log: header.log,
    seq: header.seq,
    event: eventId.parse(id),
    outcome: outcome.safeParse(body?.outcome).data ?? 'unanswered',
    author: nameOf(record, header.author),
    savedAt: header.wall,
    shown: id === register?.shown.id,
  }));
}

function gapsOf(record: EventRecord, inspection: string, placeName: PlaceName) {
  const gaps = signedGaps(readSource(record, inspection), inspection).values();
  return [...gaps].map(({ placeId, ...gap }) => ({
    ...gap,
    question: questionOf(gap.itemId),
    place: placeName(placeId),
  }));
}

/** Null where the bytes are not here: the signature's hash stands in the record all the same. */
export function pngOf(record: EventRecord, blob: BlobId) {
  const bytes = record.blobs.get(blob);
  return bytes.ok ? { base64: Buffer.from(bytes.value).toString('base64'), hash: blob } : null;
}
