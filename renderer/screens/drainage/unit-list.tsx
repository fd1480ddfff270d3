import { useMemo } from 'react';
import type { AssessmentRow, AssessmentUndo } from '../../../electron/ports/assessment-models.ts';
import { type StepId, stepWords } from '../../../rules/assessment/steps.words.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { ListColumn, ListFilter } from '../../parts/list-table/list-model.ts';
import { ListTable } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { dayAndTime } from '../../words/format.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { UndoButton } from './undo-button.tsx';
import { amountText, leadFigure, stepIds, type UnitView, viewOfUnit } from './unit-model.ts';

export interface UnitListProps {
  readonly all: readonly AssessmentRow[];
  readonly undo: AssessmentUndo | null;
  readonly onOpen: (assessmentId: string) => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
}

/** Every unit side by side with what it comes to. */
export function UnitList({ all, undo, onOpen, onNew, onImport }: UnitListProps) {
  const { t, language } = useWords();
  const views = useMemo(() => all.map(viewOfUnit), [all]);
  const spoken = useMemo((): Spoken => ({ t, pick: (words) => words[language] }), [t, language]);
  const columns = useMemo(() => unitColumns(spoken), [spoken]);
  const filters = useMemo(() => unitFilters(spoken), [spoken]);
  useKeys([
    { key: 'n', words: t('drainage.keys.newUnit'), run: onNew },
    { key: 'i', words: t('drainage.keys.import'), run: onImport },
  ]);
  if (views.length === 0)
    return (
      <>
        <h1 className="visually-hidden">{t('drainage.title')}</h1>
        <EmptyState words={t('drainage.none')}>
          <Button kind="primary" size="big" keyName="N" onPress={onNew}>
            {t('drainage.newUnit')}
          </Button>
          <Button size="big" keyName="I" onPress={onImport}>
            {t('drainage.importFile')}
          </Button>
          {undo && <UndoButton undo={undo} unit="" />}
        </EmptyState>
      </>
    );
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('drainage.title')}</h1>
        <span className="page-head-fill" />
        {undo && <UndoButton undo={undo} unit="" />}
        <Button keyName="I" onPress={onImport}>
          {t('drainage.importFile')}
        </Button>
        <Button keyName="N" icon="plus" onPress={onNew}>
          {t('drainage.newUnit')}
        </Button>
      </div>
      <ListTable
        label={t('drainage.units')}
        rows={views}
        columns={columns}
        filters={filters}
        rowKey={keyOf}
        newestBy="changed"
        detail={(view) => <UnitDetail view={view} onOpen={onOpen} />}
      />
    </div>
  );
}

type Spoken = Pick<SpokenWords, 't' | 'pick'>;

const keyOf = ({ row }: UnitView): string => row.assessmentId;

/** The criteria whose figures stand side by side. */
const compared = ['layout', 'desorbable', 'faceRate', 'mineRate'] as const satisfies readonly StepId[];

const outcomeWords = ({ t }: Pick<SpokenWords, 't'>, { assessment, isEmpty }: UnitView): string => {
  if (isEmpty) return t('drainage.outcome.unanswered');
  return assessment.severity === 'major' ? t('drainage.failMajor') : t(`drainage.outcome.${assessment.outcome}`);
};

const OutcomeCell = ({ view, words }: { readonly view: UnitView; readonly words: string }) => (
  <span className="cell-mark">
    <Mark
      kind={view.isEmpty ? 'unanswered' : verdictMark(view.assessment.outcome, view.assessment.severity)}
      size={20}
    />
    {words}
  </span>
);

const GRAVE = { notApplicable: 0, pass: 1, unknown: 2, fail: 3 } as const;

function unitColumns(words: Spoken): readonly ListColumn<UnitView>[] {
  const { t } = words;
  return [
    { key: 'unit', title: t('drainage.columns.unit'), value: ({ row }) => row.name, under: 'face', width: 12.4 },
    { key: 'face', title: t('drainage.columns.face'), value: ({ row }) => `${row.face} ${row.mine}`, width: 15 },
    {
      key: 'quarter',
      title: t('drainage.columns.quarter'),
      value: ({ row }) => row.year * 4 + row.quarter,
      look: ({ row }) => t('drainage.quarterShort', { year: row.year, quarter: row.quarter }),
      cell: ({ row }) => t('drainage.quarterShort', { year: row.year, quarter: row.quarter }),
      width: 7.5,
    },
    {
      key: 'outcome',
      title: t('drainage.columns.outcome'),
      value: ({ assessment }) => GRAVE[assessment.outcome],
      look: (view) => outcomeWords(words, view),
      cell: (view) => <OutcomeCell view={view} words={outcomeWords(words, view)} />,
      width: 10,
    },
    ...compared.map((step): ListColumn<UnitView> => {
      const textOf = ({ assessment }: UnitView) => {
        const figure = leadFigure(step, assessment);
        return figure ? amountText(figure) : '';
      };
      return {
        key: step,
        title: t(`drainage.columns.${step}`),
        value: ({ assessment }) => Number(leadFigure(step, assessment)?.amount ?? -1),
        look: textOf,
        cell: (view) => textOf(view) || t('common.none'),
        width: 7.5,
      };
    }),
    {
      key: 'changed',
      title: t('drainage.columns.changed'),
      value: ({ changedAt }) => changedAt,
      look: ({ changedAt }) => dayAndTime(changedAt),
      cell: ({ changedAt }) => dayAndTime(changedAt),
      width: 8,
    },
  ];
}

const unitFilters = ({ t }: Spoken): readonly ListFilter<UnitView>[] =>
  (['fail', 'unknown', 'pass'] as const).map((outcome) => ({
    key: outcome,
    words: t(`drainage.outcome.${outcome}`),
    keeps: ({ assessment }) => assessment.outcome === outcome,
  }));

function UnitDetail({ view, onOpen }: { readonly view: UnitView; readonly onOpen: (assessmentId: string) => void }) {
  const words = useWords();
  const { t, pick } = words;
  const { row, assessment } = view;
  return (
    <RowDetail
      title={`${row.face} ${row.name}`}
      facts={[
        { name: t('drainage.form.mine'), value: row.mine },
        { name: t('drainage.columns.outcome'), value: <OutcomeCell view={view} words={outcomeWords(words, view)} /> },
        ...stepIds.flatMap((step) => {
          const figure = leadFigure(step, assessment);
          return figure ? [{ name: pick(stepWords[step]), value: amountText(figure) }] : [];
        }),
      ]}
    >
      <Button kind="primary" iconAfter="next" onPress={() => onOpen(row.assessmentId)}>
        {t('drainage.open')}
      </Button>
    </RowDetail>
  );
}
