import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useLive } from '../../ports/ports-context.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';
import { DetectorLine } from './detector-line.tsx';
import { FreshInstrument } from './fresh-instrument.tsx';
import { KnownInstruments } from './known-instruments.tsx';
import { SameQuestions } from './same-question.tsx';
import { SoundTest } from './sound-test.tsx';
import './instruments-panel.css';

/** What is connected, what is known and plugged in, and how to connect another one. */
export function InstrumentsPanel({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  useKeys([{ key: 'Escape', words: t('live.place.back'), run: onDone }]);
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onDone}>
          {t('live.place.back')}
        </Button>
        <div className="page-title">
          <h1>{t('live.connect.title')}</h1>
        </div>
        <SoundTest />
      </div>
      <SameQuestions />
      <div className="instruments-columns">
        <div className="instruments-side">
          <Connected />
          <KnownInstruments />
        </div>
        <FreshInstrument onDone={onDone} />
      </div>
    </div>
  );
}

function Connected() {
  const { t } = useWords();
  const detectors = [...useLive().detectors.values()];
  return (
    <Card title={t('live.connect.connected')} flush>
      {detectors.length === 0 && <p className="instruments-none">{t('live.connect.noneConnected')}</p>}
      <ul>
        {detectors.map((one) => (
          <DetectorLine key={one.detector} state={one} />
        ))}
      </ul>
    </Card>
  );
}
