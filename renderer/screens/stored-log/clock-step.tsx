import { Input } from 'antd';
import { useState } from 'react';
import type { ClockRow } from '../../../electron/ports/log-models.ts';
import type { EntityId, InstrumentId } from '../../../vocabulary/ids.ts';
import { epochMs } from '../../../vocabulary/time.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { OptionCard } from '../../parts/option-card.tsx';
import { toBase64 } from '../../ports/files.ts';
import { useNow, useReach } from '../../ports/ports-context.tsx';
import { useDeed, useQuestion } from '../../ports/questions.ts';
import { clockSeconds, dayAndTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { spanText, textOfTime, typedInstant, typedTime, zoneOf } from './import-model.ts';

export interface ClockStepProps {
  readonly instrument: InstrumentId;
  /** Null: go on without. */
  readonly chosen: EntityId | null;
  /** The zone of the display; the file's own where it was asked. */
  readonly zone: string;
  readonly onChoose: (measurement: EntityId | null) => void;
}

/** How wrong the instrument's clock is: a measurement that was made, one made now, or none. */
export function ClockStep({ instrument, chosen, zone, onChoose }: ClockStepProps) {
  const { t } = useWords();
  const list = useQuestion(['instrument', 'clock', instrument], (ports) =>
    ports.recorder.ask('clock/list', { instrumentId: instrument }),
  );
  const [measuring, setMeasuring] = useState(false);
  const rows = list.value ?? [];
  const none = list.value !== undefined && rows.length === 0;
  return (
    <Card title={t('storedLog.clock.title')}>
      <div className="stored-log-options">
        {rows.map((row) => (
          <OptionCard
            key={row.measurement}
            title={offsetWords(t, row.offsetMs)}
            why={t('storedLog.clock.line', {
              time: dayAndTime(row.at),
              how: t(`storedLog.clock.hows.${row.how}`),
            })}
            chosen={row.measurement === chosen}
            onChoose={() => onChoose(row.measurement)}
          />
        ))}
        {rows.length > 0 && (
          <OptionCard
            title={t('storedLog.clock.none')}
            why={t('storedLog.clock.offsetKept')}
            chosen={chosen === null}
            onChoose={() => onChoose(null)}
          />
        )}
      </div>
      {none && (
        <p className="stored-log-sentence">
          <Mark kind="unknown" size={20} />
          <span>
            {t('storedLog.clock.offset')} {t('storedLog.clock.offsetKept')}
          </span>
        </p>
      )}
      <FaultLine fault={list.fault} />
      {none || measuring ? (
        <Measure
          instrument={instrument}
          zone={zone}
          onDone={(row) => {
            setMeasuring(false);
            onChoose(row.measurement);
          }}
        />
      ) : (
        <Button icon="camera" onPress={() => setMeasuring(true)}>
          {t('storedLog.clock.again')}
        </Button>
      )}
    </Card>
  );
}

type T = ReturnType<typeof useWords>['t'];

export function offsetWords(t: T, offsetMs: number): string {
  if (Math.abs(offsetMs) < 500) return t('storedLog.clock.right');
  const time = spanText(offsetMs);
  return offsetMs > 0 ? t('storedLog.clock.fast', { time }) : t('storedLog.clock.slow', { time });
}

interface MeasureProps {
  readonly instrument: InstrumentId;
  readonly zone: string;
  readonly onDone: (row: ClockRow) => void;
}

/** This clock large beside two fields: what the display shows and what this clock said at that moment. */
function Measure({ instrument, zone, onDone }: MeasureProps) {
  const { t } = useWords();
  const { now } = useReach();
  const ticking = useNow(250);
  const [today] = useState(() => textOfTime(now()).slice(0, 11));
  const [shown, setShown] = useState(today);
  const [ours, setOurs] = useState('');
  const [photo, setPhoto] = useState<File | null>(null);
  const put = useDeed(async (ports, ask: { readonly shown: string; readonly at: number }) => {
    const bytes = photo && toBase64(new Uint8Array(await photo.arrayBuffer()));
    return ports.recorder.ask('clock/measure', {
      instrumentId: instrument,
      at: epochMs.parse(ask.at),
      shown: ask.shown,
      zone,
      photo: photo && bytes !== null ? { mime: photo.type || 'application/octet-stream', bytes } : null,
    });
  });
  const read = { shown: typedTime(shown), at: typedInstant(ours, zoneOf(now())) };
  const wrong = (text: string, value: unknown) =>
    text !== '' && text !== today && value === null ? t('storedLog.clock.wrong') : null;
  const keep = async () => {
    if (read.shown === null || read.at === null) return;
    const done = await put.run({ shown: read.shown, at: read.at });
    if (done.ok) onDone(done.value);
  };
  return (
    <div className="stored-log-clock">
      <p className="text-small">{t('storedLog.clock.how')}</p>
      <p className="stored-log-ours">
        <span>{t('storedLog.clock.ours')}</span>
        <strong>{clockSeconds(ticking)}</strong>
      </p>
      <div className="stored-log-form">
        <Field
          label={t('storedLog.clock.shown')}
          hint={t('storedLog.clock.shownHint', { example: textOfTime(ticking).slice(0, 17).concat('00') })}
          wrong={wrong(shown, read.shown)}
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              value={shown}
              onChange={(event) => setShown(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('storedLog.clock.at')} wrong={wrong(ours, read.at)}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              value={ours}
              onChange={(event) => setOurs(event.target.value)}
            />
          )}
        </Field>
        <Button onPress={() => setOurs(textOfTime(now()))}>{t('storedLog.clock.now')}</Button>
      </div>
      <div className="stored-log-buttons">
        <FileButton
          icon="camera"
          accept="image/*"
          inputLabel={t('storedLog.clock.photo')}
          onFiles={([file]) => setPhoto(file ?? null)}
        >
          {photo ? t('storedLog.clock.photoKept', { name: photo.name }) : t('storedLog.clock.photo')}
        </FileButton>
        <Button disabled={read.shown === null || read.at === null} busy={put.busy} onPress={() => void keep()}>
          {t('storedLog.clock.keep')}
        </Button>
      </div>
      <FaultLine fault={put.fault} />
    </div>
  );
}
