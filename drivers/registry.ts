import { cubicSjhDriver } from './cubic-sjh/cubic-sjh-driver.ts';
import type { Driver } from './driver.ts';
import { dynamentDriver } from './dynament/dynament-driver.ts';
import { ir400Driver } from './ir400/ir400-driver.ts';
import { itransDriver } from './itrans/itrans-driver.ts';
import { mhz9041aDriver } from './mhz9041a/mhz9041a-driver.ts';
import { mpsDriver } from './mps/mps-driver.ts';
import { winsenDriver } from './winsen/winsen-driver.ts';

/** Every instrument this program can hear: one line each. */
export const drivers: readonly Driver[] = [
  itransDriver,
  mhz9041aDriver,
  winsenDriver,
  dynamentDriver,
  ir400Driver,
  mpsDriver,
  cubicSjhDriver,
];

export const driverById = (id: string): Driver | null => drivers.find((driver) => driver.id === id) ?? null;

export const driverByProtocol = (protocol: string): Driver | null =>
  drivers.find((driver) => driver.protocol === protocol) ?? null;
