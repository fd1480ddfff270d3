import type { z } from 'zod';
import { planBody } from '../../log/plan-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

type Body = z.output<typeof planBody>;

/** Plans: what is owed of which mine in which period, and by whom. */
export const plansTable = projectionTable('plans', {
  plan: column.id(),
  inspection: column.id(),
  no: column.id(),
  kind: column.id(),
  mine: column.id(),
  hydroType: column.id(),
  from: column.id(),
  to: column.id(),
  packs: column.json<Body['packs']>(),
  places: column.json<Body['places']>(),
  legs: column.json<Body['legs']>(),
  officers: column.json<readonly string[]>(),
  assignments: column.json<Body['assignments']>(),
  cancelled: column.optionalJson<NonNullable<Body['cancelled']>>(),
});

export const plans = {
  name: 'plans',
  version: 1,
  types: ['plan'],
  table: plansTable,
  indexes: ['inspection'],
  row: rowFrom(/^plan\/([0-9a-f]{32})\/planned$/, planBody, (body, [plan]) => ({
    plan,
    inspection: body.inspection,
    no: body.no,
    kind: body.kind,
    mine: body.mine.name,
    hydroType: body.hydroType,
    from: body.period.from,
    to: body.period.to,
    packs: body.packs,
    places: body.places,
    legs: body.legs,
    officers: body.officers,
    assignments: body.assignments,
    cancelled: body.cancelled ?? null,
  })),
} as const satisfies Projection;
