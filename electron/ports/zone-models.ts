import { z } from 'zod';
import { entityId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { waterZone, zoneChange, zoneMap, zoneType, zoneWork } from '../../vocabulary/zone.ts';

const recorded = { author: z.string(), savedAt: epochMs, disputed: z.boolean() };

/** How many faces work in deferred and forbidden zones, off the map; null while something is not drawn. */
export const zoneCount = z.strictObject({ deferred: z.int(), forbidden: z.int() }).nullable();

/** A zone as it stands: `now` is where its changes have brought it. The oldest change first. */
export const zoneRow = z.strictObject({
  areaId: entityId,
  zone: waterZone,
  now: zoneType,
  changes: z.array(zoneChange.extend({ changeId: entityId, ...recorded })),
  ...recorded,
});
export type ZoneRow = z.infer<typeof zoneRow>;

const workRow = z.strictObject({
  areaId: entityId,
  work: zoneWork,
  /** The zones it lies in. */
  inside: z.array(entityId),
  ...recorded,
});
export type WorkRow = z.infer<typeof workRow>;

export const mineZones = z.strictObject({
  zones: z.array(zoneRow),
  works: z.array(workRow),
  map: z.strictObject({ areaId: entityId, map: zoneMap }).nullable(),
  count: zoneCount,
});
export type MineZones = z.infer<typeof mineZones>;
