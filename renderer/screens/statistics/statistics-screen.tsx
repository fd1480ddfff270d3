import { useState } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { OwedRecords } from './owed-records.tsx';
import type { Chosen } from './statistics-model.ts';
import { TeamMonths } from './team-months.tsx';
import './statistics.css';

/** Where the lead must go next: what was owed and is not done, over all teams and months, and the records behind each bar. */
export function StatisticsScreen() {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Chosen>({});
  const overview = useQuestion(['inspection', 'completeness'], (ports) =>
    ports.recorder.ask('completeness/overview', {}),
  );
  const { units, today } = overview.value ?? { units: [], today: '' };
  return (
    <Page
      title={t('statistics.title')}
      aside={<span className="text-small">{t('statistics.why')}</span>}
      fault={overview.fault}
      again={overview.again}
      ready={overview.value !== undefined}
    >
      {units.length === 0 && <EmptyState words={t('statistics.noneAtAll')} />}
      {units.length > 0 && (
        <div className="page-columns owed-columns">
          <TeamMonths units={units} chosen={chosen} onChoose={setChosen} />
          <OwedRecords units={units} chosen={chosen} today={today} onChoose={setChosen} />
        </div>
      )}
    </Page>
  );
}
