import { z } from 'zod';
import { rejudged } from '../../rules/rejudge.ts';
import { entityId, inspectionId, itemId, placeId, ruleId } from '../../vocabulary/ids.ts';
import { isoDate } from '../../vocabulary/time.ts';

/** What is judged anew: the recorded verdicts of an inspection or of a concluded assessment. */
export const rejudgeAsk = z.strictObject({
  of: z.union([z.strictObject({ inspectionId }), z.strictObject({ assessmentId: entityId })]),
  /** The day whose editions are asked. */
  date: isoDate,
  /** `shipped`: without what the province has released since. */
  packs: z.enum(['inUse', 'shipped']),
});
export type RejudgeAsk = z.infer<typeof rejudgeAsk>;

/** One recorded verdict, named by its row or by the rule of the assessment. */
export const rejudgedRow = rejudged.extend({
  rule: ruleId,
  itemId: itemId.nullable(),
  placeId: placeId.nullable(),
});

/** `judged` verdicts were compared; `rows` are those where anything differs, the edition alone too. */
export const rejudgeReply = z.strictObject({ judged: z.int(), changed: z.int(), rows: z.array(rejudgedRow) });
export type RejudgeReply = z.infer<typeof rejudgeReply>;
