import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { FaultPlace } from '../../parts/fault-line.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { Slow } from '../../parts/slow.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useExchange } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { useWords } from '../../words/words.ts';
import { HandOver } from './hand-over.tsx';
import { SetAside } from './set-aside.tsx';
import { TakeIn } from './take-in.tsx';
import { useIntake } from './use-intake.ts';
import './exchange.css';

/** Did everything arrive, what changed, what must a person decide. */
export function ExchangeScreen() {
  const { t } = useWords();
  const { place } = useNavigation();
  const [tab, setTab] = useState<'in' | 'out' | 'aside'>(place.focus === 'out' ? 'out' : 'in');
  const [over, setOver] = useState(false);
  const exchange = useExchange();
  const { take } = useIntake();
  const aside = exchange.value?.quarantined.length ?? 0;
  const tabs = aside > 0 ? (['in', 'out', 'aside'] as const) : (['in', 'out'] as const);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere; the button beside does the same
    <div
      className="page exchange"
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        setTab('in');
        take([...event.dataTransfer.files], 'import');
      }}
    >
      <div className="page-head">
        <h1>{t('exchange.title')}</h1>
        <Tabs
          label={t('exchange.title')}
          value={tab}
          onChoose={setTab}
          options={tabs.map((value) => ({ value, words: t(`exchange.tabs.${value}`, { n: aside }) }))}
        />
        {tab === 'in' ? <TakeButtons /> : <Button onPress={() => setTab('in')}>{t('exchange.take')}</Button>}
      </div>
      {exchange.fault && <FaultPlace fault={exchange.fault} again={exchange.again} />}
      {!exchange.fault && !exchange.value && <Slow />}
      {exchange.value && tab === 'in' && <TakeIn state={exchange.value} onSetAside={() => setTab('aside')} />}
      {exchange.value && tab === 'out' && <HandOver state={exchange.value} />}
      {exchange.value && tab === 'aside' && <SetAside rows={exchange.value.quarantined} />}
    </div>
  );
}

function TakeButtons() {
  const { t } = useWords();
  const { take } = useIntake();
  return (
    <div className="page-head-aside">
      <FileButton multiple inputLabel={t('exchange.verify')} onFiles={(files) => take(files, 'verify')}>
        {t('exchange.verify')}
      </FileButton>
      <FileButton kind="primary" multiple inputLabel={t('exchange.take')} onFiles={(files) => take(files, 'import')}>
        {t('exchange.take')}
      </FileButton>
    </div>
  );
}
