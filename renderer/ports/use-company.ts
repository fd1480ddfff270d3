import { useMemo } from 'react';
import type { CompanyRow } from '../../electron/ports/company-models.ts';
import { type CompanyLimit, withCompany } from '../../rules/packs/company.ts';
import { packsInUse } from '../../rules/packs/in-use.ts';
import type { Pack } from '../../rules/packs/pack.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import { useQuestion } from './questions.ts';

/** A mine's own figures as they stand; `null` waits. */
export const useCompany = (mine: string | null) =>
  useQuestion(
    ['rules', 'company', mine ?? ''],
    mine === null ? null : (ports) => ports.recorder.ask('company/list', { mine }),
  );

/** The figures alone; none while they are fetched. */
export function useCompanyLimits(mine: string): readonly CompanyLimit[] {
  const { value } = useCompany(mine);
  return useMemo(() => (value ?? []).map(({ limit }) => limit), [value]);
}

interface Made {
  readonly date: IsoDate;
  readonly inUse: readonly Pack[];
  readonly packs: readonly Pack[];
}

/** Every part of the screen gets the same packs, so that a reading is judged once for all of them. */
const made = new WeakMap<readonly CompanyRow[], Made>();

/** The packs in use with a mine's stricter figures in them; null where it has none. */
export function useCompanyPacks(mine: string | null, date: IsoDate): readonly Pack[] | null {
  const { value } = useCompany(mine);
  if (!value || value.length === 0) return null;
  const inUse = packsInUse();
  const known = made.get(value);
  if (known?.date === date && known.inUse === inUse) return known.packs;
  const limits = value.map(({ limit }) => limit);
  const packs = withCompany(inUse, limits, date);
  made.set(value, { date, inUse, packs });
  return packs;
}
