import { z } from 'zod';

/** Why an event is set apart and shown as such. Where several hold, the first of this list is told. */
export const quarantineReason = z.enum(['revoked', 'fork', 'not_enrolled', 'late', 'role']);
export type QuarantineReason = z.infer<typeof quarantineReason>;

/** What the held events together say of one event. Only `admitted` ones have effect. */
export type EventStatus = 'admitted' | 'unsealed' | `quarantined:${QuarantineReason}`;

export const isQuarantined = (status: EventStatus): boolean => status.startsWith('quarantined:');
