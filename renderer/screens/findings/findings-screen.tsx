import { useMemo } from 'react';
import type { ListedFinding } from '../../../electron/ports/finding-models.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ListView } from '../../parts/list-table/list-table.tsx';
import { RowDetail } from '../../parts/list-table/row-detail.tsx';
import type { ListRows } from '../../parts/list-table/use-list-rows.ts';
import { Page } from '../../parts/page.tsx';
import { rowFocus } from '../../shell/focus.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { dayAndTime } from '../../words/format.ts';
import { useItemTitle } from '../../words/item-title.ts';
import { useWords } from '../../words/words.ts';
import { findingColumns, Said, Severity, stateWords } from './finding-columns.tsx';
import { useFindings } from './use-findings.ts';

/** Findings raised in the inspections of this record. */
export function FindingsScreen() {
  const { t } = useWords();
  const { go } = useNavigation();
  const { list, fault, again } = useFindings();
  return (
    <Page title={t('findings.title')} fault={fault} again={again} ready={list !== undefined}>
      {list?.total === 0 ? (
        <EmptyState words={t('findings.none')}>
          <Button kind="primary" size="big" onPress={() => go('check')}>
            {t('findings.goCheck')}
          </Button>
        </EmptyState>
      ) : (
        list && <FindingsList list={list} />
      )}
    </Page>
  );
}

const keyOf = ({ finding }: ListedFinding): string => finding.findingId;

function FindingsList({ list }: { readonly list: ListRows<ListedFinding> }) {
  const { t } = useWords();
  const titleOf = useItemTitle();
  const columns = useMemo(() => findingColumns(t, titleOf), [t, titleOf]);
  return (
    <ListView
      label={t('findings.title')}
      list={list}
      columns={columns}
      rowKey={keyOf}
      detail={(row) => <Finding row={row} />}
    />
  );
}

function Finding({ row: { finding, mine, place, assessmentId } }: { readonly row: ListedFinding }) {
  const { t } = useWords();
  const titleOf = useItemTitle();
  const { go } = useNavigation();
  const look = () => {
    if (assessmentId !== null) return go('drainage', { focus: assessmentId });
    go('check', { inspectionId: finding.inspectionId, focus: rowFocus(finding.itemId, finding.placeId) });
  };
  return (
    <RowDetail
      title={<Said words={finding.fact} />}
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
        {t(assessmentId === null ? 'findings.seeItem' : 'findings.seeUnit')}
      </Button>
    </RowDetail>
  );
}
