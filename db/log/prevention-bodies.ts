import { z } from 'zod';
import { mineCheck, mineRisk, riskMap } from '../../vocabulary/dual-prevention.ts';
import { salt } from './event.ts';

/** Bodies of `prevention` events. A later event of a subject corrects the one before; `removed` takes an entry back. */
const kept = { salt, removed: z.boolean().optional() };

export const mineCheckBody = mineCheck.extend(kept);
export const mineRiskBody = mineRisk.extend(kept);
export const riskMapBody = riskMap.extend(kept);
