import type { EventBody } from './event.ts';

/**
 * Makes a body of one shape of its type the next newer one. Pure: nothing but the body is asked, so that every machine lifts it the same. A body that
 * is of that shape already comes back as it is.
 */
export type Upcaster = (body: EventBody) => EventBody;

export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/**
 * By type, the oldest step first. What is stored, hashed and handed on stays as it was written; only what is shown is lifted. A new line here changes
 * rows: raise the version of the projections that read the type.
 */
export const upcasters: Upcasters = {};

/** The body in today's shape. */
export function liftBody(type: string, body: EventBody, steps: Upcasters = upcasters): EventBody {
  const own = Object.hasOwn(steps, type) ? steps[type] : undefined;
  return (own ?? []).reduce((lifted, step) => step(lifted), body);
}
