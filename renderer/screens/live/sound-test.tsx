import { useState } from 'react';
import { soundPlayer } from '../../live/alarm-watch.tsx';
import { Button } from '../../parts/button.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

const hasSound = 'AudioContext' in globalThis;
let heardAt: number | null = null;

/** 试声 at the start of a shift: plays the gravest pattern and asks whether it was heard. */
export function SoundTest() {
  const { t } = useWords();
  const { now } = useReach();
  const [phase, setPhase] = useState<'rest' | 'asks' | 'deaf'>('rest');
  if (!hasSound) return <p className="text-small">{t('live.sound.none')}</p>;
  if (phase === 'asks')
    return (
      <div className="sound-test">
        <p>{t('live.sound.asks')}</p>
        <Button
          onPress={() => {
            heardAt = now();
            setPhase('rest');
          }}
        >
          {t('live.sound.heard')}
        </Button>
        <Button onPress={() => setPhase('deaf')}>{t('live.sound.notHeard')}</Button>
      </div>
    );
  return (
    <div className="sound-test">
      <Button
        icon="sound"
        onPress={() => {
          soundPlayer.tryOut('level1');
          setPhase('asks');
        }}
      >
        {t('live.sound.test')}
      </Button>
      {phase === 'deaf' && <p>{t('live.sound.check')}</p>}
      {phase === 'rest' && heardAt !== null && (
        <p className="text-small">{t('live.sound.good', { time: clockTime(heardAt) })}</p>
      )}
    </div>
  );
}
