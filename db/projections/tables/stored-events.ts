import type { z } from 'zod';
import { storedEventsBody } from '../../log/stored-log-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Readings-out of an instrument's own event log over its line. */
export const storedEventsTable = projectionTable('stored_events', {
  source: column.id(),
  instrument: column.id(),
  driver: column.id(),
  driverVersion: column.id(),
  readAt: column.integer().notNull(),
  clockValid: column.flag(),
  lost: column.integer().notNull(),
  events: column.json<z.output<typeof storedEventsBody>['events']>(),
});

export const storedEvents = {
  name: 'stored_events',
  version: 1,
  types: ['instrument.log'],
  table: storedEventsTable,
  row: rowFrom(/^stored-log\/([0-9a-f]{32})\/events$/, storedEventsBody, ({ salt: _, ...rest }, [source]) => ({
    ...rest,
    source,
  })),
} as const satisfies Projection;
