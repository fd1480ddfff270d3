import type { EventBody, EventHeader } from '../log/event.ts';
import { eventTypeOf, typeOfSubject } from '../log/event-types.ts';
import { GRAVITY } from '../log/gravity.ts';
import { liftBody, type Upcasters, upcasters } from '../log/upcasters.ts';

/** An admitted event of one subject. `body` is null where it is withheld. */
export interface RegisterEvent {
  readonly id: string;
  readonly header: EventHeader;
  readonly body: EventBody | null;
}

/** What one subject holds: the events that nothing supersedes, the gravest first. All are kept and shown. */
export interface Register {
  readonly subject: string;
  /** The type that owns the subject, null for a subject of a newer version. */
  readonly type: string | null;
  readonly heads: readonly RegisterEvent[];
  readonly shown: RegisterEvent;
  /** The shown body (of a `resolve`: the chosen value); null where it is withheld or not to be understood. */
  readonly value: EventBody | null;
}

/** Computes the register of a subject from its admitted events, in whatever order they come; null where there are none. */
export function registerOf(
  subject: string,
  events: readonly RegisterEvent[],
  steps: Upcasters = upcasters,
): Register | null {
  const [only] = events;
  if (!only) return null;
  const type = typeOfSubject(subject);
  if (events.length === 1) return { subject, type, heads: events, shown: only, value: shownValue(type, only, steps) };
  const superseded = new Set(events.flatMap(supersededBy));
  const heads = events
    .filter((event) => !superseded.has(event.id))
    .map((event) => ({ event, gravity: gravityOf(type, event, steps) }))
    .sort((a, b) => b.gravity - a.gravity || compareNewestFirst(a.event, b.event))
    .map(({ event }) => event);
  const [shown] = heads;
  return shown ? { subject, type, heads, shown, value: shownValue(type, shown, steps) } : null;
}

/** An event names at most one head; only a `resolve` settles several. Another that names several supersedes none. */
function supersededBy({ header }: RegisterEvent): readonly string[] {
  return header.type === 'resolve' || header.supersedes.length === 1 ? header.supersedes : [];
}

/** The body as the subject's own type carries it today. */
function shownValue(type: string | null, { header, body }: RegisterEvent, steps: Upcasters): EventBody | null {
  if (!body || !type) return null;
  if (header.type === type) return liftBody(type, body, steps);
  const value = header.type === 'resolve' ? body.value : null;
  return typeof value === 'object' && value !== null ? liftBody(type, { ...value, salt: body.salt }, steps) : null;
}

/** Types without gravity are all equal; where values have one, what cannot be read ranks as unknown. */
function gravityOf(type: string | null, event: RegisterEvent, steps: Upcasters): number {
  const gravity = type === null ? undefined : eventTypeOf(type)?.gravity;
  if (!gravity) return GRAVITY.none;
  const value = shownValue(type, event, steps);
  return value ? gravity(value) : GRAVITY.unknown;
}

/** Greatest (hlc, log, seq, id) first: a total order, the same on every machine. */
function compareNewestFirst(a: RegisterEvent, b: RegisterEvent): number {
  return (
    compareText(b.header.hlc, a.header.hlc) ||
    compareText(b.header.log, a.header.log) ||
    b.header.seq - a.header.seq ||
    compareText(b.id, a.id)
  );
}

/** Whether a person has to decide between the heads: not where all of them say the same. */
export function isDisputed({ type, heads }: Pick<Register, 'type' | 'heads'>, steps: Upcasters = upcasters): boolean {
  if (heads.length < 2) return false;
  const says = type === null ? undefined : eventTypeOf(type)?.says;
  if (!says) return true;
  const said = heads.map((head) => {
    const value = shownValue(type, head, steps);
    return value ? says(value) : head.id;
  });
  return new Set(said).size > 1;
}

/** The head that a new event of this author supersedes: the author's own last, else the one shown. */
export function newestOwnHead({ heads, shown }: Register, author: string): RegisterEvent {
  const own = heads.filter((head) => author !== '' && head.header.author === author);
  return own.sort(compareNewestFirst)[0] ?? shown;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
