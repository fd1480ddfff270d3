import type { EventRecord } from '../../db/record.ts';
import {
  type EntityId,
  type InspectionId,
  inspectionId,
  type PersonId,
  type PlaceId,
  personId,
  placeId,
} from '../../vocabulary/ids.ts';
import { type PlaceInterval, placeInterval } from '../../vocabulary/place.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { beijingDay } from '../../vocabulary/time.ts';
import type { InspectionDraft } from '../ports/inspection-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { currentInterval, listInspections, readSheet } from './sheet.ts';
import { placesOf } from './sheet-rows.ts';
import { readSource } from './sheet-source.ts';

type InspectionMethods =
  | 'mine/names'
  | 'inspection/list'
  | 'inspection/open'
  | 'inspection/sheet'
  | 'place/add'
  | 'place/enter'
  | 'place/correct';

/** Opening an inspection, and where in the mine the inspector stands. */
export function inspectionHandlers(desk: Desk): Some<InspectionMethods> {
  return {
    'mine/names': () => {
      const record = desk.need();
      if (!record.ok) return record;
      const rows = record.value.rows('inspections').toSorted((a, b) => b.wall - a.wall);
      return ok([...new Set(rows.map(({ mine }) => mine))]);
    },
    'inspection/list': () => {
      const record = desk.need();
      return record.ok ? ok(listInspections(record.value)) : record;
    },
    'inspection/open': (draft) => {
      const record = desk.need();
      return record.ok ? openInspection(desk, record.value, draft) : record;
    },
    'inspection/sheet': ({ inspectionId: id }) => {
      const record = desk.need();
      return record.ok ? readSheet(record.value, id) : record;
    },
    'place/add': ({ inspectionId: id, ...draft }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const source = readSource(record.value, id);
      const [opened] = source.inspections;
      if (!opened) return fail({ code: 'not_found', what: id });
      const place = { placeId: placeId.parse(desk.newId()), ...draft };
      const subject = `inspection/${id}/added:${place.placeId}`;
      const saved = desk.save({ type: 'inspection', subject, body: place }, 'inspection');
      return saved.ok ? ok({ placeId: place.placeId }) : saved;
    },
    'place/enter': ({ inspectionId: id, placeId: entered }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const source = readSource(record.value, id);
      const [opened] = source.inspections;
      const place = opened && placesOf(source, opened).find((one) => one.placeId === entered);
      if (!place) return fail({ code: 'not_found', what: entered });
      const interval: PlaceInterval = placeInterval.parse({ ...place, from: desk.clock.wall() });
      const subject = `inspection/${id}/place:${desk.newId()}`;
      const saved = desk.save({ type: 'inspection.place', subject, body: { ...interval } }, 'inspection');
      return saved.ok ? ok(interval) : saved;
    },
    'place/correct': (ask) => {
      const record = desk.need();
      return record.ok ? correctPlace(desk, record.value, ask) : record;
    },
  };
}

/** The interval keeps its beginning, so everything measured in it is judged by the right place; the wrong one stays in its history. */
function correctPlace(
  desk: Desk,
  record: EventRecord,
  { inspectionId: id, placeId: right }: { readonly inspectionId: InspectionId; readonly placeId: PlaceId },
): Result<PlaceInterval> {
  const source = readSource(record, id);
  const [opened] = source.inspections;
  const place = opened && placesOf(source, opened).find((one) => one.placeId === right);
  const current = currentInterval(source, id);
  if (!place || !current) return fail({ code: 'not_found', what: right });
  const interval: PlaceInterval = placeInterval.parse({ ...place, from: current.from });
  const subject = `inspection/${id}/place:${current.interval}`;
  const saved = desk.save({ type: 'inspection.place', subject, body: { ...interval } }, 'inspection');
  return saved.ok ? ok(interval) : saved;
}

function openInspection(
  desk: Desk,
  record: EventRecord,
  { mine, kind, hydroType, packs, planNo, places, officers }: InspectionDraft,
): Result<{ inspectionId: ReturnType<typeof inspectionId.parse> }> {
  const people = peopleOf(desk, record, officers);
  if (!people.ok) return people;
  const id = inspectionId.parse(desk.newId());
  const body = {
    mine: { name: mine },
    kind,
    hydroType,
    date: beijingDay(desk.clock.wall()),
    at: desk.clock.wall(),
    places: places.map((place) => ({ placeId: placeId.parse(desk.newId()), ...place })),
    officers: people.value,
    ...(packs ? { packs } : {}),
    ...(planNo === '' ? {} : { plan: planNo }),
  };
  const saved = desk.save({ type: 'inspection', subject: `inspection/${id}/opened`, body }, 'inspection');
  return saved.ok ? ok({ inspectionId: id }) : saved;
}

/** The ids of these people, in their order. */
export function peopleOf(
  desk: Desk,
  record: EventRecord,
  officers: InspectionDraft['officers'],
): Result<readonly PersonId[]> {
  const ids: PersonId[] = [];
  for (const officer of officers) {
    const person = personFor(desk, record, officer);
    if (!person.ok) return person;
    ids.push(person.value);
  }
  return ok(ids);
}

/** The id of a person by name and certificate number; a person not met before gets an event of their own. */
export function personFor(
  desk: Desk,
  record: EventRecord,
  { name, certificateNo }: { readonly name: string; readonly certificateNo: string },
): Result<PersonId> {
  const known = record.rows('people', { name, certificateNo });
  const me = known.find(({ person }) => person === record.identity.person);
  const [first] = known;
  if (first) return ok(personId.parse((me ?? first).person));
  const id: EntityId = desk.newId();
  const team = record.rows('people', { person: record.identity.person })[0]?.team ?? '';
  const body = { name, certificateNo, team };
  const saved = desk.save({ type: 'person', subject: `person/${id}/identity`, body }, 'inspection');
  return saved.ok ? ok(personId.parse(id)) : saved;
}
