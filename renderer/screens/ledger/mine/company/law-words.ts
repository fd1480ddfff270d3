import type { CompanyRow } from '../../../../../electron/ports/company-models.ts';
import type { Tightenable } from '../../../../../rules/packs/company.ts';
import { comparatorSign } from '../../../../parts/quantity-text.ts';
import { useWords } from '../../../../words/words.ts';

/** `0.8 %`; a count has no unit. */
export const withUnit = (value: string, unit: string): string => (unit === '' ? value : `${value}\u00a0${unit}`);

/** What the law asks at a limit: what must hold, or from where something must be done; of a table from its laxest row to its strictest. */
export function useLawWords(): (law: Tightenable) => string {
  const { t } = useWords();
  return ({ comparator, sense, figures, unit }) => {
    const range = [...new Set([figures[0] ?? '', figures.at(-1) ?? ''])].join('–');
    return t(`company.senses.${sense}`, { bound: `${comparatorSign[comparator]} ${withUnit(range, unit)}` });
  };
}

/** The mine's own figure beside a limit. */
export const ownRowOf = (rows: readonly CompanyRow[], { family, key }: Tightenable): CompanyRow | undefined =>
  rows.find((row) => row.limit.family === family && row.limit.key === key);
