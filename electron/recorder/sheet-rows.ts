import type { ProjectionRow } from '../../db/projections/registry.ts';
import { kindsThatCount, missingEvidence, restsOnNotEvidence } from '../../rules/checklist/evidence.ts';
import type { CheckItem, Each } from '../../rules/checklist/item.ts';
import { severityOf } from '../../rules/checklist/judge-item.ts';
import { findItem, itemsFor } from '../../rules/checklist/registry.ts';
import { eventId, logId, type PlaceId, placeId } from '../../vocabulary/ids.ts';
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
type OwedRow = { readonly item: CheckItem; readonly place: PlaceId | null };

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

const keyOf = (item: string, place: string | null) => `${item}@${place ?? ''}`;

/** Places of the plan, then those entered since (perhaps by another tablet), each once. */
export function placesOf(source: SheetSource, { inspection, places }: Opened): readonly Place[] {
  const entered = source
    .places(inspection)
    .toSorted((a, b) => a.from - b.from)
    .map(({ placeId: id, code, name }) => placeSchema.parse({ placeId: id, code, name }));
  const all = new Map<string, Place>();
  for (const place of [...places, ...entered]) if (!all.has(place.placeId)) all.set(place.placeId, place);
  return [...all.values()];
}

/** Every row of an inspection: those owed, and those that were answered before the places were as they are now. */
export function rowsOf(source: SheetSource, opened: Opened, places: readonly Place[]): readonly SheetRow[] {
  const { inspection } = opened;
  const type = hydroType.parse(opened.hydroType);
  const answers = new Map(source.answers(inspection).map((row) => [keyOf(row.item, row.placeId), row]));
  const evidence = Map.groupBy(source.evidence(inspection), (row) => keyOf(row.item, row.placeId));
  const findings = new Map(source.findings(inspection).map((row) => [keyOf(row.item, row.placeId), row]));
  const owed = owedRows(itemsFor({ hydroType: type }), places);
  return withAnswered(owed, [...answers.values()]).map(({ item, place }) => {
    const key = keyOf(item.id, place);
    const answered = answers.get(key);
    const answer = answered ? answerRowOf(source, answered) : null;
    const proofs = (evidence.get(key) ?? []).map(evidenceRowOf).sort((a, b) => a.savedAt - b.savedAt);
    const missing = missingEvidence(item, answer?.facts ?? {}, kindsThatCount(proofs));
    const status = statusOf(answer, missing);
    const finding = findings.get(key);
    return {
      itemId: item.id,
      placeId: place,
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

function owedRows(items: readonly CheckItem[], places: readonly Place[]): readonly OwedRow[] {
  return items.flatMap((item): OwedRow[] => {
    const exact = places.filter(({ code }) => PLACE_OF[item.each]?.test(code));
    const at = exact.length > 0 ? exact : places.filter(({ code }) => PLACE_LIKE[item.each]?.test(code));
    return at.length === 0 ? [{ item, place: null }] : at.map((place) => ({ item, place: place.placeId }));
  });
}

/** An answer whose row is no longer owed is shown all the same, behind the others of its item: nothing said is hidden. */
function withAnswered(owed: readonly OwedRow[], answers: readonly ProjectionRow<'answers'>[]): readonly OwedRow[] {
  const known = new Set(owed.map(({ item, place }) => keyOf(item.id, place)));
  const others = answers.flatMap((row): OwedRow[] => {
    const item = row.outcome === 'unanswered' || known.has(keyOf(row.item, row.placeId)) ? null : findItem(row.item);
    return item ? [{ item, place: row.placeId === null ? null : placeId.parse(row.placeId) }] : [];
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
    reason: row.reason,
    override: row.override ?? '',
    note: row.note,
    author: source.nameOf(row.author),
    savedAt: epochMs.parse(row.wall),
  };
}
