import { Input } from 'antd';
import { useState } from 'react';
import { type InstrumentRow, instrumentRow } from '../../../../electron/ports/instrument-models.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { useDeed, useInstruments, useQuestion } from '../../../ports/questions.ts';
import { useWords } from '../../../words/words.ts';
import { ModelChooser } from '../../live/model-chooser.tsx';
import './instrument.css';

/** An instrument entered before it is ever connected; connecting the same kind and number finds it again. */
export function NewInstrument({ onDone }: { readonly onDone: (id: string | null) => void }) {
  const { t, pick } = useWords();
  const drivers = useQuestion(['listener', 'drivers'], (ports) => ports.listener.ask('driver/list', {}));
  const known = useInstruments().value ?? [];
  const [driver, setDriver] = useState('');
  const [model, setModel] = useState('');
  const [serialNumber, setSerial] = useState('');
  const put = useDeed((ports, row: InstrumentRow) => ports.recorder.ask('instrument/put', row));
  const chosen = drivers.value?.find((one) => one.id === driver);
  const serial = serialNumber.trim();
  const same = known.find((one) => one.driver === driver && one.serialNumber === serial);
  const ready = model.trim() !== '' && serial !== '' && !same;
  const keep = async () => {
    const row = instrumentRow.parse({
      instrumentId: crypto.randomUUID().replaceAll('-', ''),
      driver,
      model: model.trim(),
      serialNumber: serial,
      settings: {},
      certificateNo: '',
      certificateUntil: null,
    });
    const done = await put.run(row);
    if (done.ok) onDone(row.instrumentId);
  };
  return (
    <Page
      title={t('register.fresh.title')}
      back={
        <Button icon="back" onPress={() => onDone(null)}>
          {t('list.toList')}
        </Button>
      }
      fault={drivers.fault}
      again={drivers.again}
      ready={drivers.value !== undefined}
    >
      <Card>
        <div className="register-form">
          <ModelChooser
            drivers={drivers.value ?? []}
            chosen={chosen}
            onChoose={(id) => {
              const named = drivers.value?.find((one) => one.id === id);
              setDriver(id);
              if (named) setModel(pick(named));
            }}
          />
          <p className="text-small">{t('register.fresh.why')}</p>
          <div className="register-pair">
            <Field label={t('register.fresh.model')}>
              {({ id }) => (
                <Input id={id} maxLength={60} value={model} onChange={(event) => setModel(event.target.value)} />
              )}
            </Field>
            <Field label={t('ledger.columns.serial')} wrong={same ? t('register.fresh.known') : null}>
              {({ id }) => (
                <Input
                  id={id}
                  maxLength={60}
                  value={serialNumber}
                  onChange={(event) => setSerial(event.target.value)}
                />
              )}
            </Field>
          </div>
          <FaultLine fault={put.fault} />
          <div className="register-buttons">
            <Button kind="primary" disabled={!ready} busy={put.busy} onPress={() => void keep()}>
              {t('register.fresh.button')}
            </Button>
            {same && <Button onPress={() => onDone(same.instrumentId)}>{t('register.open')}</Button>}
          </div>
        </div>
      </Card>
    </Page>
  );
}
