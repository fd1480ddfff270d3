import type { Gas } from '../../vocabulary/gas.ts';
import type { WireIdentity } from '../../vocabulary/instrument.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { DecodedFrame, Driver, FindRule, Link, SettingValues } from '../driver.ts';
import type { SlaveAddress } from '../requests/allowed-request.ts';

/** A kind of instrument that was heard or answered, and all that the line told of it. */
export interface Recognised {
  readonly driver: string;
  readonly proof: FindRule['proof'];
  /** What has to be set because it is not the driver's default: speed, slave. */
  readonly settings: SettingValues;
  readonly identity: WireIdentity;
  /** Gas and unit where the wire names them; null: asked of a person. */
  readonly gas: Gas | null;
  readonly unit: GasUnit | null;
}

/** What a frame says of the instrument itself. */
export function identityIn(driver: Pick<Driver, 'find'>, details: DecodedFrame['details']): WireIdentity {
  const said = driver.find.identity.flatMap((key) => {
    const value = details[key];
    return typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [];
  });
  return Object.fromEntries(said);
}

export function recognised(
  driver: Driver,
  link: Link,
  slave: SlaveAddress | null,
  frame: Pick<DecodedFrame, 'readings' | 'details'>,
): Recognised {
  const [reading] = frame.readings;
  return {
    driver: driver.id,
    proof: driver.find.proof,
    settings: {
      ...(link.baudRate === driver.link.baudRate ? {} : { baud: link.baudRate }),
      ...(slave === null ? {} : { slave }),
    },
    identity: identityIn(driver, frame.details),
    gas: reading === undefined || reading.gas === 'unknown' ? null : reading.gas,
    unit: reading?.value.unit ?? null,
  };
}
