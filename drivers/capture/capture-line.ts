import type { CaptureHeader, CaptureLine } from '../../vocabulary/capture.ts';
import type { Driver, PreparedDriver } from '../driver.ts';
import type { SessionItem } from '../session/session-item.ts';

/** The first line of a raw capture made with this driver and these settings. */
export const headerLine = (driver: Driver, prepared: PreparedDriver): CaptureHeader => ({
  v: 1,
  ...captureSourceOf(driver, prepared),
});

/** What must be kept beside raw bytes, so that they can be decoded again anywhere. */
export const captureSourceOf = (driver: Driver, prepared: PreparedDriver) => ({
  driver: driver.id,
  driverVersion: driver.version,
  settings: prepared.settings,
  ...(driver.definition === undefined ? {} : { definition: driver.definition }),
});

/** The capture line of an item; null for items that follow from the others. */
export function captureLineOf(item: SessionItem): CaptureLine | null {
  if (item.kind === 'raw') return item.chunk;
  if (item.kind !== 'link') return null;
  const line = { n: item.n, wall_ms: item.at.wall, mono_ms: item.at.mono, link: item.change };
  return item.cause === null ? line : { ...line, cause: item.cause };
}
