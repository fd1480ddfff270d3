import { type ReactNode, useMemo } from 'react';
import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { stepStatus } from '../../../rules/assessment/assess.ts';
import type { StepId } from '../../../rules/assessment/steps.words.ts';
import { Mark } from '../../marks/mark.tsx';
import { Card } from '../../parts/card.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { useWords } from '../../words/words.ts';
import { FigureLimit } from './figure-limit.tsx';
import { stepMark } from './step-list.tsx';
import { amountText, leadFigure, type UnitView, viewOfUnit } from './unit-model.ts';
import { sayMargin } from './verdict-words.ts';

export interface SiblingsCardProps {
  readonly step: StepId;
  readonly row: AssessmentRow;
  readonly all: readonly AssessmentRow[];
  readonly onUnit: (assessmentId: string) => void;
}

/** The other units of the face by the same criterion, in the same quarter. */
export function SiblingsCard({ step, row, all, onUnit }: SiblingsCardProps) {
  const words = useWords();
  const { t } = words;
  const views = useMemo(() => all.filter((one) => isSibling(one, row)).map(viewOfUnit), [all, row]);
  if (views.length < 2) return null;
  const figureOf = ({ assessment }: UnitView) => leadFigure(step, assessment);
  return (
    <Card title={t('drainage.siblings')}>
      <PlainTable
        label={t('drainage.siblings')}
        rows={views}
        rowKey={(view) => view.row.assessmentId}
        columns={[
          {
            key: 'unit',
            title: t('drainage.columns.unit'),
            cell: ({ row: one }) =>
              one.assessmentId === row.assessmentId ? (
                <strong>{one.name}</strong>
              ) : (
                <button type="button" className="drainage-link" onClick={() => onUnit(one.assessmentId)}>
                  {one.name}
                </button>
              ),
          },
          {
            key: 'amount',
            title: t('drainage.columns.amount'),
            number: true,
            cell: (view) => textOr(figureOf(view), amountText),
          },
          {
            key: 'limit',
            title: t('drainage.columns.limit'),
            number: true,
            cell: (view) => textOr(figureOf(view), (figure) => <FigureLimit figure={figure} />),
          },
          {
            key: 'margin',
            title: t('drainage.columns.margin'),
            number: true,
            cell: (view) => textOr(figureOf(view), (figure) => sayMargin(words, figure) ?? ''),
          },
          {
            key: 'status',
            title: t('drainage.columns.outcome'),
            cell: (view) => <StatusCell step={step} view={view} />,
          },
        ]}
      />
    </Card>
  );

  function textOr(
    figure: ReturnType<typeof figureOf>,
    say: (known: NonNullable<typeof figure>) => ReactNode,
  ): ReactNode {
    return (figure && say(figure)) || t('common.none');
  }
}

const isSibling = (one: AssessmentRow, row: AssessmentRow): boolean =>
  one.mine === row.mine && one.face === row.face && one.year === row.year && one.quarter === row.quarter;

function StatusCell({ step, view }: { readonly step: StepId; readonly view: UnitView }) {
  const { t } = useWords();
  const { values } = view;
  const status = stepStatus(step, view.assessment, values);
  // these steps compute or say a duty; they are neither passed nor failed
  const isComputed = status === 'notApplicable' && (step === 'residual' || step === 'required');
  return (
    <span className="cell-mark">
      <Mark kind={stepMark(step, { assessment: view.assessment, values })} size={20} />
      {isComputed ? t('drainage.computed') : t(`marks.${status}`)}
    </span>
  );
}
