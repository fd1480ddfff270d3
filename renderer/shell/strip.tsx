import { useSyncExternalStore } from 'react';
import { alarmStore } from '../live/alarm-store.ts';
import { useDoubts } from '../live/doubts.ts';
import { gasFormula } from '../live/gas-formula.ts';
import { Quantity } from '../parts/quantity.tsx';
import { showReading } from '../parts/quantity-text.ts';
import { isStale } from '../ports/live-model.ts';
import { useLive, useNow } from '../ports/ports-context.tsx';
import { useWords } from '../words/words.ts';
import { useNavigation } from './navigation.tsx';
import './strip.css';

const MOST = 5;

/** What the instruments read now, on every screen; a channel in alarm stands first and inverted. */
export function LiveStrip() {
  const { t } = useWords();
  const live = useLive();
  const now = useNow();
  const { go } = useNavigation();
  const doubtsOf = useDoubts();
  const alarms = useSyncExternalStore(alarmStore.listen, alarmStore.get);
  if (live.channels.size === 0) return null;
  const levelOf = (key: string) => alarms.find((alarm) => alarm.key === key)?.level ?? 9;
  const channels = [...live.channels.values()].toSorted((a, b) => levelOf(a.key) - levelOf(b.key)).slice(0, MOST);
  return (
    <button type="button" className="strip" aria-label={t('shell.strip')} onClick={() => go('live')}>
      {channels.map((channel) => {
        const { gas, value } = channel.latest.reading;
        const isDoubted = doubtsOf(channel).length > 0;
        return (
          <span key={channel.key} className="strip-cell" data-level={levelOf(channel.key)}>
            <span className="strip-gas" data-doubt={isDoubted ? '' : undefined}>
              {gasFormula(gas)}
            </span>
            <Quantity size="strip" shown={showReading(value, gas, isStale(live, channel, now))} />
            {isDoubted && <span className="visually-hidden">{t('marks.notEvidence')}</span>}
          </span>
        );
      })}
    </button>
  );
}
