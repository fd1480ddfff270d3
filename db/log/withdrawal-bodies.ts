import type { z } from 'zod';
import {
  missingOf,
  withdrawalCleared,
  withdrawalOrder,
  withdrawalPeople,
  withdrawalPhoto,
  withdrawalResume,
  withdrawalSignature,
  withdrawalTold,
} from '../../vocabulary/withdrawal.ts';
import { type EventBody, salt } from './event.ts';

/** Registers of one withdrawal order: the order, and every field that may be filled in later has one of its own. */
export const orderBody = withdrawalOrder.extend({ salt });
export const peopleBody = withdrawalPeople.extend({ salt });
export const toldBody = withdrawalTold.extend({ salt });
export const clearedBody = withdrawalCleared.extend({ salt });
export const resumeBody = withdrawalResume.extend({ salt });
export const orderSignatureBody = withdrawalSignature.extend({ salt });
export const orderPhotoBody = withdrawalPhoto.extend({ salt });

const UNREAD = 3;
const STOP = 4;
const GO = 1;

const stopUntil = ({ at }: { readonly at: number | null }): number => (at === null ? STOP : GO);

function gravityOfPeople(people: z.output<typeof peopleBody>): number {
  const missing = missingOf(people);
  if (missing === null) return UNREAD;
  return missing === 0 ? GO : STOP + missing;
}

const graded = <S extends z.ZodType>(body: S, gravity: (value: z.output<S>) => number) => ({
  read: (raw: EventBody): number | null => {
    const parsed = body.safeParse(raw);
    return parsed.success ? gravity(parsed.data) : null;
  },
});

/** Strict shapes that share no body: at most one of them reads it. */
const shapes = [
  graded(orderBody, ({ area, voided }) => (voided ? GO : STOP + area.length)),
  graded(peopleBody, gravityOfPeople),
  graded(toldBody, stopUntil),
  graded(clearedBody, stopUntil),
  graded(resumeBody, stopUntil),
];

/** Stop outranks go: more people missing, a wider area, not yet told, not yet out, not yet allowed again. */
export function withdrawalGravity(body: EventBody): number {
  for (const { read } of shapes) {
    const gravity = read(body);
    if (gravity !== null) return gravity;
  }
  return UNREAD;
}
