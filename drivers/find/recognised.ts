import type { Gas } from '../../vocabulary/gas.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { DecodedFrame, Driver, FindRule, Link, SettingValues } from '../driver.ts';
import type { SlaveAddress } from '../requests/allowed-request.ts';

/** What an instrument said of itself, by the keys of its page; compared whenever its line is opened. */
export type WireIdentity = Readonly<Record<string, string | number>>;

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

/** How what the instrument says now compares with what it said when it was registered. */
export function compareIdentity(before: WireIdentity, now: WireIdentity): 'same' | 'differs' | 'unsaid' {
  const shared = Object.keys(now).filter((key) => Object.hasOwn(before, key));
  if (shared.some((key) => now[key] !== before[key])) return 'differs';
  return shared.length > 0 ? 'same' : 'unsaid';
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
