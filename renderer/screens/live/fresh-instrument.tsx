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
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed, useInstruments } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import {
  type ConnectDraft,
  emptyDraft,
  type FoundKind,
  instrumentOf,
  missingParts,
  missingSettings,
} from './connect-draft.ts';
import { LabelSettings, OtherSettings } from './driver-settings.tsx';
import { FindProgress } from './find-progress.tsx';
import { useConnect, useDriverList, usePortList } from './instrument-questions.ts';
import { ModelChooser } from './model-chooser.tsx';
import { PortField } from './port-field.tsx';
import { isSearching, mayAsk, useFind } from './use-find.ts';

const freshId = (): string => crypto.randomUUID().replaceAll('-', '');

/** A port is touched and listened to; what it says fills in the kind; the label says the rest, once. */
export function FreshInstrument({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const [draft, setDraft] = useState<ConnectDraft>(emptyDraft);
  const change = (part: Partial<ConnectDraft>) => setDraft((before) => ({ ...before, ...part }));
  const drivers = useDriverList();
  const finding = useFind(({ found }) => found && change(draftOfFound(found)));
  const driver = drivers.value?.find((one) => one.id === draft.driver);
  const choose = (id: string) => {
    change({ driver: id, settings: {}, found: null });
    if (mayAsk(finding.state)) finding.ask([id], null);
  };
  const search = (path: string) => {
    change({ path, driver: null, settings: {}, found: null });
    finding.start(path);
  };
  const type = (path: string) => {
    finding.forget();
    change({ path, found: null });
  };
  return (
    <Card title={t('live.connect.fresh')}>
      <div className="fresh-instrument">
        <PortField path={draft.path} onType={type} onSearch={search} />
        <FindProgress finding={finding} drivers={drivers.value ?? []} />
        <FaultLine fault={drivers.fault} />
        {!isSearching(finding.state) && (
          <ModelChooser drivers={drivers.value ?? []} chosen={driver} onChoose={choose} />
        )}
        {!isSearching(finding.state) && <FreshLabel {...{ draft, change, driver, onDone }} />}
      </div>
    </Card>
  );
}

/** The speed and address it was found at are settings that may be seen and changed. */
const draftOfFound = (found: FoundKind): Partial<ConnectDraft> => ({
  driver: found.driver,
  found,
  settings: Object.fromEntries(Object.entries(found.settings).map(([key, value]) => [key, String(value)])),
  serialNumber: typeof found.identity.serial_number === 'string' ? found.identity.serial_number : '',
});

interface FreshLabelProps {
  readonly draft: ConnectDraft;
  readonly change: (part: Partial<ConnectDraft>) => void;
  readonly driver: DriverRow | undefined;
  readonly onDone: () => void;
}

/** What only the label says, its number, and the start. */
function FreshLabel({ draft, change, driver, onDone }: FreshLabelProps) {
  const { t, pick } = useWords();
  const start = useStart(onDone);
  const missing = missingParts(draft, driver);
  const settings = { values: draft.settings, onChange: (next: ConnectDraft['settings']) => change({ settings: next }) };
  return (
    <>
      {driver && <LabelSettings {...settings} driver={driver} found={draft.found} />}
      <Identity draft={draft} onChange={change} />
      {driver && <OtherSettings {...settings} driver={driver} />}
      <div className="fresh-start">
        {/* beside the button, which stays in view while the form scrolls */}
        <FaultLine fault={start.fault} />
        <span className="text-small" id="fresh-missing">
          {missing.length > 0 &&
            t('live.connect.missing', {
              fields: missing
                .flatMap((one) =>
                  one === 'settings' && driver ? missingSettings(draft, driver).map(pick) : [t(`live.connect.${one}`)],
                )
                .join(t('common.listJoin')),
            })}
        </span>
        <Button
          kind="primary"
          disabled={missing.length > 0}
          busy={start.busy}
          describedBy="fresh-missing"
          onPress={() => driver && start.run(draft, driver, pick(driver))}
        >
          {t(start.busy ? 'live.starting' : 'live.connect.start')}
        </Button>
      </div>
    </>
  );
}

function useStart(onDone: () => void) {
  const { now } = useReach();
  const known = useInstruments().value ?? [];
  const ports = usePortList().value?.ports ?? [];
  const put = useDeed(async (reach, instrument: NonNullable<ReturnType<typeof instrumentOf>>) => {
    const kept = await reach.recorder.ask('instrument/put', instrument);
    return kept.ok ? ok(null) : kept;
  });
  const connect = useConnect();
  const run = async (draft: ConnectDraft, driver: DriverRow, model: string) => {
    const instrument = instrumentOf(draft, driver, { known, freshId: freshId(), model, now: now(), ports });
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
