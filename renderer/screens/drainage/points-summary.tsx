import { shownFigure } from '../../../rules/assessment/figures.ts';
import { highestPoint, layPoints } from '../../../rules/assessment/points.ts';
import { amountIn, type FieldValues } from '../../../rules/assessment/values.ts';
import type { TestPoint } from '../../../vocabulary/test-point.ts';
import { UnknownTag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';
import { withUnit } from './unit-model.ts';

/** What the points come to: the highest of each figure, and whether every stretch of the area has its points. */
export function PointsSummary({
  points,
  values,
}: {
  readonly points: readonly TestPoint[];
  readonly values: FieldValues;
}) {
  const { t } = useWords();
  const laid = layPoints(points, values);
  if (!laid) return null;
  const highest = (of: 'content_m3PerT' | 'pressure_MPa') => {
    const point = highestPoint(points, of);
    const amount = point?.[of] ?? null;
    if (!point || amount === null) return [];
    const unit = of === 'pressure_MPa' ? 'MPa' : 'm³/t';
    const what = t(of === 'pressure_MPa' ? 'drainage.points.shortPressure' : 'drainage.points.shortContent');
    return [t('drainage.points.highestOf', { what, amount: withUnit(shownFigure(amount, null), unit), no: point.no })];
  };
  const figures = [...highest('pressure_MPa'), ...highest('content_m3PerT')].join(t('drainage.verdict.join'));
  const lacking = laid.stretches.filter(({ needed, found }) => found < needed);
  const lines = [
    ...lacking.map(({ from_m, to_m, found, needed }) =>
      t('drainage.points.lacking', { from: from_m, to: to_m, found, needed }),
    ),
    ...(laid.stretches.length > 0 && lacking.length === 0 ? [t('drainage.points.even')] : []),
    ...(laid.unplaced > 0 ? [t('drainage.points.unplaced', { n: laid.unplaced })] : []),
    ...(laid.outside > 0 ? [t('drainage.points.outside', { n: laid.outside })] : []),
    ...(laid.counted === null ? [] : [t('drainage.points.counted', { n: laid.counted })]),
  ];
  const length = amountIn(values, 'areaLength_m')?.toFixed() ?? '';
  const [first] = laid.stretches;
  return (
    <div className="drainage-notes text-small" role="status">
      <p>
        {t('drainage.points.highest', { n: laid.measured, figures })}{' '}
        <UnknownTag words={t('drainage.verdict.convention')} />
      </p>
      <p>
        {first && (
          <>
            {t('drainage.points.laid', { length, n: laid.stretches.length, each: first.needed })}
            {t('drainage.verdict.join')}
          </>
        )}
        {lines.join(t('drainage.verdict.join'))}
      </p>
    </div>
  );
}
