import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import { wholeMine } from '../../../rules/withdrawal/withdrawal.words.ts';
import type { NamedPlace } from '../../../vocabulary/withdrawal.ts';
import { Mark } from '../../marks/mark.tsx';
import { useNow } from '../../ports/ports-context.tsx';
import { clockSeconds, clockTime } from '../../words/format.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import { everywhere, samePlace } from './draft-model.ts';

/** `3:12`, with hours where there are any. */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Spoken out: `19:00` would read as a time of day. */
const minutesOf = (ms: number) => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
};

type State = 'running' | 'cleared' | 'void';
const stateOf = ({ voided, clearedAt }: WithdrawalView): State =>
  voided ? 'void' : clearedAt === null ? 'running' : 'cleared';

function titleOf(t: SpokenWords['t'], order: WithdrawalView): string {
  if (order.voided) return t('withdrawal.voidedBand', { reason: order.voided.reason });
  return order.clearedAt === null ? t('withdrawal.issued') : t('withdrawal.clearedBand');
}

/** What was ordered, why, since when, and under which number. */
export function OrderHead({ order }: { readonly order: WithdrawalView }) {
  const { t, pick } = useWords();
  const now = useNow(1000);
  const state = stateOf(order);
  const { paper, clearedAt, issuedAt } = order;
  const nameOf = (place: NamedPlace) => (samePlace(place, everywhere) ? pick(wholeMine) : place.name);
  const number = paper.number ?? t('withdrawal.mark', { mark: paper.mark });
  return (
    <header className="withdrawal-band" data-state={state}>
      <Mark kind={state === 'running' ? 'alarm1' : state === 'cleared' ? 'pass' : 'refused'} size={56} />
      <div>
        <h1>
          {titleOf(t, order)}
          <span>{clockSeconds(clearedAt ?? issuedAt)}</span>
        </h1>
        <p className="withdrawal-danger">{order.danger}</p>
        <p className="withdrawal-number">
          {t('withdrawal.areaLine', { list: order.area.map(nameOf).join(t('common.listJoin')) })}
        </p>
        <p className="withdrawal-number">
          {paper.conflict ? t('withdrawal.numberConflict') : number}
          {order.conflict && `\u3000${t('withdrawal.conflict')}`}
          {order.resume.at !== null && `\u3000${t('withdrawal.allowed', { time: clockTime(order.resume.at) })}`}
        </p>
      </div>
      {state === 'running' && (
        <p className="withdrawal-clock">
          <strong>{spanText(now - issuedAt)}</strong>
          <span>{t('withdrawal.since')}</span>
        </p>
      )}
      {clearedAt !== null && <p>{t('withdrawal.clearedAfter', minutesOf(clearedAt - issuedAt))}</p>}
    </header>
  );
}
