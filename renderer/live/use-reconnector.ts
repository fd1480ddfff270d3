import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { InstrumentRow } from '../../electron/ports/instrument-models.ts';
import type { listenerPort } from '../../electron/ports/listener-port.ts';
import { type Reach, useReach } from '../ports/ports-context.tsx';
import { useInstruments } from '../ports/questions.ts';
import { reconnectPlan } from './reconnect-plan.ts';
import { portName, rememberedPorts } from './remembered-ports.ts';
import { startInstrument } from './start-instrument.ts';

type PortList = z.output<(typeof listenerPort.methods)['port/list']['reply']>;

const LOOK_MS = 2_000;

/** Lines on which nothing is started again before they have been unplugged: heard already, tried once, or stopped by hand. */
const left = new Set<string>();

/** One look: what is there is compared with what is known, and what is missing is started. */
async function look(
  { ports, live }: Reach,
  instruments: readonly InstrumentRow[],
  show: (list: PortList) => void,
): Promise<void> {
  const list = await ports.listener.ask('port/list', {});
  if (!list.ok) return;
  show(list.value);
  const present = list.value.ports;
  const running = [...live.get().detectors.values()];
  for (const line of left) if (!present.some((port) => portName(port) === line)) left.delete(line);
  const plan = reconnectPlan(present, instruments, rememberedPorts.get(), running, left);
  for (const port of present) if (running.some(({ path }) => path === port.path)) left.add(portName(port));
  for (const { port, instrument } of plan) {
    left.add(portName(port));
    await startInstrument(ports, instrument, port.path, false);
  }
}

/** Keeps the list of ports up to date, looks for the adapters of known instruments and connects what is plugged in again. */
export function useReconnector(): void {
  const reach = useReach();
  const client = useQueryClient();
  const instruments = useInstruments().value;
  useEffect(() => {
    if (!instruments) return;
    let isBusy = false;
    const lookOnce = async () => {
      if (isBusy) return;
      isBusy = true;
      await look(reach, instruments, (list) => client.setQueryData(['listener', 'ports'], list));
      isBusy = false;
    };
    void lookOnce();
    const timer = setInterval(() => void lookOnce(), LOOK_MS);
    return () => clearInterval(timer);
  }, [reach, client, instruments]);
}
