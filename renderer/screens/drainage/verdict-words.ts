import { type FieldKey, fieldLabel } from '../../../rules/assessment/fields.ts';
import { type AssessedFigure, figuresOf, margin, shownFigure } from '../../../rules/assessment/figures.ts';
import type { SubId } from '../../../rules/assessment/steps.words.ts';
import type { Judged } from '../../../rules/assessment/subs.ts';
import type { SpokenWords } from '../../words/words.ts';
import { amountText, limitText, withUnit } from './unit-model.ts';

type Spoken = Pick<SpokenWords, 't' | 'pick' | 'language'>;

const TRIGGERS = ['outburst-seam', 'face-gt-5', 'heading-gt-3', 'mine-ge-40', 'mine-by-output'] as const;

/** Names in English want a space before the figure; in Chinese the figure follows at once. */
const named = ({ language, pick }: Spoken, label: AssessedFigure['label']): string =>
  language === 'zh' ? `${pick(label)}\u2009` : pick(label);

const asItIs = (limit: string): string => limit;

/** `可解吸瓦斯量 5.32 m³/t，超过 5 m³/t` */
export function sayFigure(spoken: Spoken, figure: AssessedFigure, mark: (limit: string) => string = asItIs): string {
  const { t } = spoken;
  const name = named(spoken, figure.label);
  const stands = margin(figure);
  if (stands === null) return t('drainage.verdict.plain', { name, amount: amountText(figure) });
  const sign = t(`drainage.signs.${stands.kept ? 'kept' : 'broken'}.${figure.comparator}`);
  return t('drainage.verdict.figure', {
    name,
    amount: amountText(figure),
    sign: spoken.language === 'zh' ? `${sign}\u2009` : sign,
    limit: mark(limitText(figure)),
  });
}

/** By how much a figure misses its limit, or what is left to it; without its unit where there is no room for it. */
export function sayMargin({ t }: Pick<Spoken, 't'>, figure: AssessedFigure, unit = figure.unit): string | null {
  const stands = margin(figure);
  if (stands === null) return null;
  const by = withUnit(shownFigure(stands.by, '0'), unit);
  if (stands.kept) return t('drainage.verdict.left', { by });
  return figure.comparator === '>=' ? t('drainage.verdict.short', { by }) : t('drainage.verdict.over', { by });
}

const listed = ({ t, pick }: Spoken, fields: readonly FieldKey[]): string =>
  [...new Set(fields.map((field) => pick(fieldLabel(field))))].join(t('common.listJoin'));

function sayList(spoken: Spoken, id: SubId, { verdict }: Judged): string | null {
  const { t } = spoken;
  if (id === 'required') {
    if (verdict.outcome !== 'required') return t('drainage.verdict.notRequired');
    const { triggers } = verdict.results;
    const known = TRIGGERS.filter((one) => Array.isArray(triggers) && triggers.includes(one));
    const reasons = known.map((one) => t(`drainage.triggers.${one}`)).join(t('common.listJoin'));
    return t('drainage.verdict.required', { reasons });
  }
  if (id !== 'base') return null;
  if (verdict.status === 'pass') return t('drainage.verdict.allMet');
  const items = verdict.facts.failedItems;
  return t('drainage.verdict.failed', { items: Array.isArray(items) ? items.join(t('common.listJoin')) : '' });
}

/** What a verdict says in one sentence: the figure against its limit, what is missing, or that it does not apply. */
export function saySub(spoken: Spoken, id: SubId, judged: Judged, mark?: (limit: string) => string): string {
  const { t } = spoken;
  const { verdict, missing } = judged;
  if (verdict.outcome === 'not-applicable') return t('drainage.verdict.notApplicable');
  if (verdict.status === 'unknown')
    return missing.length > 0
      ? t('drainage.verdict.missing', { fields: listed(spoken, missing) })
      : t('drainage.verdict.open');
  const list = sayList(spoken, id, judged);
  if (list !== null) return list;
  const figures = figuresOf(id, verdict);
  const broken = figures.filter((figure) => margin(figure)?.kept === false);
  const said = (broken.length > 0 ? broken : figures).map((figure) => sayFigure(spoken, figure, mark));
  const { exceeded } = verdict.results;
  if (Array.isArray(exceeded) && exceeded.includes('blowout-or-stuck')) said.unshift(t('drainage.verdict.stuck'));
  return said.join(t('drainage.verdict.join'));
}
