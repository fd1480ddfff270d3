import type { ProjectionName, ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';

type RowsByInspection<N extends ProjectionName> = (inspection: string) => readonly ProjectionRow<N>[];

/** The rows that inspections are made of, read once and grouped: a list of a hundred inspections asks no table twice. */
export interface SheetSource {
  readonly inspections: readonly ProjectionRow<'inspections'>[];
  readonly plans: RowsByInspection<'plans'>;
  readonly addedPlaces: RowsByInspection<'added_places'>;
  readonly handovers: RowsByInspection<'handovers'>;
  readonly answers: RowsByInspection<'answers'>;
  readonly evidence: RowsByInspection<'evidence'>;
  readonly findings: RowsByInspection<'findings'>;
  readonly places: RowsByInspection<'places'>;
  readonly sites: RowsByInspection<'sites'>;
  readonly siteParts: RowsByInspection<'siteParts'>;
  readonly signatures: RowsByInspection<'signatures'>;
  readonly signoffs: RowsByInspection<'signoffs'>;
  /** Who works at this machine. */
  readonly me: string;
  readonly person: (id: string) => ProjectionRow<'people'> | null;
  /** The name behind a person id; the beginning of the id where the person's event has not arrived. */
  readonly nameOf: (id: string) => string;
}

/** Reads one inspection, or all. */
export function readSource(record: EventRecord, only?: string): SheetSource {
  const people = new Map(record.rows('people').map((row) => [row.person, row]));
  const where = only === undefined ? {} : { inspection: only };
  return {
    inspections: record.rows('inspections', where),
    plans: grouped(record.rows('plans', where)),
    addedPlaces: grouped(record.rows('added_places', where)),
    handovers: grouped(record.rows('handovers', where)),
    answers: grouped(record.rows('answers', where)),
    evidence: grouped(record.rows('evidence', where).filter((row) => !row.removed)),
    findings: grouped(record.rows('findings', where)),
    places: grouped(record.rows('places', where).filter((row) => !row.removed)),
    sites: grouped(record.rows('sites', where)),
    siteParts: grouped(record.rows('siteParts', where).filter((row) => !row.removed)),
    signatures: grouped(record.rows('signatures', where)),
    signoffs: grouped(record.rows('signoffs', where)),
    me: record.identity.person,
    person: (id) => people.get(id) ?? null,
    nameOf: (id) => people.get(id)?.name ?? id.slice(0, 8),
  };
}

function grouped<R extends { readonly inspection: string }>(rows: readonly R[]): (inspection: string) => readonly R[] {
  const groups = Map.groupBy(rows, (row) => row.inspection);
  return (inspection) => groups.get(inspection) ?? [];
}
