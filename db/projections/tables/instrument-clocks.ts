import type { z } from 'zod';
import { instrumentClockBody } from '../../log/stored-log-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

type Body = z.output<typeof instrumentClockBody>;

/** Measurements of instruments' clocks beside ours. */
export const instrumentClocksTable = projectionTable('instrument_clocks', {
  measurement: column.id(),
  instrument: column.id(),
  at: column.integer().notNull(),
  shown: column.id(),
  zone: column.id(),
  offsetMs: column.integer().notNull(),
  how: column.id().$type<Body['how']>(),
  photo: column.optionalJson<NonNullable<Body['photo']>>(),
});

export const instrumentClocks = {
  name: 'instrument_clocks',
  version: 1,
  types: ['instrument.clock'],
  table: instrumentClocksTable,
  row: rowFrom(
    /^instrument\/[0-9a-f]{32}\/clock:([0-9a-f]{32})$/,
    instrumentClockBody,
    ({ salt: _, photo, ...rest }, [measurement]) => ({ ...rest, measurement, photo: photo ?? null }),
  ),
} as const satisfies Projection;
