import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { type EntityId, entityId, type InspectionId, inspectionId, placeId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { beijingDay, epochMs, isoDate } from '../../vocabulary/time.ts';
import { hydroType, inspectionKind } from '../ports/inspection-models.ts';
import type { PlanDraft, PlanRow } from '../ports/plan-models.ts';
import type { Assignment } from '../ports/team-models.ts';
import type { Desk, Saved } from './desk.ts';
import { peopleOf } from './inspection.ts';
import type { Some } from './methods.ts';
import { readSource, type SheetSource } from './sheet-source.ts';
import { signedAt } from './signed.ts';
import { officerOf, teamOf } from './team.ts';

type PlanMethods = 'plan/list' | 'plan/make' | 'plan/cancel' | 'plan/start' | 'handover/give';

/** Plans, the inspections opened under them, and parts that pass from one officer to another. */
export function planHandlers(desk: Desk): Some<PlanMethods> {
  return {
    'plan/list': () => {
      const record = desk.need();
      return record.ok ? ok(listPlans(record.value)) : record;
    },
    'plan/make': (draft) => {
      const record = desk.need();
      return record.ok ? makePlan(desk, record.value, draft) : record;
    },
    'plan/cancel': ({ planId, reason }) => {
      const record = desk.need();
      return record.ok ? cancelPlan(desk, record.value, planId, reason) : record;
    },
    'plan/start': ({ planId }) => {
      const record = desk.need();
      return record.ok ? startPlan(desk, record.value, planId) : record;
    },
    'handover/give': ({ inspectionId: inspection, to, parts, why }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const source = readSource(record.value, inspection);
      const [opened = null] = source.inspections;
      if (!teamOf(source, inspection, opened).officers.some(({ personId }) => personId === to))
        return fail({ code: 'not_found', what: to });
      const body = { inspection, at: desk.clock.wall(), to, parts, why };
      return desk.save({ type: 'handover', subject: `handover/${desk.newId()}/given`, body }, 'inspection');
    },
  };
}

/** Every plan, the one that ends first on top. */
function listPlans(record: EventRecord): PlanRow[] {
  const source = readSource(record);
  const opened = new Map(source.inspections.map((row) => [row.inspection, row]));
  return record
    .rows('plans')
    .map((plan) => planRowOf(source, plan, opened.get(plan.inspection) ?? null))
    .sort((a, b) => Date.parse(a.period.to) - Date.parse(b.period.to));
}

function planRowOf(
  source: SheetSource,
  plan: ProjectionRow<'plans'>,
  opened: ProjectionRow<'inspections'> | null,
): PlanRow {
  const team = teamOf(source, plan.inspection, opened);
  const officers = team.officers.length > 0 ? team.officers : plan.officers.map((id) => officerOf(source, id));
  return {
    planId: entityId.parse(plan.plan),
    inspectionId: inspectionId.parse(plan.inspection),
    no: plan.no,
    kind: inspectionKind.parse(plan.kind),
    mine: plan.mine,
    hydroType: hydroType.parse(plan.hydroType),
    packs: [...plan.packs],
    period: { from: isoDate.parse(plan.from), to: isoDate.parse(plan.to) },
    places: [...plan.places],
    team: { ...team, officers },
    cancelled: plan.cancelled,
    openedAt: opened ? epochMs.parse(opened.at ?? opened.wall) : null,
    signedAt: signedAt(source, plan.inspection, opened),
  };
}

function makePlan(
  desk: Desk,
  record: EventRecord,
  draft: PlanDraft,
): Result<{ planId: EntityId; inspectionId: InspectionId }> {
  const people = peopleOf(desk, record, draft.officers);
  if (!people.ok) return people;
  if (new Set(people.value).size < 2) return fail({ code: 'bad_draft', path: 'officers' });
  const places = draft.places.map(({ fromPrevious_m: _, ...place }) => ({
    placeId: placeId.parse(desk.newId()),
    ...place,
  }));
  const legs = draft.places.flatMap(({ fromPrevious_m: length_m }, at) => {
    const [from, to] = [places[at - 1], places[at]];
    return from && to && length_m !== null ? [{ from: from.placeId, to: to.placeId, length_m }] : [];
  });
  const assignments = draft.assignments.flatMap(({ officer: number, part }): Assignment[] => {
    const officer = people.value[number];
    if (!officer) return [];
    if ('group' in part) return [{ officer, part }];
    const place = places[part.place];
    return place ? [{ officer, part: { place: place.placeId } }] : [];
  });
  if (assignments.length < draft.assignments.length) return fail({ code: 'bad_draft', path: 'assignments' });
  const { no, kind, mine, hydroType: type, packs, period } = draft;
  const inspection = inspectionId.parse(desk.newId());
  const planId = desk.newId();
  const about = { no, kind, mine: { name: mine }, hydroType: type, packs, period, inspection };
  const body = { ...about, places, legs, officers: people.value, assignments };
  const saved = desk.save({ type: 'plan', subject: `plan/${planId}/planned`, body }, 'inspection');
  return saved.ok ? ok({ planId, inspectionId: inspection }) : saved;
}

/** Only what was not begun can be taken back: what was begun is signed with its gaps. */
function cancelPlan(desk: Desk, record: EventRecord, planId: EntityId, reason: string): Result<Saved> {
  const [plan] = record.rows('plans', { plan: planId });
  if (!plan) return fail({ code: 'not_found', what: planId });
  if (record.rows('inspections', { inspection: plan.inspection }).length > 0) return fail({ code: 'plan_begun' });
  const { no, kind, mine, hydroType: type, from, to, inspection, packs, places, legs, officers, assignments } = plan;
  const about = { no, kind, mine: { name: mine }, hydroType: type, packs, period: { from, to }, inspection };
  const cancelled = { reason, at: desk.clock.wall() };
  const body = { ...about, places, legs, officers, assignments, cancelled };
  return desk.save({ type: 'plan', subject: `plan/${planId}/planned`, body }, 'inspection');
}

/** Every tablet that holds the plan opens the same inspection; one that it knows already is not opened again. */
function startPlan(desk: Desk, record: EventRecord, planId: EntityId): Result<{ inspectionId: InspectionId }> {
  const [plan] = record.rows('plans', { plan: planId });
  if (!plan) return fail({ code: 'not_found', what: planId });
  if (plan.cancelled !== null) return fail({ code: 'plan_cancelled', reason: plan.cancelled.reason });
  const inspection = inspectionId.parse(plan.inspection);
  if (record.rows('inspections', { inspection }).length > 0) return ok({ inspectionId: inspection });
  const at = desk.clock.wall();
  const { kind, mine, hydroType: type, places, packs, officers, no } = plan;
  const about = { mine: { name: mine }, kind, hydroType: type, date: beijingDay(at), at };
  const body = { ...about, places, packs, officers, planId, ...(no === '' ? {} : { plan: no }) };
  const saved = desk.save({ type: 'inspection', subject: `inspection/${inspection}/opened`, body }, 'inspection');
  return saved.ok ? ok({ inspectionId: inspection }) : saved;
}
