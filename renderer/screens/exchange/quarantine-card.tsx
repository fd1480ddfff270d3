import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../words/words.ts';

/** How much was set aside, and the way to it. */
export function QuarantineCard({ count, onSee }: { readonly count: number; readonly onSee: () => void }) {
  const { t } = useWords();
  return (
    <Card>
      <div className="exchange-heading">
        <Mark kind="quarantined" />
        <h2 className="card-row-words">{t('exchange.quarantine.title', { n: count })}</h2>
        <Button onPress={onSee}>{t('exchange.quarantine.see')}</Button>
      </div>
      <p className="text-small">{t('exchange.quarantine.why')}</p>
    </Card>
  );
}
