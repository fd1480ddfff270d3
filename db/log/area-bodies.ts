import { z } from 'zod';
import { areaHandover, drainageArea, outburstChain, outburstIndex, outburstStep } from '../../vocabulary/area.ts';
import { type EventBody, salt } from './event.ts';
import { GRAVITY } from './gravity.ts';
import { waterZoneBody, ZONE_GRAVITY } from './zone-bodies.ts';

/** Bodies of `area` events. A later event of a subject corrects the one before; `removed` takes an entry back. */
const kept = { salt, removed: z.boolean().optional() };

export const drainageAreaBody = drainageArea.extend(kept);
export const areaHandoverBody = areaHandover.extend(kept);
export const outburstChainBody = outburstChain.extend(kept);
export const outburstStepBody = outburstStep.extend(kept);
export const outburstIndexBody = outburstIndex.extend(kept);

const BAD: ReadonlySet<string> = new Set(['danger', 'notDone', 'ineffective']);
const BY_INDEX = { met: GRAVITY.pass, notMet: GRAVITY.fail, notGiven: GRAVITY.unknown } as const;

/** Of two values written at once the one that says danger shows, whoever took the other back. */
const graveIfKept = <T extends { readonly removed?: boolean | undefined }>(
  schema: z.ZodType<T>,
  grave: (body: T) => number,
) => {
  return (body: EventBody): number => {
    const read = schema.safeParse(body).data;
    if (!read) return GRAVITY.unknown;
    return read.removed ? GRAVITY.none : grave(read);
  };
};

const stepGravity = graveIfKept(outburstStepBody, ({ result }) => (BAD.has(result) ? GRAVITY.fail : GRAVITY.pass));
const indexGravity = graveIfKept(outburstIndexBody, ({ verdict }) => GRAVITY[verdict.status]);
const handoverGravity = graveIfKept(areaHandoverBody, ({ index }) => BY_INDEX[index]);

const zoneGravity = graveIfKept(waterZoneBody, ({ zoneType }) => ZONE_GRAVITY[zoneType]);

/** A zone, a step, an index and a hand-over say something good or bad; the sheet of an area says neither. */
export function areaGravity(body: EventBody): number {
  if ('zoneType' in body) return zoneGravity(body);
  if ('result' in body) return stepGravity(body);
  if ('verdict' in body) return indexGravity(body);
  return 'index' in body ? handoverGravity(body) : GRAVITY.none;
}
