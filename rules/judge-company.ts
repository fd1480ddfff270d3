import { ok, type Result } from '../vocabulary/result.ts';
import type { IsoDate } from '../vocabulary/time.ts';
import type { Verdict } from '../vocabulary/verdict.ts';
import { type CompanyLimit, ownPart, withCompany } from './packs/company.ts';
import { packsInUse } from './packs/in-use.ts';
import type { Pack } from './packs/pack.ts';

/**
 * What a mine's own stricter figures say beside the law's verdict; null where none of them has a part in it. `judgeBy`: the verdict on the same facts by
 * the packs it is given. Faults: those of `judgeBy`.
 */
export function judgeByCompany(
  judgeBy: (packs: readonly Pack[]) => Result<Verdict>,
  limits: readonly CompanyLimit[],
  date: IsoDate,
): Result<Verdict | null> {
  if (limits.length === 0) return ok(null);
  const law = judgeBy(packsInUse());
  if (!law.ok) return law;
  const own = judgeBy(withCompany(packsInUse(), limits, date));
  return own.ok ? ok(ownPart(law.value, own.value)) : own;
}
