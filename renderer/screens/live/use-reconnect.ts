import type { Fault } from '../../../vocabulary/fault.ts';
import { ok } from '../../../vocabulary/result.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { useLive } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';

export interface Reconnect {
  readonly driver: string | undefined;
  readonly run: (answer: Readonly<Record<string, string>>) => void;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

/** Remembers an answer with the instrument and connects it anew with it. */
export function useReconnect(here: ChannelHere): Reconnect {
  const state = useLive().detectors.get(here.channel.detector);
  const deed = useDeed(async (ports, answer: Readonly<Record<string, string>>) => {
    if (!state) return ok(null);
    const settings = { ...state.settings, ...answer };
    if (here.instrument) {
      const put = await ports.recorder.ask('instrument/put', {
        ...here.instrument,
        settings: { ...here.instrument.settings, ...answer },
      });
      if (!put.ok) return put;
    }
    const stopped = await ports.listener.ask('detector/stop', { detector: state.detector });
    if (!stopped.ok) return stopped;
    const started = await ports.listener.ask('detector/start', {
      driver: state.driver,
      path: state.path,
      instrumentId: state.instrumentId,
      settings,
    });
    return started.ok ? ok(null) : started;
  });
  return {
    driver: state?.driver,
    run: (answer) => void deed.run(answer),
    busy: deed.busy,
    fault: deed.fault,
  };
}
