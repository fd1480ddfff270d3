import { ok, type Result } from '../vocabulary/result.ts';
import type { IsoDate } from '../vocabulary/time.ts';
import type { Verdict } from '../vocabulary/verdict.ts';
import { judge } from './judge.ts';
import { type CompanyLimit, restsOnCompany, withCompany } from './packs/company.ts';
import { packsInUse } from './packs/in-use.ts';

/**
 * What the mine's own stricter figures say of the same facts, beside the law's verdict; null where none of them has a part
 * in the rule. Faults: those of `judge`.
 */
export function judgeCompany(
  rule: string,
  facts: Readonly<Record<string, unknown>>,
  { date }: { readonly date: IsoDate },
  limits: readonly CompanyLimit[],
): Result<Verdict | null> {
  if (limits.length === 0) return ok(null);
  const judged = judge(rule, facts, { date, packs: withCompany(packsInUse(), limits, date) });
  if (!judged.ok) return judged;
  return ok(restsOnCompany(judged.value) ? { ...judged.value, source: 'company' } : null);
}
