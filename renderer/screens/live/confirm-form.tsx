import { useState } from 'react';
import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import type { DetectorState, DriverRow } from '../../../electron/ports/listener-port.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useWords } from '../../words/words.ts';
import { chosenSettings, confirmFields } from './connect-draft.ts';
import { SettingList } from './driver-settings.tsx';
import { useReconnect } from './use-reconnect.ts';

interface ConfirmFormProps {
  readonly state: DetectorState;
  readonly instrument: InstrumentRow;
  readonly driver: DriverRow;
  readonly onDone: () => void;
}

/** Changes what was confirmed: a new entry of the register, and the instrument is heard anew with it. */
export function ConfirmForm({ state, instrument, driver, onDone }: ConfirmFormProps) {
  const { t } = useWords();
  const fields = confirmFields(driver);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ key }) => [key, String(instrument.settings[key] ?? '')])),
  );
  const reconnect = useReconnect(state, instrument, onDone);
  return (
    <div className="confirm-form">
      <p>{t('find.changeTitle')}</p>
      <SettingList fields={fields} values={values} onChange={setValues} />
      <FaultLine fault={reconnect.fault} />
      <Button busy={reconnect.busy} onPress={() => reconnect.run(chosenSettings(values, driver))}>
        {t(reconnect.busy ? 'live.starting' : 'find.changed')}
      </Button>
    </div>
  );
}
