import type { EventRecord } from '../../db/record.ts';
import { judge } from '../../rules/judge.ts';
import { packs } from '../../rules/packs/registry.ts';
import { compareVerdicts } from '../../rules/rejudge.ts';
import type { EntityId, InspectionId } from '../../vocabulary/ids.ts';
import { itemId, placeId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { outcome } from '../ports/inspection-models.ts';
import type { RejudgeAsk, RejudgeReply } from '../ports/rejudge-models.ts';
import { judgeRow } from './answer.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';

type Row = RejudgeReply['rows'][number];
interface When {
  readonly date: RejudgeAsk['date'];
  readonly packs?: typeof packs | undefined;
}

/** Judging anew by another day or other packs, beside the record. */
export function rejudgeHandlers(desk: Desk): Some<'rules/rejudge'> {
  return {
    'rules/rejudge': (ask) => {
      const record = desk.need();
      return record.ok ? rejudge(record.value, ask) : record;
    },
  };
}

export function rejudge(record: EventRecord, { of, date, packs: chosen }: RejudgeAsk): Result<RejudgeReply> {
  const when = { date, packs: chosen === 'shipped' ? packs : undefined };
  const rows =
    'inspectionId' in of ? ofInspection(record, of.inspectionId, when) : ofAssessment(record, of.assessmentId, when);
  if (!rows.ok) return rows;
  const differing = rows.value.filter(({ why }) => why.length > 0);
  return ok({
    judged: rows.value.length,
    changed: differing.filter(({ changes }) => changes).length,
    rows: differing,
  });
}

function ofInspection(record: EventRecord, inspectionId: InspectionId, when: When): Result<Row[]> {
  if (record.rows('inspections', { inspection: inspectionId }).length === 0)
    return fail({ code: 'not_found', what: inspectionId });
  const rows: Row[] = [];
  for (const row of record.rows('answers', { inspection: inspectionId })) {
    if (row.verdict === null) continue;
    const key = {
      inspectionId,
      itemId: itemId.parse(row.item),
      placeId: row.placeId === null ? null : placeId.parse(row.placeId),
    };
    const given = outcome.safeParse(row.outcome).data;
    const again = given && judgeRow(record, key, row.facts, given, when);
    if (again?.ok) rows.push(rowOf(row.verdict, again.value.full, key));
  }
  return ok(rows);
}

function ofAssessment(record: EventRecord, assessment: EntityId, when: When): Result<Row[]> {
  if (record.rows('assessments', { assessment }).length === 0) return fail({ code: 'not_found', what: assessment });
  return ok(
    record.rows('assessmentVerdicts', { assessment }).flatMap(({ verdict }) => {
      const again = judge(verdict.rule, verdict.facts, when);
      return again.ok ? [rowOf(verdict, again.value, { itemId: null, placeId: null })] : [];
    }),
  );
}

const rowOf = (before: Verdict, after: Verdict, key: Pick<Row, 'itemId' | 'placeId'>): Row => ({
  ...compareVerdicts(before, after),
  rule: before.rule,
  itemId: key.itemId,
  placeId: key.placeId,
});
