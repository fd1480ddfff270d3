import { useState } from 'react';
import type { Reading } from '../../../vocabulary/reading.ts';
import { Button } from '../../parts/button.tsx';
import { BytesDrawer } from '../../parts/bytes-drawer/bytes-drawer.tsx';
import { sayReading } from '../../parts/reading-text.ts';
import { useInstruments } from '../../ports/questions.ts';
import { clockSeconds } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** The readings kept as evidence, each with its instrument and the way to the bytes it came from. */
export function KeptReadings({ readings }: { readonly readings: readonly Reading[] }) {
  const { t } = useWords();
  const known = useInstruments().value ?? [];
  const nameOf = (reading: Reading): string => {
    const one = known.find(({ instrumentId }) => instrumentId === reading.instrument);
    return one?.serialNumber || one?.model || '';
  };
  const [shown, setShown] = useState<Reading | null>(null);
  return (
    <>
      <ul className="kept-readings">
        {readings.map((reading) => (
          <li key={`${reading.instrument} ${reading.channel} ${reading.time.mono} ${reading.time.wall}`}>
            <span>{sayReading(t, reading)}</span>
            <span className="text-small">
              {[nameOf(reading), clockSeconds(reading.time.wall)].filter((words) => words !== '').join('　')}
            </span>
            <Button
              size="small"
              label={t('bytes.openOf', { reading: sayReading(t, reading) })}
              onPress={() => setShown(reading)}
            >
              {t('bytes.open')}
            </Button>
          </li>
        ))}
      </ul>
      <BytesDrawer reading={shown} onClose={() => setShown(null)} />
    </>
  );
}
