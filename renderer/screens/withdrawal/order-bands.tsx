import { Band } from '../../parts/band.tsx';
import { Button } from '../../parts/button.tsx';
import { useWithdrawals } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** An order whose people are not all out stays in sight on every screen. */
export function OrderBands() {
  const { t } = useWords();
  const { withdraw } = useNavigation();
  const running = (useWithdrawals().value ?? []).filter(({ voided, clearedAt }) => !voided && clearedAt === null);
  return (
    <>
      {running.map(({ withdrawalId, issuedAt, area, people: { missing } }) => (
        <Band
          key={withdrawalId}
          mark={missing === 0 ? 'alarm3' : 'alarm1'}
          tone={missing === 0 ? 'note' : 'danger'}
          action={
            <Button size="small" onPress={() => withdraw({ orderId: withdrawalId })}>
              {t('withdrawal.look')}
            </Button>
          }
        >
          {[
            t('withdrawal.band', { time: clockTime(issuedAt) }),
            area.map(({ name }) => name).join(t('common.listJoin')),
            missing === null
              ? t('withdrawal.bandUncounted')
              : missing > 0
                ? t('withdrawal.bandMissing', { n: missing })
                : t('withdrawal.bandCounted'),
          ].join('\u3000')}
        </Band>
      ))}
    </>
  );
}
