import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import type { StepId } from '../../../rules/assessment/steps.words.ts';
import { type Target, waysToPass } from '../../../rules/assessment/ways.ts';
import { Card } from '../../parts/card.tsx';
import { LimitButton } from '../../parts/limit-button.tsx';
import { groupDigits } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { failingSub, withUnit } from './unit-model.ts';
import type { Figures } from './use-figures.ts';

export interface WaysCardProps {
  readonly step: StepId;
  readonly row: AssessmentRow;
  readonly figures: Figures;
}

/** What it would take for the failing criterion to pass: each way by itself is enough. */
export function WaysCard({ step, row, figures }: WaysCardProps) {
  const { t, pick } = useWords();
  const sub = failingSub(step, figures.assessment);
  const ways = sub === null ? [] : waysToPass(sub, figures.assessment, figures.values, row.date);
  if (sub === null || ways.length === 0) return null;
  const { citations, workings } = figures.assessment.subs[sub].verdict;
  const basis = { citations, workings };
  return (
    <Card title={t('drainage.ways.title')} aside={t('drainage.ways.any', { n: ways.length })}>
      <ul className="drainage-ways">
        {ways.map((way) => (
          <li key={way.map(({ amount, unit }) => `${amount}${unit}`).join()}>
            {way.map((target) => (
              <p key={`${target.label.en}${target.unit}`}>
                <span>{t(labelOf(target), { label: pick(target.label) })}</span>
                <strong>
                  <LimitButton limit={`${target.sign} ${withUnit(grouped(target.amount), target.unit)}`} {...basis} />
                </strong>
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p className="text-small">{t('drainage.ways.rounding')}</p>
    </Card>
  );
}

const labelOf = ({ more, sign }: Target) =>
  more ? 'drainage.ways.more' : sign === '≤' ? 'drainage.ways.down' : 'drainage.ways.up';

/** `211 465`: digits in threes where there are many and none behind a point. */
const grouped = (amount: string): string => (/^\d{5,}$/.test(amount) ? groupDigits(Number(amount)) : amount);
