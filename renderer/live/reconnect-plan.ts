import type { InstrumentRow } from '../../electron/ports/instrument-models.ts';
import type { SerialPortRow } from '../../electron/ports/listener-port.ts';
import { portName, type RememberedPorts } from './remembered-ports.ts';

export interface ReconnectStart {
  readonly port: SerialPortRow;
  readonly instrument: InstrumentRow;
}

/** The instrument that hangs on a port by the serial number of the adapter: what this machine noted last, else the register. */
export function instrumentOnLine(
  port: SerialPortRow,
  instruments: readonly InstrumentRow[],
  memory: RememberedPorts,
): InstrumentRow | undefined {
  if (port.serialNumber === null) return undefined;
  const noted = instruments.find((one) => one.instrumentId === memory[portName(port)]);
  return noted ?? instruments.findLast(({ line }) => line !== undefined && isLine(line, port));
}

const isLine = (line: NonNullable<InstrumentRow['line']>, port: SerialPortRow): boolean =>
  line.serialNumber === port.serialNumber && line.vendorId === port.vendorId && line.productId === port.productId;

/**
 * Whom to connect without being asked: an instrument whose adapter has a serial number of its own, is there, and is
 * neither being heard nor already tried since it was plugged in. A port known by its path alone is never connected so.
 */
export function reconnectPlan(
  ports: readonly SerialPortRow[],
  instruments: readonly InstrumentRow[],
  memory: RememberedPorts,
  running: readonly { readonly path: string; readonly instrumentId: string }[],
  tried: ReadonlySet<string>,
): ReconnectStart[] {
  return ports.flatMap((port) => {
    const isShared = ports.filter((one) => one.serialNumber === port.serialNumber).length > 1;
    const instrument = isShared ? undefined : instrumentOnLine(port, instruments, memory);
    if (!instrument || tried.has(portName(port))) return [];
    const isHeard = running.some((one) => one.path === port.path || one.instrumentId === instrument.instrumentId);
    return isHeard ? [] : [{ port, instrument }];
  });
}
