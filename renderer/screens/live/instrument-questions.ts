import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import { rememberedPorts } from '../../live/remembered-ports.ts';
import { startInstrument } from '../../live/start-instrument.ts';
import { useDeed, useQuestion } from '../../ports/questions.ts';

export const usePortList = () => useQuestion(['listener', 'ports'], (ports) => ports.listener.ask('port/list', {}));
export const useDriverList = () =>
  useQuestion(['listener', 'drivers'], (ports) => ports.listener.ask('driver/list', {}));

/** Starts hearing a known instrument that a person has chosen, and remembers on which line it hung. */
export const useConnect = () =>
  useDeed(async (ports, ask: { readonly path: string; readonly line: string; readonly instrument: InstrumentRow }) => {
    const started = await startInstrument(ports, ask.instrument, ask.path, true);
    if (started.ok) rememberedPorts.put(ask.line, ask.instrument.instrumentId);
    return started;
  });
