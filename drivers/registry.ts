import { fail, ok, type Result } from '../vocabulary/result.ts';
import { cubicSjhDriver } from './cubic-sjh/cubic-sjh-driver.ts';
import type { Driver } from './driver.ts';
import { dynamentDriver } from './dynament/dynament-driver.ts';
import { ir400Driver } from './ir400/ir400-driver.ts';
import { itransDriver } from './itrans/itrans-driver.ts';
import { mhz9041aDriver } from './mhz9041a/mhz9041a-driver.ts';
import { profileDrivers } from './modbus-profile/profile-drivers.ts';
import { mpsDriver } from './mps/mps-driver.ts';
import { sgxInirDriver } from './sgx-inir/sgx-inir-driver.ts';
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
  ...profileDrivers,
];

/**
 * Versions that this program no longer listens with, so that what they recorded can be decoded as they did. Whoever raises a
 * driver's version moves the old one here.
 */
const earlier: readonly Driver[] = [];

/** Decode recorded bytes only: too little is known of them for a record. Neither listed nor offered. */
export const withheld: readonly Driver[] = [sgxInirDriver];

/** The driver to listen with; one that is withheld says so, with the reason. */
export function findDriver(id: string): Result<Driver> {
  const driver = driverById(id);
  if (driver !== null) return ok(driver);
  return fail({ code: withheld.some((each) => each.id === id) ? 'driver_withheld' : 'unknown_driver', driver: id });
}

/** Every version of a driver that this build can decode with, the present one first. */
export const driversOf = (id: string): readonly Driver[] =>
  [...drivers, ...withheld, ...earlier].filter((driver) => driver.id === id);

export const driverById = (id: string): Driver | null => drivers.find((driver) => driver.id === id) ?? null;

/** The driver for a recorded vector; several instruments may speak one protocol and say by the context which is meant. */
export const driverForVector = (protocol: string, context: Readonly<Record<string, unknown>>): Driver | null =>
  [...drivers, ...withheld].find(
    (driver) => driver.protocol === protocol && (driver.vectors.isFor?.(context) ?? true),
  ) ?? null;
