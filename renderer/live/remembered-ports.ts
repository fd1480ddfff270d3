import { z } from 'zod';
import type { InstrumentRow } from '../../electron/ports/instrument-models.ts';
import type { SerialPortRow } from '../../electron/ports/listener-port.ts';

/** Which instrument was last confirmed on which line; kept on this machine, it is no part of the record. */
const remembered = z.record(z.string(), z.string());
export type RememberedPorts = z.infer<typeof remembered>;

const KEY = 'jingxun.remembered-ports';

/** A USB adapter is known by its serial number wherever it is plugged in, any other port by its path. */
export const portName = (port: Pick<SerialPortRow, 'path' | 'vendorId' | 'productId' | 'serialNumber'>): string =>
  port.serialNumber ? `usb:${port.vendorId ?? ''}:${port.productId ?? ''}:${port.serialNumber}` : `path:${port.path}`;

export function parseRemembered(text: string | null): RememberedPorts {
  try {
    return remembered.safeParse(JSON.parse(text ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

export const rememberedPorts = {
  get: (): RememberedPorts => parseRemembered(globalThis.localStorage?.getItem(KEY) ?? null),
  put: (port: string, instrumentId: string): void =>
    globalThis.localStorage?.setItem(KEY, JSON.stringify({ ...rememberedPorts.get(), [port]: instrumentId })),
};

/** The known instruments whose port is there and free: one touch connects them. */
export function knownOnPorts(
  ports: readonly SerialPortRow[],
  instruments: readonly InstrumentRow[],
  memory: RememberedPorts,
  busyPaths: readonly string[],
): { readonly port: SerialPortRow; readonly instrument: InstrumentRow }[] {
  return ports.flatMap((port) => {
    const instrument = instruments.find((one) => one.instrumentId === memory[portName(port)]);
    return instrument && !busyPaths.includes(port.path) ? [{ port, instrument }] : [];
  });
}
