import { Input } from 'antd';
import { useState } from 'react';
import type { InstrumentRow } from '../../../../electron/ports/instrument-models.ts';
import { type Principle, principle as principles } from '../../../../vocabulary/instrument.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { Field } from '../../../parts/field.tsx';
import { RowDetail } from '../../../parts/list-table/row-detail.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { useWords } from '../../../words/words.ts';
import { useDriverList } from '../../live/instrument-questions.ts';

export interface LabelCardProps {
  readonly row: InstrumentRow;
  readonly principle: Principle | null;
}

/** What stands on the label. The principle decides which permitted error applies. */
export function LabelCard({ row, principle }: LabelCardProps) {
  const { t, pick } = useWords();
  const driver = useDriverList().value?.find((one) => one.id === row.driver);
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={t('register.label.title')}
      aside={!open && <Button onPress={() => setOpen(true)}>{t('register.correct')}</Button>}
    >
      {open ? (
        <LabelForm row={row} principle={principle} onDone={() => setOpen(false)} />
      ) : (
        <RowDetail
          title={null}
          facts={[
            { name: t('ledger.columns.model'), value: row.model },
            { name: t('ledger.columns.serial'), value: row.serialNumber },
            {
              name: t('register.label.principle'),
              value: principle ? t(`register.principles.${principle}`) : t('register.label.noPrinciple'),
            },
            { name: t('ledger.columns.driver'), value: driver ? pick(driver) : row.driver },
            ...Object.entries(row.settings).map(([key, value]) => {
              const field = driver?.settings.find((one) => one.key === key);
              return { name: field ? pick(field) : key, value };
            }),
          ]}
        />
      )}
    </Card>
  );
}

function LabelForm({ row, principle, onDone }: LabelCardProps & { readonly onDone: () => void }) {
  const { t } = useWords();
  const [model, setModel] = useState(row.model);
  const [serialNumber, setSerial] = useState(row.serialNumber);
  const [kind, setKind] = useState(principle);
  const put = useDeed((ports) =>
    ports.recorder.ask('instrument/describe', {
      instrumentId: row.instrumentId,
      model: model.trim(),
      serialNumber: serialNumber.trim(),
      principle: kind,
    }),
  );
  const ready = model.trim() !== '' && serialNumber.trim() !== '';
  const keep = () => void put.run(undefined).then((done) => done.ok && onDone());
  return (
    <div className="register-form">
      <div className="register-pair">
        <Field label={t('ledger.columns.model')}>
          {({ id }) => (
            <Input id={id} maxLength={60} value={model} onChange={(event) => setModel(event.target.value)} />
          )}
        </Field>
        <Field label={t('ledger.columns.serial')}>
          {({ id }) => (
            <Input id={id} maxLength={60} value={serialNumber} onChange={(event) => setSerial(event.target.value)} />
          )}
        </Field>
      </div>
      <Choice<Principle | 'none'>
        label={t('register.label.principle')}
        options={[
          ...principles.options.map((value) => ({ value, words: t(`register.principles.${value}`) })),
          { value: 'none' as const, words: t('register.label.noPrinciple') },
        ]}
        value={kind ?? 'none'}
        onChoose={(next) => setKind(next === 'none' ? null : next)}
      />
      <FaultLine fault={put.fault} />
      <div className="register-buttons">
        <Button kind="primary" disabled={!ready} busy={put.busy} onPress={keep}>
          {t('register.keep')}
        </Button>
        <Button onPress={onDone}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
