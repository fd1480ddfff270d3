import { Input } from 'antd';
import { useState } from 'react';
import type { LogPreview } from '../../../electron/ports/log-models.ts';
import { type InstrumentId, instrumentId } from '../../../vocabulary/ids.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { OptionCard } from '../../parts/option-card.tsx';
import { useDeed, useInstruments } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

export interface InstrumentStepProps {
  readonly preview: LogPreview;
  readonly chosen: InstrumentId | null;
  readonly onChoose: (id: InstrumentId) => void;
}

/** Which instrument of the register stored the file; one that is not there is entered here. */
export function InstrumentStep({ preview, chosen, onChoose }: InstrumentStepProps) {
  const { t } = useWords();
  const list = useInstruments();
  const [adding, setAdding] = useState(false);
  const rows = list.value ?? [];
  const none = list.value !== undefined && rows.length === 0;
  return (
    <Card title={t('storedLog.instrument.title')}>
      {none && <p>{t('storedLog.instrument.none')}</p>}
      <div className="stored-log-options">
        {rows.map((row) => (
          <OptionCard
            key={row.instrumentId}
            title={`${row.model} ${row.serialNumber}`.trim()}
            why={row.instrumentId === preview.instrumentId ? t('storedLog.instrument.named') : row.certificateNo}
            chosen={row.instrumentId === chosen}
            onChoose={() => onChoose(row.instrumentId)}
          />
        ))}
      </div>
      <FaultLine fault={list.fault} />
      {none || adding ? (
        <NewInstrument
          preview={preview}
          onDone={(id) => {
            setAdding(false);
            onChoose(id);
          }}
        />
      ) : (
        <Button icon="plus" onPress={() => setAdding(true)}>
          {t('storedLog.instrument.add')}
        </Button>
      )}
    </Card>
  );
}

interface NewInstrumentProps {
  readonly preview: LogPreview;
  readonly onDone: (id: InstrumentId) => void;
}

/** What stands above the header is offered: it is mostly the label of the instrument. */
function NewInstrument({ preview, onDone }: NewInstrumentProps) {
  const { t } = useWords();
  const [offeredModel = '', offeredSerial = ''] = Object.values(preview.metadata);
  const [model, setModel] = useState(offeredModel);
  const [serialNumber, setSerialNumber] = useState(offeredSerial);
  const put = useDeed((ports, id: InstrumentId) =>
    ports.recorder.ask('instrument/put', {
      instrumentId: id,
      driver: '',
      model: model.trim(),
      serialNumber: serialNumber.trim(),
      settings: {},
      certificateNo: '',
      certificateUntil: null,
    }),
  );
  const keep = async () => {
    const id = instrumentId.parse(crypto.randomUUID().replaceAll('-', ''));
    const done = await put.run(id);
    if (done.ok) onDone(id);
  };
  const ready = model.trim() !== '' && serialNumber.trim() !== '';
  return (
    <div className="stored-log-form">
      <Field label={t('storedLog.instrument.model')}>
        {({ id }) => <Input id={id} maxLength={60} value={model} onChange={(event) => setModel(event.target.value)} />}
      </Field>
      <Field label={t('storedLog.instrument.serialNumber')}>
        {({ id }) => (
          <Input
            id={id}
            maxLength={60}
            value={serialNumber}
            onChange={(event) => setSerialNumber(event.target.value)}
          />
        )}
      </Field>
      <Button disabled={!ready} busy={put.busy} onPress={() => void keep()}>
        {t('storedLog.instrument.keep')}
      </Button>
      <FaultLine fault={put.fault} />
    </div>
  );
}
