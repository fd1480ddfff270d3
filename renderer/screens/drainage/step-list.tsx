import type { ReactNode } from 'react';
import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { stepStatus } from '../../../rules/assessment/assess.ts';
import { type StepId, stepWords } from '../../../rules/assessment/steps.words.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../words/words.ts';
import { ConcludeRow } from './conclude-row.tsx';
import { amountText, countSteps, leadFigure, stepIds } from './unit-model.ts';
import type { Figures } from './use-figures.ts';
import { sayMargin } from './verdict-words.ts';

export interface StepListProps {
  readonly row: AssessmentRow;
  readonly figures: Figures;
  readonly chosen: StepId;
  readonly onChoose: (step: StepId) => void;
  /** The way back, where there is no head of the page. */
  readonly back: ReactNode;
  /** What can be done with the unit as a whole. */
  readonly deeds: ReactNode;
}

/** The criteria in the order of 163号, each with how it stands; at the foot the whole unit and its result. */
export function StepList({ row, figures, chosen, onChoose, back, deeds }: StepListProps) {
  const { t, pick } = useWords();
  const { assessment, values } = figures;
  const counts = countSteps(assessment, values);
  const said = [
    ...(counts.fail > 0 ? [t('drainage.counts.fail', { n: counts.fail })] : []),
    ...(counts.unknown > 0 ? [t('drainage.counts.unknown', { n: counts.unknown })] : []),
  ];
  return (
    <Card flush label={t('drainage.title')}>
      <header className="drainage-unit-head">
        <div>
          <h2>{row.name}</h2>
          <p className="text-small">
            {row.face}
            <br />
            {t('drainage.quarter', { year: row.year, quarter: row.quarter })}
          </p>
        </div>
        {back}
      </header>
      <ol className="drainage-steps">
        {stepIds.map((step) => (
          <li key={step}>
            <button type="button" aria-current={step === chosen ? 'step' : undefined} onClick={() => onChoose(step)}>
              <Mark kind={stepMark(step, figures)} />
              <span>{pick(stepWords[step])}</span>
              <small>{asideOf(step)}</small>
            </button>
          </li>
        ))}
      </ol>
      <footer className="drainage-outcome">
        <Mark kind={verdictMark(assessment.outcome, assessment.severity)} size={28} />
        <div>
          <strong>
            {assessment.severity === 'major' ? t('drainage.failMajor') : t(`drainage.outcome.${assessment.outcome}`)}
          </strong>
          <p className="text-small">{said.length > 0 ? said.join('\u3000') : t('drainage.allAnswered')}</p>
        </div>
      </footer>
      <ConcludeRow row={row} />
      {deeds}
    </Card>
  );

  function asideOf(step: StepId): string {
    const figure = leadFigure(step, assessment);
    if (!figure) return '';
    const failed = stepStatus(step, assessment, values) === 'fail';
    return (failed ? sayMargin({ t }, figure) : null) ?? amountText(figure);
  }
}

/** A criterion that fails in a unit being worked has the mark of a major hazard. */
export function stepMark(step: StepId, { assessment, values }: Pick<Figures, 'assessment' | 'values'>) {
  const status = stepStatus(step, assessment, values);
  return verdictMark(status, status === 'fail' ? assessment.severity : null);
}
