import { asksMore, type CompanyLimit, companyLimit, type Tightenable } from '../../../../../rules/packs/company.ts';
import { decimalOf } from '../../../../parts/number-text.ts';
import { articleText } from '../../../../words/article-text.ts';

/** What stands in the form of one figure. */
export interface TypedFigure {
  readonly value: string;
  readonly title: string;
  readonly article: string;
  readonly from: string;
}

export type FigureTrouble = 'bad' | 'notStricter' | null;

/** Why a typed figure cannot stand beside the law's; nothing typed is no trouble. */
export function figureTrouble(law: Tightenable, typed: string): FigureTrouble {
  if (typed.trim() === '') return null;
  const value = decimalOf(typed);
  if (value === null || value.startsWith('-') || value.length > 12) return 'bad';
  return asksMore(law, value) ? null : 'notStricter';
}

/** The figure as it is recorded, or null while something of it is missing or wrong. */
export function figureOf(law: Tightenable, typed: TypedFigure, today: string): CompanyLimit | null {
  if (figureTrouble(law, typed.value) !== null || typed.from > today) return null;
  const draft = {
    family: law.family,
    key: law.key,
    value: decimalOf(typed.value),
    title: typed.title,
    article: articleText(typed.article) ?? '',
    from: typed.from,
  };
  return companyLimit.safeParse(draft).data ?? null;
}
