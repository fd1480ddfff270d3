import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { FindingRow, InspectionSheet, InspectionSummary } from '../../../electron/ports/inspection-models.ts';
import type { Severity } from '../../../vocabulary/verdict.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { Page } from '../../parts/page.tsx';
import { type Column, PlainTable } from '../../parts/plain-table.tsx';
import { faultOf, valueOrThrow } from '../../ports/fault-error.ts';
import { usePorts } from '../../ports/ports-context.tsx';
import { useInspections } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { dayAndTime } from '../../words/format.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { findingsOf, type Listed } from './findings-model.ts';

/** The sheets of all inspections; each is asked once and kept until it changes. */
function useSheets(inspections: readonly InspectionSummary[]) {
  const ports = usePorts();
  return useQueries({
    queries: inspections.map(({ inspectionId }) => ({
      queryKey: ['inspection', 'sheet', inspectionId],
      queryFn: async (): Promise<InspectionSheet> =>
        valueOrThrow(await ports.recorder.ask('inspection/sheet', { inspectionId })),
    })),
    combine: (results) => ({
      sheets: results.flatMap((result) => (result.data ? [result.data] : [])),
      loading: results.some((result) => result.isPending),
      error: results.find((result) => result.error)?.error ?? null,
    }),
  });
}

/** Findings raised in the inspections of this record. */
export function FindingsScreen() {
  const { t } = useWords();
  const { go } = useNavigation();
  const inspections = useInspections();
  const { sheets, loading, error } = useSheets(inspections.value ?? []);
  const fault = inspections.fault ?? (error ? faultOf(error) : null);
  const all = findingsOf(sheets);
  return (
    <Page
      title={t('findings.title')}
      fault={fault}
      again={inspections.again}
      ready={inspections.value !== undefined && !loading}
    >
      {all.length === 0 ? (
        <EmptyState words={t('findings.none')}>
          <Button kind="primary" size="big" onPress={() => go('check')}>
            {t('findings.goCheck')}
          </Button>
        </EmptyState>
      ) : (
        <FindingsTable all={all} />
      )}
    </Page>
  );
}

function FindingsTable({ all }: { readonly all: readonly Listed[] }) {
  const { t } = useWords();
  const titleOf = useItemTitle();
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const count = (one: Severity) => all.filter((row) => row.finding.severity === one).length;
  const shown = all.filter((row) => severity === 'all' || row.finding.severity === severity);
  return (
    <>
      <FilterChips
        label={t('findings.filter')}
        value={severity}
        onChoose={setSeverity}
        options={[
          { value: 'all', words: t('findings.all'), count: all.length },
          { value: 'major', words: t('findings.major'), count: count('major') },
          { value: 'general', words: t('findings.general'), count: count('general') },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState words={t('common.filterNone', { n: all.length })}>
          <Button onPress={() => setSeverity('all')}>{t('common.clearFilter')}</Button>
        </EmptyState>
      ) : (
        <PlainTable
          label={t('findings.title')}
          rows={shown}
          rowKey={(row) => row.finding.findingId}
          columns={columnsOf(t, titleOf)}
        />
      )}
      <p className="text-faint">{t('findings.countLine', { n: all.length, shown: shown.length })}</p>
    </>
  );
}

const stateWords = (t: SpokenWords['t'], state: FindingRow['state']): string =>
  state === 'raised' ? t('findings.states.raised') : t('findings.states.unknown', { state });

const columnsOf = (t: SpokenWords['t'], titleOf: (itemId: string) => string | null): readonly Column<Listed>[] => [
  {
    key: 'mine',
    title: t('findings.columns.mine'),
    cell: ({ mine, place }) => (
      <span className="cell-lines">
        {mine}
        <span className="text-faint">{place ?? t('today.wholeMine')}</span>
      </span>
    ),
  },
  {
    key: 'fact',
    title: t('findings.columns.fact'),
    cell: ({ finding }) => (
      <span className="cell-lines">
        {finding.fact}
        <span className="text-faint">{titleOf(finding.itemId)}</span>
      </span>
    ),
  },
  {
    key: 'severity',
    title: t('findings.columns.severity'),
    cell: ({ finding }) => (
      <span className="cell-mark">
        <Mark kind={verdictMark('fail', finding.severity)} size={20} />
        {t(`marks.${finding.severity}`)}
      </span>
    ),
  },
  {
    key: 'date',
    title: t('findings.columns.date'),
    cell: ({ finding }) => <span className="nowrap">{dayAndTime(finding.savedAt)}</span>,
  },
  { key: 'state', title: t('findings.columns.state'), cell: ({ finding }) => stateWords(t, finding.state) },
];
