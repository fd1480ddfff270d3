import { readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { SerialPort } from 'serialport';

/** A port as a person chooses it. */
interface PortRow {
  readonly path: string;
  readonly manufacturer: string | null;
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly serialNumber: string | null;
}

export interface PortList {
  readonly ports: readonly PortRow[];
  /** Why the list may be incomplete; null where the operating system gave it. */
  readonly incompleteBecause: string | null;
}

/** Names of USB and Bluetooth adapters under /dev. Built-in ttyS ports are there by the dozen without hardware: left out. */
const ADAPTER = /^(ttyUSB|ttyACM|ttyAMA|rfcomm)\d+$/;

/** The ports of this machine. Never fails: without udev the adapters found under /dev are listed. */
export async function listPorts(): Promise<PortList> {
  try {
    const found = await SerialPort.list();
    const ports = found.map(({ path: at, manufacturer, vendorId, productId, serialNumber }) => ({
      path: at,
      manufacturer: manufacturer ?? null,
      vendorId: vendorId ?? null,
      productId: productId ?? null,
      serialNumber: serialNumber ?? null,
    }));
    return { ports, incompleteBecause: null };
  } catch (error) {
    return { ports: await scanDevices(), incompleteBecause: error instanceof Error ? error.message : String(error) };
  }
}

async function scanDevices(): Promise<PortRow[]> {
  const names = await readdir('/dev').catch(() => []);
  return Promise.all(
    names
      .filter((name) => ADAPTER.test(name))
      .toSorted()
      .map(describeDevice),
  );
}

/** What the kernel says of the USB device behind a name, read where udev would read it. */
async function describeDevice(name: string): Promise<PortRow> {
  const device = await realpath(path.join('/sys/class/tty', name, 'device')).catch(() => null);
  const attribute = async (key: string): Promise<string | null> => {
    for (const up of ['..', '../..']) {
      const text = device && (await readFile(path.join(device, up, key), 'utf8').catch(() => null));
      if (text) return text.trim();
    }
    return null;
  };
  return {
    path: path.join('/dev', name),
    manufacturer: await attribute('manufacturer'),
    vendorId: await attribute('idVendor'),
    productId: await attribute('idProduct'),
    serialNumber: await attribute('serial'),
  };
}
