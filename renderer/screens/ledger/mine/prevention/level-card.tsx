import { Mark } from '../../../../marks/mark.tsx';
import { Card } from '../../../../parts/card.tsx';
import { useWords } from '../../../../words/words.ts';
import type { LevelSummary } from './prevention-model.ts';

const MOST = 6;

/** One level: how many checks are on paper, how many are missing, and when. */
export function LevelCard({ summary }: { readonly summary: LevelSummary }) {
  const { t } = useWords();
  const { level, checks, missed, times } = summary;
  return (
    <Card title={t(`prevention.levels.${level}`)} aside={t('prevention.found', { n: checks })}>
      <p className="prevention-missed">
        <Mark kind={times === 0 ? 'pass' : 'fail'} size={20} />
        {times === 0 ? t('prevention.noneMissed') : t('prevention.missed', { n: times })}
      </p>
      <ul className="text-small">
        {missed.slice(0, MOST).map(({ from, to, times: n }) => (
          <li key={from}>{from === to ? from : t('prevention.stretch', { from, to, n })}</li>
        ))}
        {missed.length > MOST && <li>{t('prevention.more', { n: missed.length - MOST })}</li>}
      </ul>
    </Card>
  );
}
