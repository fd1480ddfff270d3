import type { Counts, InspectionSummary } from '../../../electron/ports/inspection-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { type Column, PlainTable } from '../../parts/plain-table.tsx';
import { useInspections } from '../../ports/questions.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { answered, settled, totalOf } from './statistics-model.ts';

const TREND_NEEDS = 2;

/** Completeness first: what was owed and what was done, never a share without its counts. */
export function StatisticsScreen() {
  const { t } = useWords();
  const inspections = useInspections();
  const rows = (inspections.value ?? []).toSorted((a, b) => b.openedAt - a.openedAt);
  return (
    <Page
      title={t('statistics.title')}
      aside={<span className="text-small">{t('statistics.completenessWhy')}</span>}
      fault={inspections.fault}
      again={inspections.again}
      ready={inspections.value !== undefined}
    >
      {rows.length === 0 && <EmptyState words={t('statistics.noneAtAll')} />}
      {rows.length > 0 && (
        <PlainTable
          label={t('statistics.completeness')}
          rows={rows}
          rowKey={(row) => row.inspectionId}
          columns={columnsOf(t)}
          foot={<TotalRow counts={totalOf(rows)} />}
        />
      )}
      {rows.length > 0 && rows.length < TREND_NEEDS && (
        <p className="text-small">{t('statistics.none', { n: rows.length })}</p>
      )}
    </Page>
  );
}

const counted = [
  ['owed', (counts: Counts) => counts.total],
  ['done', answered],
  ['clear', settled],
  ['fail', (counts: Counts) => counts.fail],
  ['unknown', (counts: Counts) => counts.unknown],
  ['open', (counts: Counts) => counts.unanswered],
] as const;

const columnsOf = (t: SpokenWords['t']): readonly Column<InspectionSummary>[] => [
  { key: 'mine', title: t('statistics.columns.mine'), cell: (row) => row.mine },
  { key: 'date', title: t('statistics.columns.date'), cell: (row) => <span className="nowrap">{row.date}</span> },
  ...counted.map(([key, count]) => ({
    key,
    title: t(`statistics.columns.${key}`),
    number: true,
    cell: (row: InspectionSummary) => count(row.counts),
  })),
  {
    key: 'signed',
    title: t('statistics.columns.signed'),
    cell: (row) => (
      <span className="cell-mark">
        <Mark kind={row.signedAt === null ? 'unanswered' : 'sealed'} size={20} />
        {t(row.signedAt === null ? 'statistics.signedNo' : 'statistics.signedYes')}
      </span>
    ),
  },
];

function TotalRow({ counts }: { readonly counts: Counts }) {
  const { t } = useWords();
  return (
    <tr>
      <td colSpan={2}>{t('statistics.total')}</td>
      {counted.map(([key, count]) => (
        <td key={key} className="number-cell">
          {count(counts)}
        </td>
      ))}
      <td />
    </tr>
  );
}
