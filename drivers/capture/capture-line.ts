import type { Driver, PreparedDriver } from '../driver.ts';
import type { SessionItem } from '../session/session-item.ts';
import type { CaptureHeader, CaptureLine } from './capture-lines.ts';

/** The first line of a raw capture made with this driver and these settings. */
export const headerLine = (driver: Driver, prepared: PreparedDriver): CaptureHeader => ({
  v: 1,
  driver: driver.id,
  driverVersion: driver.version,
  settings: prepared.settings,
});

/** The capture line of an item; null for items that follow from the others. */
export function captureLineOf(item: SessionItem): CaptureLine | null {
  if (item.kind === 'raw') return item.chunk;
  if (item.kind !== 'link') return null;
  const line = { wall_ms: item.at.wall, mono_ms: item.at.mono, link: item.change };
  return item.cause === null ? line : { ...line, cause: item.cause };
}
