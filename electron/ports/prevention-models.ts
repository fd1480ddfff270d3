import { z } from 'zod';
import { mineCheck, mineRisk, riskMap } from '../../vocabulary/dual-prevention.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';

/** Who recorded an entry and when; `disputed` where two tablets say different things of it. */
const recorded = { entryId: entityId, author: z.string(), savedAt: epochMs, disputed: z.boolean() };

export const mineCheckRow = mineCheck.extend(recorded);
export type MineCheckRow = z.infer<typeof mineCheckRow>;
export const mineRiskRow = mineRisk.extend(recorded);
export type MineRiskRow = z.infer<typeof mineRiskRow>;

/** 双重预防 of one mine: its checks (the newest first), its risks (the gravest first), its newest risk map. */
export const minePrevention = z.strictObject({
  checks: z.array(mineCheckRow),
  risks: z.array(mineRiskRow),
  map: riskMap.extend(recorded).nullable(),
});
export type MinePrevention = z.infer<typeof minePrevention>;
