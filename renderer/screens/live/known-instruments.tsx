import { knownOnPorts, portName, rememberedPorts } from '../../live/remembered-ports.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useLive } from '../../ports/ports-context.tsx';
import { useInstruments } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { useConnect, usePortList } from './instrument-questions.ts';

/** The known instruments that are plugged in and not yet heard: one touch each says which it is and connects it. */
export function KnownInstruments() {
  const { t } = useWords();
  const ports = usePortList().value?.ports ?? [];
  const instruments = useInstruments().value ?? [];
  const busy = [...useLive().detectors.values()].map((one) => one.path);
  const connect = useConnect();
  const known = knownOnPorts(ports, instruments, rememberedPorts.get(), busy);
  if (known.length === 0) return null;
  return (
    <Card title={t('live.connect.known')} aside={t('find.auto')} flush>
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
              {t(connect.busy ? 'live.starting' : 'live.connect.connect')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
