import { isCompany } from '../../../rules/packs/company.ts';
import type { Alarm } from '../../live/alarm-model.ts';
import { sayActions, sayGas, sayShortActions } from '../../live/say-alarm.ts';
import { Button } from '../../parts/button.tsx';
import { CitationButton } from '../../parts/citation-button.tsx';
import { comparatorSign, shownAmount, shownUnit } from '../../parts/quantity-text.ts';
import { markLimit, WithLimits } from '../../parts/with-limits.tsx';
import { useWords } from '../../words/words.ts';

export interface RequirementCardProps {
  readonly alarm: Alarm;
  readonly onOpen: () => void;
}

/** What the law asks at this moment, and where it stands: in the free place beside the tiles. */
export function RequirementCard({ alarm, onOpen }: RequirementCardProps) {
  const { t } = useWords();
  const { limit, limitUnit, comparator, citations } = alarm.cause;
  const trigger =
    limit !== null && comparator !== null && alarm.cause.why !== 'overRange'
      ? markLimit(`${comparatorSign[comparator]} ${shownAmount(limit, alarm.gas)}\u00a0${shownUnit(limitUnit)}`)
      : t('marks.overRange');
  return (
    <section className="requirement-card">
      <header>
        <h2>
          {t('live.required')}
          {citations[0] && isCompany(citations[0]) && `　${t('company.mark')}`}
        </h2>
        <Button icon="document" size="small" label={t('live.detail.basis')} onPress={onOpen}>
          {t('live.detail.limits')}
        </Button>
      </header>
      <p>
        <WithLimits
          words={t('live.requiredLine', {
            gas: sayGas(t, alarm.gas),
            trigger,
            actions: sayShortActions(t, alarm.cause.actions) || (sayActions(t, alarm)[0] ?? ''),
          })}
          citations={citations}
        />
      </p>
      {citations[0] && <CitationButton citation={citations[0]} />}
    </section>
  );
}
