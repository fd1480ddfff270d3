import { z } from 'zod';
import { waterZone, zoneChange, zoneMap, zoneWork } from '../../vocabulary/zone.ts';
import { salt } from './event.ts';
import { GRAVITY } from './gravity.ts';

/** Bodies of `area` events of 三区. A later event of a subject corrects the one before; `removed` takes an entry back. */
const kept = { salt, removed: z.boolean().optional() };

export const waterZoneBody = waterZone.extend(kept);
export const zoneChangeBody = zoneChange.extend(kept);
export const zoneWorkBody = zoneWork.extend(kept);
export const zoneMapBody = zoneMap.extend(kept);

/** Of two kinds given at once the stricter shows. */
export const ZONE_GRAVITY = {
  mineable: GRAVITY.pass,
  deferred: GRAVITY.unknown,
  forbidden: GRAVITY.fail,
} as const;
