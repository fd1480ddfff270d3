import { useState } from 'react';
import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import type { DetectorState, DriverRow } from '../../../electron/ports/listener-port.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed, useInstruments } from '../../ports/questions.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { confirmFields } from './connect-draft.ts';
import { useDriverList } from './instrument-questions.ts';

const phaseMarks = { opening: 'ring', waiting: 'warmup', live: 'pass', lost: 'stale', stopped: 'ring' } as const;

/** One connected instrument: how it is, what was confirmed of it, and to change that or to stop. */
export function DetectorLine({ state }: { readonly state: DetectorState }) {
  const { t, say, pick } = useWords();
  const driver = useDriverList().value?.find((one) => one.id === state.driver);
  const instrument = useInstruments().value?.find((one) => one.instrumentId === state.instrumentId);
  const [isChanging, setChanging] = useState(false);
  const stop = useDeed((ports, detector: DetectorState['detector']) =>
    ports.listener.ask('detector/stop', { detector }),
  );
  const canConfirm = driver !== undefined && instrument !== undefined && confirmFields(driver).length > 0;
  return (
    <li className="card-row detector-line">
      <Mark kind={phaseMarks[state.phase]} />
      <div className="card-row-words">
        <p>
          <strong>
            {instrument ? `${instrument.model} ${instrument.serialNumber}` : driver ? pick(driver) : state.driver}
          </strong>
        </p>
        <p className="text-small">
          {state.path}　{t(`live.connect.phases.${state.phase}`)}　
          {t('live.connect.since', { time: clockTime(state.since) })}
        </p>
        {instrument && driver && <Confirmed instrument={instrument} driver={driver} />}
        {/* the port has checked that the code is one of ours */}
        {state.fault && <p className="text-small">{say(state.fault as Parameters<typeof say>[0])}</p>}
        {state.badFrames > 0 && <p className="text-small">{t('live.badFrames', { n: state.badFrames })}</p>}
        <FaultLine fault={stop.fault} />
      </div>
      <div className="detector-buttons">
        {canConfirm && (
          <Button size="small" pressed={isChanging} onPress={() => setChanging(!isChanging)}>
            {t('find.change')}
          </Button>
        )}
        <Button size="small" busy={stop.busy} onPress={() => void stop.run(state.detector)}>
          {t(stop.busy ? 'live.connect.stopping' : 'live.connect.stop')}
        </Button>
      </div>
      {canConfirm && isChanging && (
        <ConfirmForm state={state} instrument={instrument} driver={driver} onDone={() => setChanging(false)} />
      )}
    </li>
  );
}

/** What a person said of gas and unit, and when. */
function Confirmed({ instrument, driver }: { readonly instrument: InstrumentRow; readonly driver: DriverRow }) {
  const { t } = useWords();
  const { confirmed, settings } = instrument;
  const words = ['gas', 'unit']
    .filter((key) => driver.settings.some((field) => field.key === key))
    .map((key) => settings[key])
    .filter((one) => one !== undefined && one !== '');
  if (!confirmed || words.length === 0) return null;
  const time = clockTime(confirmed.at);
  return <p className="text-small">{t('find.confirmedAt', { time, words: words.join(' ') })}</p>;
}
