import { useState } from 'react';
import { distinct } from '../../rules/citations.ts';
import type { NamedPlace } from '../../vocabulary/withdrawal.ts';
import { Mark } from '../marks/mark.tsx';
import { Button } from '../parts/button.tsx';
import { markLimit, WithLimits } from '../parts/with-limits.tsx';
import { useSession } from '../ports/questions.ts';
import { useNavigation } from '../shell/navigation.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { clockSeconds, clockTime } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import { canEnd } from './alarm.ts';
import { alarmCenter, inOrder } from './alarm-center.ts';
import type { Alarm } from './alarm-model.ts';
import { useAlarms, useMoment } from './alarm-watch.tsx';
import { sayActions, sayCause, sayCleared, sayLevel, sayLost } from './say-alarm.ts';
import { ShelveForm } from './shelve-form.tsx';
import './alarm-band.css';

/** One band for the worst alarm, under the top bar of every screen. It pushes the content down and never covers it. */
export function AlarmBand() {
  const { t } = useWords();
  const alarms = inOrder(useAlarms());
  // locked, nobody is signed in: silencing wants a name
  const name = useSession().value?.person?.name ?? null;
  const moment = useMoment();
  const acknowledge = () => name !== null && alarmCenter.acknowledge(name, moment(), alarms);
  const [worst, ...others] = alarms;
  useKeys(worst ? [{ key: 'a', words: t('live.keys.acknowledge'), everywhere: true, run: acknowledge }] : []);
  if (!worst) return null;
  return (
    <section className="alarm-region" aria-label={t('live.alarm.region')}>
      {worst.cleared ? (
        <ClearedBand alarm={worst} onSeen={acknowledge} />
      ) : (
        <ActiveBand key={worst.id} alarm={worst} others={others} name={name} onAcknowledge={acknowledge} />
      )}
    </section>
  );
}

function ClearedBand({ alarm, onSeen }: { readonly alarm: Alarm; readonly onSeen: () => void }) {
  const { t } = useWords();
  return (
    <div className="alarm-band" data-level="over" role="status">
      <Mark kind="ring" size={24} />
      <p>{alarm.cleared && sayCleared(t, alarm, alarm.cleared)}</p>
      <Button keyName="A" onPress={onSeen}>
        {t('live.alarm.seen')}
      </Button>
    </div>
  );
}

interface ActiveProps {
  readonly alarm: Alarm;
  readonly others: readonly Alarm[];
  readonly name: string | null;
  readonly onAcknowledge: () => void;
}

function ActiveBand(props: ActiveProps) {
  const { t } = useWords();
  const { alarm, others, name } = props;
  const moment = useMoment();
  const [isShelving, setShelving] = useState(false);
  const mark = alarm.last.text === null ? 'overRange' : (`alarm${alarm.level}` as const);
  return (
    <div className="alarm-band" data-level={alarm.level} role="alert">
      <span className="alarm-mark" data-blink={isOpen(props) ? '' : undefined}>
        <Mark kind={mark} size={alarm.level === 3 ? 28 : 56} />
      </span>
      <div className="alarm-words">
        <p className="alarm-title">
          <strong>{sayLevel(t, alarm)}</strong>
          <strong>
            <WithLimits words={sayCause(t, alarm, markLimit)} citations={alarm.cause.citations} />
          </strong>
          <span>{t('live.alarm.since', { time: clockSeconds(alarm.since.wall) })}</span>
        </p>
        {alarm.level < 3 && <Actions alarm={alarm} />}
        <MoreWords alarm={alarm} others={others} />
        {isShelving && name !== null && (
          <ShelveForm
            onShelve={(reason, ms) => {
              const now = moment();
              alarmCenter.shelve(alarm.key, { by: name, reason, until: now.wall + ms }, now);
            }}
          />
        )}
      </div>
      <AlarmButtons {...props} isShelving={isShelving} onShelve={() => setShelving(!isShelving)} />
    </div>
  );
}

const isOpen = ({ alarm, others }: Pick<ActiveProps, 'alarm' | 'others'>): boolean =>
  [alarm, ...others].some((one) => !one.acknowledged && !one.cleared);

function Actions({ alarm }: { readonly alarm: Alarm }) {
  const { t } = useWords();
  return (
    <ol className="alarm-actions">
      {sayActions(t, alarm).map((words, at) => (
        <li key={words}>
          {at + 1} {words}
        </li>
      ))}
    </ol>
  );
}

type ButtonsProps = ActiveProps & { readonly isShelving: boolean; readonly onShelve: () => void };

function AlarmButtons({ alarm, others, name, onAcknowledge, isShelving, onShelve }: ButtonsProps) {
  const { t } = useWords();
  const { place, withdraw } = useNavigation();
  const moment = useMoment();
  if (name === null) return <p className="alarm-buttons">{t('live.alarm.unlock')}</p>;
  const last = alarm.acks.at(-1);
  return (
    <div className="alarm-buttons">
      {alarm.asksPlace && (
        <Button onPress={() => alarmCenter.leave(alarm.key, name, moment())}>{t('live.alarm.left')}</Button>
      )}
      {last && <span>{t('live.alarm.acknowledged', { name: last.by, time: clockTime(last.at) })}</span>}
      {alarm.level === 3 && (
        <Button pressed={isShelving} onPress={onShelve}>
          {t('live.alarm.shelve')}
        </Button>
      )}
      {isOpen({ alarm, others }) && (
        <Button size={alarm.level === 3 ? 'normal' : 'big'} keyName="A" onPress={onAcknowledge}>
          {t('live.alarm.acknowledge')}
        </Button>
      )}
      {alarm.level === 1 && place.withdrawal === null && (
        <Button size="big" onPress={() => withdraw({ kind: 'gas', alarm: alarm.id, place: placeOf(alarm) })}>
          {t('withdrawal.startOrder')}
        </Button>
      )}
      {canEnd(alarm) && (
        <Button onPress={() => alarmCenter.end(alarm.key, name, moment())}>{t('live.alarm.end')}</Button>
      )}
    </div>
  );
}

/** The place of an alarm, where it has a name: it is the first to be cleared. */
const placeOf = ({ where }: Alarm): NamedPlace | null =>
  where?.name ? { placeId: where.placeId, name: where.name } : null;

function MoreWords({ alarm, others }: { readonly alarm: Alarm; readonly others: readonly Alarm[] }) {
  const { t } = useWords();
  const list = others.map((one) => (one.cleared ? sayCleared(t, one, one.cleared) : sayCause(t, one, markLimit)));
  const lines = [
    alarm.asksPlace ? t('live.alarm.asksPlace') : null,
    alarm.dataLost ? sayLost(t, alarm) : null,
    alarm.cause.strictest ? t('live.alarm.strictest') : null,
    alarm.times > 1 ? t('live.alarm.times', { n: alarm.times }) : null,
    list.length > 0 ? t('live.alarm.moreOf', { n: list.length, list: list.join(t('common.listJoin')) }) : null,
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : (
    <p className="alarm-more">
      <WithLimits words={lines.join('\u3000')} citations={distinct(others.flatMap(({ cause }) => cause.citations))} />
    </p>
  );
}
