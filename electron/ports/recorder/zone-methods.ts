import { z } from 'zod';
import { entityId } from '../../../vocabulary/ids.ts';
import { waterZone, zoneChange, zoneMap, zoneWork } from '../../../vocabulary/zone.ts';
import type { Methods } from '../define-port.ts';
import { base64, saved } from '../wire-models.ts';
import { mineZones } from '../zone-models.ts';

const kept = saved.extend({ areaId: entityId });

/** 三区 of a mine on its map. An id of null begins a new one; `area/remove` takes back. */
export const zoneMethods = {
  'zone/list': { ask: z.strictObject({ mine: z.string() }), reply: mineZones },
  'zone/put': { ask: z.strictObject({ areaId: entityId.nullable(), zone: waterZone }), reply: kept },
  /** Faults: not_found; bad_facts where the zone is of another kind now, or would stay what it is. */
  'zone/change': { ask: z.strictObject({ areaId: entityId, change: zoneChange }), reply: kept },
  'zone/put-work': { ask: z.strictObject({ areaId: entityId.nullable(), work: zoneWork }), reply: kept },
  /** The plan as a picture with its scale; it takes the place of the one before. */
  'zone/put-map': {
    ask: z.strictObject({
      areaId: entityId.nullable(),
      map: zoneMap.omit({ picture: true }),
      picture: z.strictObject({ mime: z.string(), bytes: base64 }),
    }),
    reply: kept,
  },
} as const satisfies Methods;
