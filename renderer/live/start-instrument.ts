import type { InstrumentRow } from '../../electron/ports/instrument-models.ts';
import type { DetectorState } from '../../electron/ports/listener-port.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { Ports } from '../ports/connect.ts';

/** Starts hearing a registered instrument. `chosen`: a person has just said that it is this one. */
export const startInstrument = (
  ports: Ports,
  instrument: InstrumentRow,
  path: string,
  chosen: boolean,
): Promise<Result<DetectorState>> =>
  ports.listener.ask('detector/start', {
    driver: instrument.driver,
    path,
    instrumentId: instrument.instrumentId,
    settings: instrument.settings,
    chosen,
    ...(instrument.wire && { wire: instrument.wire }),
  });

/** Keeps what changed in the register, then hears the instrument with it. */
export async function restartInstrument(
  ports: Ports,
  state: Pick<DetectorState, 'detector' | 'path'>,
  instrument: InstrumentRow,
): Promise<Result<DetectorState>> {
  const kept = await ports.recorder.ask('instrument/put', instrument);
  if (!kept.ok) return kept;
  const stopped = await ports.listener.ask('detector/stop', { detector: state.detector });
  if (!stopped.ok) return stopped;
  return startInstrument(ports, instrument, state.path, true);
}
