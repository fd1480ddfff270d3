import { z } from 'zod';
import {
  areaHandover,
  drainageArea,
  drainageAreaType,
  outburstChain,
  outburstIndex,
  outburstStep,
} from '../../vocabulary/area.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { factValue, verdict } from '../../vocabulary/verdict.ts';
import { base64 } from './wire-models.ts';

/** Who recorded an entry and when; `disputed` where two tablets say different things of it. */
const recorded = { author: z.string(), savedAt: epochMs, disputed: z.boolean() };

export const handoverRow = areaHandover.extend({ handoverId: entityId, ...recorded });
export type HandoverRow = z.infer<typeof handoverRow>;

/** An area of 三区联动 as it stands: `now` is where its hand-overs have brought it. The oldest hand-over first. */
export const areaRow = z.strictObject({
  areaId: entityId,
  sheet: drainageArea,
  now: drainageAreaType,
  handovers: z.array(handoverRow),
  ...recorded,
});
export type AreaRow = z.infer<typeof areaRow>;

export const stepRow = outburstStep.extend(recorded);
export type StepRow = z.infer<typeof stepRow>;

export const indexRow = outburstIndex.extend({ indexId: entityId, areaId: entityId, ...recorded });
export type IndexRow = z.infer<typeof indexRow>;

/** A chain with the steps recorded, what the rules say of it today, and its indices, the newest first. */
export const chainRow = z.strictObject({
  areaId: entityId,
  chain: outburstChain,
  steps: z.array(stepRow),
  indices: z.array(indexRow),
  verdict: verdict,
  /** Two cycles in a row, of a face whose cycles are recorded. */
  cycles: verdict.nullable(),
  ...recorded,
});
export type ChainRow = z.infer<typeof chainRow>;

export const mineAreas = z.strictObject({ areas: z.array(areaRow), chains: z.array(chainRow) });
export type MineAreas = z.infer<typeof mineAreas>;

/** Papers given with an entry, beside those it already has. */
export const newPapers = z
  .array(z.strictObject({ label: z.string().max(200), mime: z.string(), bytes: base64 }))
  .max(10);
export type NewPaper = z.infer<typeof newPapers>[number];

/** What a person gives of an index; the rule judges it. */
export const indexDraft = outburstIndex.pick({ where: true, rule: true, date: true, note: true }).extend({
  facts: z.record(z.string(), factValue),
});
