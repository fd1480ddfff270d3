import type { EventBody, EventHeader } from './event.ts';

// Texts in the database were checked when they came in (an own draft by its schema, a received line by `eventHeader` and its hash),
// and the database is encrypted and authenticated: they are read back without checking each field again.

export const parseStoredHeader = (text: string): EventHeader => JSON.parse(text) as EventHeader;

/** Only of an event whose body is not withheld. */
export const parseStoredBody = (text: string): EventBody => JSON.parse(text) as EventBody;
