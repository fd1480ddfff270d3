import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import type { DetectorState } from '../../../electron/ports/listener-port.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { fail } from '../../../vocabulary/result.ts';
import { restartInstrument } from '../../live/start-instrument.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { confirmationOf } from './connect-draft.ts';
import { useDriverList } from './instrument-questions.ts';

export interface Reconnect {
  /** A person has settled these settings: kept with who and when, and the instrument heard anew with them. */
  readonly run: (answer: Readonly<Record<string, string | number>>) => void;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** Remembers an answer with the instrument and connects it anew with it. An earlier answer stays in the record. */
export function useReconnect(
  state: DetectorState | undefined,
  instrument: InstrumentRow | null,
  onDone: () => void = () => {},
): Reconnect {
  const { now } = useReach();
  const drivers = useDriverList().value;
  const deed = useDeed((ports, answer: Readonly<Record<string, string | number>>) => {
    const driver = drivers?.find((one) => one.id === state?.driver);
    if (!state || !instrument || !driver)
      return Promise.resolve(fail({ code: 'not_found', what: state?.instrumentId ?? '' }));
    const settings = { ...instrument.settings, ...answer };
    const confirmed = confirmationOf(settings, driver, now());
    return restartInstrument(ports, state, { ...instrument, settings, ...(confirmed && { confirmed }) });
  });
  return {
    run: (answer) => void deed.run(answer).then(({ ok }) => ok && onDone()),
    busy: deed.busy,
    fault: deed.fault,
  };
}
