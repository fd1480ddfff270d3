import type { z } from 'zod';
import { answerBody } from '../../db/log/field-bodies.ts';
import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { itemAt } from '../../rules/checklist/at-place.ts';
import { kindsThatCount, missingEvidence } from '../../rules/checklist/evidence.ts';
import type { CheckItem } from '../../rules/checklist/item.ts';
import { type ItemContext, judgeItem, judgeItemByCompany } from '../../rules/checklist/judge-item.ts';
import { findItem } from '../../rules/checklist/registry.ts';
import type { JudgedAt } from '../../rules/judge.ts';
import type { InspectionId, ItemId, PlaceId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import type { FactValue, Verdict } from '../../vocabulary/verdict.ts';
import { type AnswerRow, hydroType, type Outcome, outcome } from '../ports/inspection-models.ts';
import { companyLimitsOf } from './company.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { evidenceRowOf } from './rows.ts';
import { nameOf } from './sheet.ts';
import { placesOf, statusOf } from './sheet-rows.ts';
import { readSource } from './sheet-source.ts';
import { bodyOf, lastGiven, popGiven, pushGiven, rowOfSubject } from './undo-stack.ts';

export interface RowKey {
  readonly inspectionId: InspectionId;
  readonly itemId: ItemId;
  readonly placeId: PlaceId | null;
}

export const answerSubject = ({ inspectionId, itemId: item, placeId }: RowKey): string =>
  `inspection/${inspectionId}/answer:${item}${placeId === null ? '' : `@${placeId}`}`;

const TAKEN_BACK = { outcome: 'unanswered', facts: {}, verdict: null, reason: '', override: null, note: '' } as const;

/** Answers: each is judged by the rules, saved, and may be taken back. */
export function answerHandlers(desk: Desk): Some<'answer/give' | 'answer/undo' | 'answer/history'> {
  return {
    'answer/give': (ask) => {
      const record = desk.need();
      if (!record.ok) return record;
      const { facts, reason, note } = ask;
      const judged = judgeRow(record.value, ask, facts, ask.outcome);
      if (!judged.ok) return judged;
      const { item, verdict, context, mine } = judged.value;
      if (needsOverride(verdict, ask.outcome) && ask.override.trim() === '')
        return fail({ code: 'override_needed', verdict: verdict?.status });
      const override = ask.override.trim() === '' ? null : ask.override;
      const subject = answerSubject(ask);
      const before = ownOrShown(record.value, subject);
      const own = judgeItemByCompany(item, facts, context, companyLimitsOf(record.value, mine));
      if (!own.ok) return own;
      const byCompany = own.value ? { byCompany: own.value } : {};
      const body = { outcome: ask.outcome, facts, verdict, ...byCompany, reason, override, note };
      const saved = desk.save({ type: 'answer', subject, body }, 'inspection');
      if (!saved.ok) return saved;
      pushGiven(record.value, ask.inspectionId, { event: saved.value.event, before, subject });
      const missing = missingEvidence(item, facts, evidenceKinds(record.value, ask));
      return ok({ ...saved.value, status: statusOf({ ...ask, verdict }, missing), verdict });
    },
    'answer/undo': ({ inspectionId }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const last = lastGiven(record.value, inspectionId);
      const row = last && rowOfSubject(last.subject);
      if (!last || !row) return ok(null);
      const old = last.before && bodyOf(record.value, last.subject, last.before);
      const { salt: _, ...body } = old || { salt: '', ...TAKEN_BACK };
      const saved = desk.save({ type: 'answer', subject: last.subject, body }, 'inspection');
      if (!saved.ok) return saved;
      popGiven(record.value, inspectionId);
      return ok({ ...saved.value, ...row });
    },
    'answer/history': (key) => {
      const record = desk.need();
      return record.ok ? ok(historyOf(record.value, key)) : record;
    },
  };
}

/** The head that the next answer of this person takes the place of. */
function ownOrShown(record: EventRecord, subject: string) {
  const heads = record.history(subject).filter((entry) => entry.isHead);
  const own = heads.filter((entry) => entry.author === record.identity.person).at(-1);
  return (own ?? heads.find((entry) => entry.isShown))?.id ?? null;
}

interface JudgedRow {
  readonly item: CheckItem;
  readonly context: ItemContext;
  readonly mine: string;
  readonly verdict: Verdict | null;
  readonly full: Verdict;
}

/** The verdict of the rules on a row, as it is recorded: null where the row is the inspector's own to judge. `other`: another day or other packs. */
export function judgeRow(
  record: EventRecord,
  key: RowKey,
  facts: Readonly<Record<string, FactValue>>,
  answer: Outcome,
  other: Partial<JudgedAt> = {},
): Result<JudgedRow> {
  const [opened] = record.rows('inspections', { inspection: key.inspectionId });
  const known = findItem(key.itemId);
  if (!opened || !known) return fail({ code: 'not_found', what: opened ? key.itemId : key.inspectionId });
  const item = itemAt(known, codeOfPlace(record, opened, key.placeId));
  const stranger = Object.keys(facts).find((key) => !knowsFact(item, key));
  if (stranger !== undefined) return fail({ code: 'bad_facts', path: stranger });
  const context = { date: isoDate.parse(opened.date), hydroType: hydroType.parse(opened.hydroType), answer, ...other };
  // Evidence may still come after the answer, so whether it is there is asked when the row is shown.
  const judged = judgeItem(item, facts, item.evidence.flat(), context);
  if (!judged.ok) return judged;
  const verdict = item.criterion.kind === 'inspector' ? null : judged.value;
  return ok({ item, context, mine: opened.mine, verdict, full: judged.value });
}

function codeOfPlace(record: EventRecord, opened: ProjectionRow<'inspections'>, placeId: PlaceId | null) {
  const places = placeId === null ? [] : placesOf(readSource(record, opened.inspection), opened);
  return places.find((place) => place.placeId === placeId)?.code ?? null;
}

/** Only what the row asks is kept: a fact under a wrong key would be judged as missing. */
const knowsFact = ({ criterion }: CheckItem, key: string): boolean => {
  const asked = criterion.facts.some((fact) => fact.key === key || `${fact.key}_unit` === key);
  return asked || (criterion.kind === 'rule' && criterion.confirm?.key === key);
};

/** Answering against what the facts decide needs a written reason. What they leave open binds nobody, but reads as unknown. */
function needsOverride(verdict: Verdict | null, answer: Outcome): boolean {
  const decided = verdict?.status === 'pass' || verdict?.status === 'fail';
  return decided && (answer === 'pass' || answer === 'fail') && verdict.status !== answer;
}

const evidenceKinds = (record: EventRecord, { inspectionId: inspection, itemId: item, placeId }: RowKey) =>
  kindsThatCount(
    record
      .rows('evidence', { inspection, item })
      .filter((row) => !row.removed && row.placeId === placeId)
      .map(evidenceRowOf),
  );

function historyOf(record: EventRecord, key: RowKey): AnswerRow[] {
  return record.history(answerSubject(key)).flatMap((entry) => {
    const body: z.infer<typeof answerBody> | undefined = answerBody.safeParse(entry.body).data;
    const said = outcome.safeParse(body?.outcome).data;
    if (!body || !said) return [];
    const { facts, verdict, byCompany = null, reason, override, note } = body;
    const { id: event, log, seq, wall: savedAt } = entry;
    const author = nameOf(record, entry.author);
    const given = { outcome: said, facts, verdict, byCompany, reason, override: override ?? '', note };
    return [{ event, log, seq, ...given, author, savedAt }];
  });
}
