import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useCurrentInspection } from '../../shell/current-inspection.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { WIDE } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

const MOST = 4;

/** The way back to another inspection; the newest first. */
export function OtherInspections() {
  const { t } = useWords();
  const { go } = useNavigation();
  const { list, summary } = useCurrentInspection();
  const others = (list.value ?? [])
    .filter((one) => one.inspectionId !== summary?.inspectionId)
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .slice(0, MOST);
  if (others.length === 0) return null;
  return (
    <Card flush title={t('today.otherInspections')}>
      <ul>
        {others.map((one) => (
          <li key={one.inspectionId} className="card-row">
            <Mark kind={one.signedAt === null ? 'unanswered' : 'sealed'} />
            <div className="card-row-words">
              <p>{one.mine}</p>
              <p className="text-faint">
                {`${one.date}${WIDE}${t('common.of', { done: one.counts.total - one.counts.unanswered, total: one.counts.total })}`}
              </p>
            </div>
            <Button onPress={() => go('today', { inspectionId: one.inspectionId })}>{t('today.show')}</Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
