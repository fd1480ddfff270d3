import { entityId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { judgeRow } from './answer.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { findingRowOf } from './rows.ts';

/** The state of a finding before anything was ordered. */
export const RAISED = 'raised';

/** A hazard raised from a failed row; raising it again corrects the one that stands. */
export function findingHandlers(desk: Desk): Some<'finding/raise'> {
  return {
    'finding/raise': ({ fact, severity, ...key }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const { inspectionId: inspection, itemId: item, placeId } = key;
      const [answer] = record.value.rows('answers', { inspection, item }).filter((row) => row.placeId === placeId);
      const judged = judgeRow(record.value, key, answer?.facts ?? {}, 'fail');
      if (!judged.ok) return judged;
      const [standing] = record.value.rows('findings', { inspection, item }).filter((row) => row.placeId === placeId);
      const finding = standing ? entityId.parse(standing.finding) : desk.newId();
      const place = placeId === null ? {} : { placeId };
      const state = standing?.state ?? RAISED;
      const decision = standing?.decision ?? null;
      const citations = answer?.verdict?.citations ?? judged.value.full.citations;
      const [opened] = record.value.rows('inspections', { inspection });
      const mine = opened ? { mine: opened.mine } : {};
      const body = { inspection, item, ...place, ...mine, fact, severity, citations, decision, state };
      const saved = desk.save({ type: 'finding', subject: `finding/${finding}/finding`, body }, 'inspection');
      if (!saved.ok) return saved;
      const [row] = record.value.rows('findings', { finding });
      return row ? ok(findingRowOf(row)) : fail({ code: 'not_found', what: finding });
    },
  };
}
