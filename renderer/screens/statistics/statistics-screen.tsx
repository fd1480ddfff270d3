import { EmptyState } from '../../parts/empty-state.tsx';
import { useWords } from '../../words/words.ts';

export function StatisticsScreen() {
  const { t } = useWords();
  return <EmptyState words={t('shell.rail.statistics')} />;
}
