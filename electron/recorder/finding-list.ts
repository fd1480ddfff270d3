import type { EventRecord } from '../../db/record.ts';
import type { ListedFinding as FindingLine } from '../../db/sqlite/finding-list.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { ok } from '../../vocabulary/result.ts';
import type { FindingPage, ListedFinding } from '../ports/finding-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { findingRowOf } from './rows.ts';

const PAGE = 200;

/** Findings over all inspections: a page is read from an index, so a million of them open as quickly as ten. */
export function findingListHandlers(desk: Desk): Some<'finding/counts' | 'finding/page' | 'finding/search'> {
  return {
    'finding/counts': () => {
      const record = desk.need();
      if (!record.ok) return record;
      const { major, general } = record.value.stores.findings.counts();
      return ok({ all: major + general, major, general });
    },
    'finding/page': (ask) => {
      const record = desk.need();
      return record.ok
        ? ok(pageOf(record.value, record.value.stores.findings.newest({ ...ask, limit: PAGE })))
        : record;
    },
    'finding/search': (ask) => {
      const record = desk.need();
      return record.ok
        ? ok(pageOf(record.value, record.value.stores.findings.search({ ...ask, limit: PAGE })))
        : record;
    },
  };
}

function pageOf(record: EventRecord, lines: readonly FindingLine[]): FindingPage {
  const names = namesIn(record);
  const last = lines.at(-1);
  const next = last && lines.length === PAGE ? { at: last.at, n: last.n } : null;
  return { rows: lines.map((line) => listed(line, names)), next };
}

const listed = (line: FindingLine, names: ReturnType<typeof namesIn>): ListedFinding => ({
  finding: findingRowOf({ ...line, wall: line.at }),
  mine: line.mine ?? names.mineOf(line.inspection),
  place: names.placeOf(line),
  assessmentId: line.assessment === null ? null : entityId.parse(line.assessment),
});

/** Names of mines and places, each inspection and unit asked once for a page. */
function namesIn(record: EventRecord) {
  const inspections = new Map<string, Named>();
  const inspectionOf = (inspection: string): Named => {
    const known = inspections.get(inspection) ?? namedInspection(record, inspection);
    inspections.set(inspection, known);
    return known;
  };
  const units = new Map<string, string | null>();
  const unitOf = (assessment: string): string | null => {
    const known = units.get(assessment);
    if (known !== undefined) return known;
    const [row] = record.rows('assessments', { assessment });
    const name = row ? `${row.face} ${row.name}` : null;
    units.set(assessment, name);
    return name;
  };
  return {
    mineOf: (inspection: string) => inspectionOf(inspection).mine,
    placeOf: ({ inspection, placeId, assessment }: FindingLine): string | null => {
      if (assessment !== null) return unitOf(assessment);
      return placeId === null ? null : (inspectionOf(inspection).places.get(placeId) ?? null);
    },
  };
}

interface Named {
  readonly mine: string;
  readonly places: ReadonlyMap<string, string>;
}

function namedInspection(record: EventRecord, inspection: string): Named {
  const [opened] = record.rows('inspections', { inspection });
  const added = record.rows('added_places', { inspection }).map(({ place }) => place);
  const places = [...(opened?.places ?? []), ...added];
  return { mine: opened?.mine ?? '', places: new Map(places.map(({ placeId, name }) => [placeId, name])) };
}
