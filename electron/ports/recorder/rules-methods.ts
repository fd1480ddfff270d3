import { z } from 'zod';
import { articleDraft, articleRow } from '../article-models.ts';
import { companyAsk, companyPut, companyRemove, companyRow } from '../company-models.ts';
import type { Methods } from '../define-port.ts';
import { packState } from '../pack-models.ts';
import { rejudgeAsk, rejudgeReply } from '../rejudge-models.ts';
import { nothing, saved } from '../wire-models.ts';

/** What the rules stand on: article numbers typed from the official texts, and judging anew. */
export const rulesMethods = {
  'article/list': { ask: nothing, reply: z.array(articleRow) },
  /** Faults: unknown_entry where the document's pack has no such entry, article_known where its number was read. */
  'article/put': { ask: articleDraft, reply: saved },
  /** A mine's own figures. Faults of put: not_stricter, and unknown_entry beside what may not be made stricter. */
  'company/list': { ask: companyAsk, reply: z.array(companyRow) },
  'company/put': { ask: companyPut, reply: saved },
  'company/remove': { ask: companyRemove, reply: saved },
  'pack/state': { ask: nothing, reply: packState },
  /** Takes a signed release file. Faults: pack_unsigned, pack_wrong_signer, pack_not_newer, bad_pack, pack_changes_used, pack_overlap. */
  'pack/take': { ask: z.strictObject({ text: z.string().max(4_000_000) }), reply: saved },
  /** Which recorded verdicts another day or other packs would change, and why. Nothing is written. Faults: not_found. */
  'rules/rejudge': { ask: rejudgeAsk, reply: rejudgeReply },
} as const satisfies Methods;
