import { z } from 'zod';
import { inspectionId, personId, placeId } from '../../vocabulary/ids.ts';
import { checklistPack, place } from '../../vocabulary/place.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { canonicalJson } from './canonical-json.ts';
import { type EventBody, salt } from './event.ts';
import { openedBody } from './field-bodies.ts';

/** Bodies of what is owed before anything is answered: the plan, and who took which part of it over. */
const text = z.string();

/** A part of an inspection that one officer checks: a place, or a group of the rows that concern the whole mine. */
const part = z.union([z.strictObject({ place: placeId }), z.strictObject({ group: text })]);

/** How far the walk is between two places of the plan. */
const leg = z.strictObject({ from: placeId, to: placeId, length_m: z.int().positive() });

/**
 * One mine, owed once in one period (both days included). The inspection has its id here, so that every tablet that holds the plan
 * answers in the same registers. `cancelled` takes the plan back with a reason: it stays, and is counted as left out.
 */
export const planBody = z.strictObject({
  salt,
  no: text,
  kind: openedBody.shape.kind,
  mine: openedBody.shape.mine,
  hydroType: openedBody.shape.hydroType,
  period: z.strictObject({ from: isoDate, to: isoDate }),
  inspection: inspectionId,
  packs: z.array(checklistPack).min(1),
  places: z.array(place),
  legs: z.array(leg),
  officers: z.array(personId).min(2),
  assignments: z.array(z.strictObject({ officer: personId, part })),
  cancelled: z.strictObject({ reason: text, at: epochMs }).optional(),
});

/** Parts of an inspection pass from one officer to another, from `at` on. */
export const handoverBody = z.strictObject({
  salt,
  inspection: inspectionId,
  at: epochMs,
  to: personId,
  parts: z.array(part).min(1),
  why: text,
});

/** Unreadable is below all that can be read: a readable opening is never hidden by one that is not. */
const LATEST = 1e15;

/** Of the openings of one inspection on several tablets the earliest shows. */
export function openingGravity(body: EventBody): number {
  const opened = openedBody.safeParse(body).data;
  return opened?.at === undefined ? 0 : LATEST - opened.at;
}

/** Two tablets that open the inspection of one plan say the same, at whatever moment and on whatever side of midnight. */
export function saidOfOpening(body: EventBody): string {
  const opened = openedBody.safeParse(body).data;
  if (!opened) return canonicalJson(body);
  const { salt: _, at: _at, date: _date, ...rest } = opened;
  return canonicalJson(rest);
}
