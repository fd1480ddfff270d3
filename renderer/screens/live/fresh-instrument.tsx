import { Input, Select } from 'antd';
import { useState } from 'react';
import type { DriverRow, SettingField } from '../../../electron/ports/listener-port.ts';
import { ok } from '../../../vocabulary/result.ts';
import { portName } from '../../live/remembered-ports.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useDeed, useInstruments } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import {
  type ConnectDraft,
  emptyDraft,
  instrumentOf,
  labelFields,
  missingParts,
  otherFields,
  portDetail,
} from './connect-draft.ts';
import { useConnect, useDriverList, usePortList } from './instruments-panel.tsx';

const freshId = (): string => crypto.randomUUID().replaceAll('-', '');

/** Port, kind, label, number: confirmed once, remembered with the instrument. */
export function FreshInstrument({ onDone }: { readonly onDone: () => void }) {
  const { t, pick } = useWords();
  const [draft, setDraft] = useState<ConnectDraft>(emptyDraft);
  const change = (part: Partial<ConnectDraft>) => setDraft((before) => ({ ...before, ...part }));
  const drivers = useDriverList();
  const driver = drivers.value?.find((one) => one.id === draft.driver);
  const missing = missingParts(draft, driver);
  const start = useStart(onDone);
  const press = () => driver && start.run(draft, driver, pick(driver));
  return (
    <Card title={t('live.connect.fresh')}>
      <div className="fresh-instrument">
        <PortField path={draft.path} onChange={(path) => change({ path })} />
        <FaultLine fault={drivers.fault} />
        <Choice
          label={t('live.connect.driver')}
          value={draft.driver ?? ''}
          options={(drivers.value ?? []).map((one) => ({ value: one.id, words: pick(one) }))}
          onChoose={(id) => change({ driver: id, settings: {} })}
        />
        {driver && <Settings driver={driver} values={draft.settings} onChange={(settings) => change({ settings })} />}
        <Identity draft={draft} onChange={change} />
        <FaultLine fault={start.fault} />
        <div className="fresh-start">
          <span className="text-small" id="fresh-missing">
            {missing.length > 0 &&
              t('live.connect.missing', {
                fields: missing.map((one) => t(`live.connect.${one}`)).join(t('common.listJoin')),
              })}
          </span>
          <Button
            kind="primary"
            disabled={missing.length > 0}
            busy={start.busy}
            describedBy="fresh-missing"
            onPress={press}
          >
            {t(start.busy ? 'live.starting' : 'live.connect.start')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function useStart(onDone: () => void) {
  const known = useInstruments().value ?? [];
  const ports = usePortList().value?.ports ?? [];
  const put = useDeed(async (reach, instrument: NonNullable<ReturnType<typeof instrumentOf>>) => {
    const kept = await reach.recorder.ask('instrument/put', instrument);
    return kept.ok ? ok(null) : kept;
  });
  const connect = useConnect();
  const run = async (draft: ConnectDraft, driver: DriverRow, model: string) => {
    const instrument = instrumentOf(draft, driver, known, freshId(), model);
    if (!instrument) return;
    const path = draft.path.trim();
    const port = ports.find((one) => one.path === path);
    const line = port ? portName(port) : `path:${path}`;
    const started = await connect.run({ path, line, instrument });
    if (!started.ok) return;
    const kept = await put.run(instrument);
    if (kept.ok) onDone();
  };
  return {
    run: (draft: ConnectDraft, driver: DriverRow, model: string) => void run(draft, driver, model),
    busy: connect.busy || put.busy,
    fault: connect.fault ?? put.fault,
  };
}

function PortField({ path, onChange }: { readonly path: string; readonly onChange: (path: string) => void }) {
  const { t } = useWords();
  const list = usePortList();
  const ports = list.value?.ports ?? [];
  const hint =
    list.value?.listing === 'unavailable'
      ? t('live.connect.noPorts')
      : list.value && ports.length === 0
        ? t('live.connect.portsEmpty')
        : undefined;
  return (
    <div>
      <div className="port-list">
        {ports.map((port) => (
          <button
            key={port.path}
            type="button"
            className="place-option"
            aria-pressed={path === port.path}
            onClick={() => onChange(port.path)}
          >
            <span>
              <strong>{port.path}</strong>
              <span className="text-small">{portDetail(port)}</span>
            </span>
          </button>
        ))}
        <Button onPress={list.again}>{t('live.connect.again')}</Button>
      </div>
      <FaultLine fault={list.fault} />
      <Field label={t('live.connect.port')} hint={hint}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={path}
            placeholder={t('live.connect.typedPlaceholder')}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}

interface SettingsProps {
  readonly driver: DriverRow;
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

function Settings({ driver, values, onChange }: SettingsProps) {
  const { t } = useWords();
  const own = labelFields(driver);
  const rest = otherFields(driver);
  const put = (key: string, value: string) => onChange({ ...values, [key]: value });
  return (
    <>
      {own.length === 0 && <p className="text-small">{t('live.connect.settingsNone')}</p>}
      {own.map((field) => (
        <OneSetting
          key={field.key}
          field={field}
          value={values[field.key] ?? ''}
          onPut={(value) => put(field.key, value)}
        />
      ))}
      {rest.length > 0 && (
        <details className="fresh-rest">
          <summary>{t('live.connect.rest')}</summary>
          {rest.map((field) => (
            <OneSetting
              key={field.key}
              field={field}
              value={values[field.key] ?? field.default ?? ''}
              onPut={(value) => put(field.key, value)}
            />
          ))}
        </details>
      )}
    </>
  );
}

const MOST_SIDE_BY_SIDE = 7;

interface OneSettingProps {
  readonly field: SettingField;
  readonly value: string;
  readonly onPut: (value: string) => void;
}

function OneSetting({ field, value, onPut }: OneSettingProps) {
  const { pick, t } = useWords();
  const waits = field.key === 'unit' ? [{ value: '', words: t('live.connect.noUnit') }] : [];
  const options = [...field.choices.map((choice) => ({ value: choice, words: choice })), ...waits];
  if (field.kind === 'choice' && field.choices.length <= MOST_SIDE_BY_SIDE)
    return <Choice label={pick(field)} value={value} options={options} onChoose={onPut} />;
  return (
    <Field label={pick(field)}>
      {({ id }) =>
        field.kind === 'choice' ? (
          <Select
            id={id}
            value={value}
            options={options.map((one) => ({ value: one.value, label: one.words }))}
            onChange={onPut}
          />
        ) : (
          <Input id={id} inputMode="numeric" value={value} onChange={(event) => onPut(event.target.value)} />
        )
      }
    </Field>
  );
}

interface IdentityProps {
  readonly draft: ConnectDraft;
  readonly onChange: (part: Partial<ConnectDraft>) => void;
}

function Identity({ draft, onChange }: IdentityProps) {
  const { t } = useWords();
  return (
    <div className="fresh-identity">
      <Field label={t('live.connect.serialNumber')} hint={t('live.connect.serialHint')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            maxLength={40}
            value={draft.serialNumber}
            onChange={(event) => onChange({ serialNumber: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('live.connect.certificateNo')} hint={t('live.connect.certificateHint')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            maxLength={60}
            value={draft.certificateNo}
            onChange={(event) => onChange({ certificateNo: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('live.connect.certificateUntil')}>
        {({ id }) => (
          <Input
            id={id}
            type="date"
            value={draft.certificateUntil}
            onChange={(event) => onChange({ certificateUntil: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
