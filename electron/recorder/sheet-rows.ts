import type { ProjectionRow } from '../../db/projections/registry.ts';
import { itemAt } from '../../rules/checklist/at-place.ts';
import { kindsThatCount, missingEvidence, restsOnNotEvidence } from '../../rules/checklist/evidence.ts';
import { severityOf } from '../../rules/checklist/judge-item.ts';
import { joinPlaces, type Obligation, obligationsOf } from '../../rules/checklist/obligations.ts';
import { findItem } from '../../rules/checklist/registry.ts';
import { eventId, logId, placeId } from '../../vocabulary/ids.ts';
import { type Place, place as placeSchema } from '../../vocabulary/place.ts';
import { epochMs } from '../../vocabulary/time.ts';
import {
  type AnswerRow,
  type EvidenceRow,
  hydroType,
  type RowStatus,
  type SheetRow,
} from '../ports/inspection-models.ts';

import { evidenceRowOf, findingRowOf } from './rows.ts';
import type { SheetSource } from './sheet-source.ts';

type Opened = ProjectionRow<'inspections'>;

const keyOf = (item: string, place: string | null) => `${item}@${place ?? ''}`;

/** Places of the opening, of its plan, added on the way, then those entered (perhaps on another tablet), each once. */
export function placesOf(source: SheetSource, { inspection, places }: Opened): readonly Place[] {
  const planned = plansInForce(source, inspection).flatMap((plan) => plan.places);
  const added = source
    .addedPlaces(inspection)
    .toSorted((a, b) => a.wall - b.wall || a.seq - b.seq)
    .map(({ place }) => place);
  const entered = source
    .places(inspection)
    .toSorted((a, b) => a.from - b.from)
    .map(({ placeId: id, code, name, kind }) =>
      placeSchema.parse({ placeId: id, code, name, ...(kind ? { kind } : {}) }),
    );
  return joinPlaces(places, planned, added, entered);
}

export const plansInForce = (source: SheetSource, inspection: string): readonly ProjectionRow<'plans'>[] =>
  source.plans(inspection).filter(({ cancelled }) => cancelled === null);

/** What is owed of an inspection: by its plan, and by what it was opened as. A plan taken back owes nothing of what was opened. */
export const owedOf = (
  source: SheetSource,
  inspection: string,
  places: readonly Place[],
  opened: Opened | null,
): readonly Obligation[] =>
  obligationsOf(
    ...(opened ? [...plansInForce(source, inspection), opened] : source.plans(inspection)).map((scope) => ({
      hydroType: hydroType.parse(scope.hydroType),
      packs: scope.packs,
      places,
    })),
  );

/** Every row of an inspection: those owed, and those that were answered before the places were as they are now. */
export function rowsOf(source: SheetSource, opened: Opened, places: readonly Place[]): readonly SheetRow[] {
  const { inspection } = opened;
  const type = hydroType.parse(opened.hydroType);
  const answers = new Map(source.answers(inspection).map((row) => [keyOf(row.item, row.placeId), row]));
  const evidence = Map.groupBy(source.evidence(inspection), (row) => keyOf(row.item, row.placeId));
  const findings = new Map(source.findings(inspection).map((row) => [keyOf(row.item, row.placeId), row]));
  const owed = owedOf(source, inspection, places, opened);
  return withAnswered(owed, [...answers.values()]).map(({ item, placeId: at }) => {
    const key = keyOf(item.id, at);
    const answered = answers.get(key);
    const answer = answered ? answerRowOf(source, answered) : null;
    const proofs = (evidence.get(key) ?? []).map(evidenceRowOf).sort((a, b) => a.savedAt - b.savedAt);
    const code = places.find(({ placeId: id }) => id === at)?.code ?? null;
    const missing = missingEvidence(itemAt(item, code), answer?.facts ?? {}, kindsThatCount(proofs));
    const status = statusOf(answer, missing);
    const finding = findings.get(key);
    return {
      itemId: item.id,
      placeId: at,
      status,
      severity: status === 'fail' ? (answer?.verdict?.severity ?? severityOf(item, type)) : null,
      answer,
      evidence: proofs,
      missingEvidence: [...missing],
      restsOnNotEvidence: restsOnNotEvidence(proofs),
      conflict: (answered?.heads ?? 0) > 1,
      finding: finding ? findingRowOf(finding).findingId : null,
    };
  });
}

/** An answer whose row is no longer owed is shown all the same, behind the others of its item: nothing said is hidden. */
function withAnswered(
  owed: readonly Obligation[],
  answers: readonly ProjectionRow<'answers'>[],
): readonly Obligation[] {
  const known = new Set(owed.map(({ item, placeId: at }) => keyOf(item.id, at)));
  const others = answers.flatMap((row): Obligation[] => {
    const item = row.outcome === 'unanswered' || known.has(keyOf(row.item, row.placeId)) ? null : findItem(row.item);
    return item ? [{ item, placeId: row.placeId === null ? null : placeId.parse(row.placeId) }] : [];
  });
  if (others.length === 0) return owed;
  const items = [...new Set([...owed, ...others].map(({ item }) => item))];
  return items.flatMap((item) => [...owed, ...others].filter((row) => row.item === item));
}

/** A pass without the evidence its row asks stands as unknown, and so does one that the facts cannot confirm. */
export const statusOf = (
  answer: Pick<AnswerRow, 'outcome' | 'verdict' | 'override'> | null,
  missing: readonly EvidenceRow['kind'][],
): RowStatus => {
  if (!answer) return 'unanswered';
  const isOpen = answer.verdict?.status === 'unknown' && answer.override.trim() === '';
  return answer.outcome === 'pass' && (isOpen || missing.length > 0) ? 'unknown' : answer.outcome;
};

/** Null for an answer that was taken back. */
function answerRowOf(source: SheetSource, row: ProjectionRow<'answers'>): AnswerRow | null {
  if (row.outcome === 'unanswered') return null;
  return {
    event: eventId.parse(row.event),
    log: logId.parse(row.log),
    seq: row.seq,
    outcome: row.outcome,
    facts: { ...row.facts },
    verdict: row.verdict,
    byCompany: row.byCompany,
    reason: row.reason,
    override: row.override ?? '',
    note: row.note,
    author: source.nameOf(row.author),
    savedAt: epochMs.parse(row.wall),
  };
}
