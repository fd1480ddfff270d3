import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InspectionSheet, InspectionSummary } from '../../../electron/ports/inspection-models.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ListTable } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import { Page } from '../../parts/page.tsx';
import { faultOf, valueOrThrow } from '../../ports/fault-error.ts';
import { usePorts } from '../../ports/ports-context.tsx';
import { useInspections } from '../../ports/questions.ts';
import { rowFocus } from '../../shell/focus.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { dayAndTime } from '../../words/format.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { findingColumns, findingFilters, Severity, stateWords } from './finding-columns.tsx';
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
    combine: together,
  });
}

/** The same function each time, so that the answers are put together only when one of them changed. */
const together = (
  results: readonly { data: InspectionSheet | undefined; isPending: boolean; error: Error | null }[],
) => ({
  sheets: results.flatMap((result) => (result.data ? [result.data] : [])),
  loading: results.some((result) => result.isPending),
  error: results.find((result) => result.error)?.error ?? null,
});

/** Findings raised in the inspections of this record. */
export function FindingsScreen() {
  const { t } = useWords();
  const { go } = useNavigation();
  const inspections = useInspections();
  const { sheets, loading, error } = useSheets(inspections.value ?? []);
  const fault = inspections.fault ?? (error ? faultOf(error) : null);
  const all = useMemo(() => findingsOf(sheets), [sheets]);
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

const keyOf = ({ finding }: Listed): string => finding.findingId;

function FindingsTable({ all }: { readonly all: readonly Listed[] }) {
  const { t } = useWords();
  const titleOf = useItemTitle();
  const columns = useMemo(() => findingColumns(t, titleOf), [t, titleOf]);
  const filters = useMemo(() => findingFilters(t), [t]);
  return (
    <ListTable
      label={t('findings.title')}
      rows={all}
      columns={columns}
      filters={filters}
      rowKey={keyOf}
      newestBy="date"
      detail={(row) => <Finding row={row} />}
    />
  );
}

function Finding({ row: { finding, mine, place } }: { readonly row: Listed }) {
  const { t } = useWords();
  const titleOf = useItemTitle();
  const { go } = useNavigation();
  const look = () =>
    go('check', { inspectionId: finding.inspectionId, focus: rowFocus(finding.itemId, finding.placeId) });
  return (
    <RowDetail
      title={finding.fact}
      facts={[
        { name: t('findings.columns.mine'), value: mine },
        { name: t('findings.columns.place'), value: place ?? t('today.wholeMine') },
        { name: t('findings.columns.item'), value: titleOf(finding.itemId) },
        {
          name: t('findings.columns.severity'),
          value: <Severity severity={finding.severity} words={t(`marks.${finding.severity}`)} />,
        },
        { name: t('findings.columns.date'), value: dayAndTime(finding.savedAt) },
        { name: t('findings.columns.state'), value: stateWords(t, finding.state) },
      ]}
    >
      <Button iconAfter="next" onPress={look}>
        {t('findings.seeItem')}
      </Button>
    </RowDetail>
  );
}
