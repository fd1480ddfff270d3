import { Input } from 'antd';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words.ts';

const MINUTE_MS = 60_000;
/** Product defaults (默认); the longest is one shift of eight hours. */
const times = { half: 30 * MINUTE_MS, two: 120 * MINUTE_MS, shift: 480 * MINUTE_MS } as const;

/** Puts an advisory aside: why, and for how long. Nothing graver can be. */
export function ShelveForm({ onShelve }: { readonly onShelve: (reason: string, ms: number) => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const words = reason.trim();
  return (
    <div className="alarm-shelve">
      <Input
        autoFocus
        aria-label={t('live.alarm.shelveWhy')}
        placeholder={t('live.alarm.shelveWhy')}
        maxLength={80}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {(['half', 'two', 'shift'] as const).map((time) => (
        <Button key={time} disabled={words === ''} onPress={() => onShelve(words, times[time])}>
          {t(`live.alarm.shelveFor.${time}`)}
        </Button>
      ))}
    </div>
  );
}
