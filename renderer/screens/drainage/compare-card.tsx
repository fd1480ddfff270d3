import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { shownFigure } from '../../../rules/assessment/figures.ts';
import { type StepId, stepWords } from '../../../rules/assessment/steps.words.ts';
import { exact } from '../../../rules/decimal.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../words/words.ts';
import { Trend } from './trend.tsx';
import { amountText, lastQuarter, leadFigure, quartersOf, viewOfUnit, withUnit } from './unit-model.ts';
import type { Figures } from './use-figures.ts';

const QUARTERS = 9;

export interface CompareCardProps {
  readonly step: StepId;
  readonly row: AssessmentRow;
  readonly all: readonly AssessmentRow[];
  readonly figures: Figures;
}

/** The figure of a step against the last quarter, and over the quarters there are. */
export function CompareCard({ step, row, all, figures }: CompareCardProps) {
  const { t, pick } = useWords();
  const now = leadFigure(step, figures.assessment);
  const before = lastQuarter(row, all);
  const points = quartersOf(row, all, QUARTERS).map((one) => {
    const figure = one === row ? now : leadFigure(step, viewOfUnit(one).assessment);
    return {
      key: one.assessmentId,
      name: t('drainage.quarterShort', { year: one.year, quarter: one.quarter }),
      figure,
    };
  });
  const earlier = before ? points.at(-2)?.figure : null;
  return (
    <Card title={t('drainage.compare.title')}>
      {now && earlier ? (
        <p className="drainage-compare">{line()}</p>
      ) : (
        <p className="text-small">{t('drainage.compare.none')}</p>
      )}
      {points.filter(({ figure }) => figure !== null).length > 1 && (
        <Trend title={t('drainage.compare.trend', { name: pick(stepWords[step]), n: points.length })} points={points} />
      )}
    </Card>
  );

  function line(): string {
    if (!now || !earlier) return '';
    const by = exact(now.amount).minus(earlier.amount);
    const amount = withUnit(shownFigure(by.abs().toFixed(), '0'), now.unit);
    const change = by.isZero()
      ? t('drainage.compare.same')
      : t(`drainage.compare.${by.gt(0) ? 'up' : 'down'}`, { by: amount });
    return t('drainage.compare.line', { before: amountText(earlier), now: amountText(now), change });
  }
}
