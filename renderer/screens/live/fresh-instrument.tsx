import { Input } from 'antd';
import { useState } from 'react';
import type { DriverRow } from '../../../electron/ports/listener-port.ts';
import { ok } from '../../../vocabulary/result.ts';
import { portName } from '../../live/remembered-ports.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useDeed, useInstruments } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { type ConnectDraft, emptyDraft, instrumentOf, missingParts } from './connect-draft.ts';
import { LabelSettings, OtherSettings } from './driver-settings.tsx';
import { useConnect, useDriverList, usePortList } from './instruments-panel.tsx';
import { ModelChooser } from './model-chooser.tsx';
import { PortField } from './port-field.tsx';

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
  const settings = { values: draft.settings, onChange: (next: ConnectDraft['settings']) => change({ settings: next }) };
  const press = () => driver && start.run(draft, driver, pick(driver));
  return (
    <Card title={t('live.connect.fresh')}>
      <div className="fresh-instrument">
        <PortField path={draft.path} onChange={(path) => change({ path })} />
        <FaultLine fault={drivers.fault} />
        <ModelChooser
          drivers={drivers.value ?? []}
          chosen={driver}
          onChoose={(id) => change({ driver: id, settings: {} })}
        />
        {driver && <LabelSettings {...settings} driver={driver} />}
        <Identity draft={draft} onChange={change} />
        {driver && <OtherSettings {...settings} driver={driver} />}
        <div className="fresh-start">
          {/* beside the button, which stays in view while the form scrolls */}
          <FaultLine fault={start.fault} />
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
      <DayField
        label={t('live.connect.certificateUntil')}
        value={draft.certificateUntil}
        onChange={(certificateUntil) => onChange({ certificateUntil })}
      />
    </div>
  );
}
