import type { CaptureSource } from '../../vocabulary/capture.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Driver, PreparedDriver } from '../driver.ts';
import { readDefinition } from '../modbus-profile/profile.ts';
import { profileDriver } from '../modbus-profile/profile-driver.ts';
import { driversOf } from '../registry.ts';

/** The very driver that heard the bytes, with its settings. */
export interface RecordedDriver {
  readonly driver: Driver;
  readonly prepared: PreparedDriver;
}

/**
 * Finds the recorded version of a driver: among those of this build, else from the definition kept beside the bytes. Another
 * version is never taken in its place. Faults: unknown_driver, driver_version_absent, bad_profile, bad_setting.
 */
export function recordedDriver(source: CaptureSource): Result<RecordedDriver> {
  const driver = findVersion(source);
  if (!driver.ok) return driver;
  const prepared = driver.value.prepare(source.settings);
  return prepared.ok ? ok({ driver: driver.value, prepared: prepared.value }) : prepared;
}

function findVersion({ driver: id, driverVersion: version, definition }: CaptureSource): Result<Driver> {
  const known = driversOf(id);
  const found = known.find((driver) => driver.version === version);
  if (found) return ok(found);
  if (definition !== undefined) {
    const profile = readDefinition(definition);
    if (!profile.ok) return profile;
    const defined = profileDriver(profile.value);
    if (defined.id === id && defined.version === version) return ok(defined);
  }
  return known.length === 0 && definition === undefined
    ? fail({ code: 'unknown_driver', driver: id })
    : fail({ code: 'driver_version_absent', driver: id, version });
}
