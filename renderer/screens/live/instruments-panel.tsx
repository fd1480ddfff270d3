import type { DetectorState } from '../../../electron/ports/listener-port.ts';
import type { InstrumentRow } from '../../../electron/ports/recorder-port.ts';
import { knownOnPorts, portName, rememberedPorts } from '../../live/remembered-ports.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useLive } from '../../ports/ports-context.tsx';
import { useDeed, useInstruments, useQuestion } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { FreshInstrument } from './fresh-instrument.tsx';
import { SoundTest } from './sound-test.tsx';
import './instruments-panel.css';

export const usePortList = () => useQuestion(['listener', 'ports'], (ports) => ports.listener.ask('port/list', {}));
export const useDriverList = () =>
  useQuestion(['listener', 'drivers'], (ports) => ports.listener.ask('driver/list', {}));

/** Starts hearing a known instrument, and remembers on which line it hung. */
export const useConnect = () =>
  useDeed(async (ports, ask: { readonly path: string; readonly line: string; readonly instrument: InstrumentRow }) => {
    const started = await ports.listener.ask('detector/start', {
      driver: ask.instrument.driver,
      path: ask.path,
      instrumentId: ask.instrument.instrumentId,
      settings: ask.instrument.settings,
    });
    if (started.ok) rememberedPorts.put(ask.line, ask.instrument.instrumentId);
    return started;
  });

/** What is connected, what is known and plugged in, and how to connect another one. */
export function InstrumentsPanel({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  useKeys([{ key: 'Escape', words: t('live.place.back'), run: onDone }]);
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onDone}>
          {t('live.place.back')}
        </Button>
        <div className="page-title">
          <h1>{t('live.connect.title')}</h1>
        </div>
        <SoundTest />
      </div>
      <div className="instruments-columns">
        <div className="instruments-side">
          <Connected />
          <Known />
        </div>
        <FreshInstrument onDone={onDone} />
      </div>
    </div>
  );
}

function Connected() {
  const { t } = useWords();
  const detectors = [...useLive().detectors.values()];
  return (
    <Card title={t('live.connect.connected')} flush>
      {detectors.length === 0 && <p className="instruments-none">{t('live.connect.noneConnected')}</p>}
      <ul>
        {detectors.map((one) => (
          <DetectorLine key={one.detector} state={one} />
        ))}
      </ul>
    </Card>
  );
}

const phaseMarks = { opening: 'ring', waiting: 'warmup', live: 'pass', lost: 'stale', stopped: 'ring' } as const;

function DetectorLine({ state }: { readonly state: DetectorState }) {
  const { t, say, pick } = useWords();
  const driver = useDriverList().value?.find((one) => one.id === state.driver);
  const instrument = useInstruments().value?.find((one) => one.instrumentId === state.instrumentId);
  const stop = useDeed((ports, detector: DetectorState['detector']) =>
    ports.listener.ask('detector/stop', { detector }),
  );
  return (
    <li className="card-row">
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
        {/* the port has checked that the code is one of ours */}
        {state.fault && <p className="text-small">{say(state.fault as Parameters<typeof say>[0])}</p>}
        {state.badFrames > 0 && <p className="text-small">{t('live.badFrames', { n: state.badFrames })}</p>}
        <FaultLine fault={stop.fault} />
      </div>
      <Button size="small" busy={stop.busy} onPress={() => void stop.run(state.detector)}>
        {t(stop.busy ? 'live.connect.stopping' : 'live.connect.stop')}
      </Button>
    </li>
  );
}

function Known() {
  const { t } = useWords();
  const ports = usePortList().value?.ports ?? [];
  const instruments = useInstruments().value ?? [];
  const busy = [...useLive().detectors.values()].map((one) => one.path);
  const connect = useConnect();
  const known = knownOnPorts(ports, instruments, rememberedPorts.get(), busy);
  if (known.length === 0) return null;
  return (
    <Card title={t('live.connect.known')} flush>
      <FaultLine fault={connect.fault} />
      <ul>
        {known.map(({ port, instrument }) => (
          <li key={port.path} className="card-row">
            <div className="card-row-words">
              <p>
                <strong>
                  {instrument.model} {instrument.serialNumber}
                </strong>
              </p>
              <p className="text-small">{port.path}</p>
            </div>
            <Button
              busy={connect.busy}
              onPress={() => void connect.run({ path: port.path, line: portName(port), instrument })}
            >
              {t('live.connect.connect')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
