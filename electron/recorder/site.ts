import { sitePartBody } from '../../db/log/site-bodies.ts';
import type { EventRecord } from '../../db/record.ts';
import { badFact } from '../../rules/sites/bad-fact.ts';
import { partForms, siteFields } from '../../rules/sites/forms.ts';
import { entityId, type InspectionId, placeId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type SiteKind, siteKindOf } from '../../vocabulary/site.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { SiteRow } from '../ports/site-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { placesOf } from './sheet-rows.ts';
import { readSource, type SheetSource } from './sheet-source.ts';

/** Headings, probing sites, pump rooms and faces: entered once, each hole and pump with a register of its own. */
export function siteHandlers(desk: Desk): Some<'site/put' | 'site/put-part' | 'site/remove-part'> {
  return {
    'site/put': ({ inspectionId, placeId: place, parent, facts }) => {
      const record = desk.need();
      const kind = record.ok ? kindAt(record.value, inspectionId, place) : record;
      if (!kind.ok) return kind;
      const bad = badFact(siteFields(kind.value), facts);
      if (bad !== null) return fail({ code: 'bad_facts', path: bad });
      const body = { kind: kind.value, parent, facts };
      return desk.save(
        { type: 'inspection.site', subject: `inspection/${inspectionId}/site:${place}`, body },
        'inspection',
      );
    },
    'site/put-part': ({ inspectionId, placeId: place, partId, kind, facts }) => {
      const record = desk.need();
      const at = record.ok ? kindAt(record.value, inspectionId, place) : record;
      if (!at.ok) return at;
      const bad = badFact(partForms[kind], facts);
      if (bad !== null) return fail({ code: 'bad_facts', path: bad });
      const part = partId ?? desk.newId();
      const subject = `inspection/${inspectionId}/part:${part}`;
      const saved = desk.save(
        { type: 'inspection.site', subject, body: { placeId: place, kind, facts } },
        'inspection',
      );
      return saved.ok ? ok({ ...saved.value, partId: part }) : saved;
    },
    'site/remove-part': ({ inspectionId, partId }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const subject = `inspection/${inspectionId}/part:${partId}`;
      const shown = sitePartBody.safeParse(record.value.register(subject)?.value);
      if (!shown.success) return fail({ code: 'not_found', what: partId });
      const { salt: _, ...body } = shown.data;
      return desk.save({ type: 'inspection.site', subject, body: { ...body, removed: true } }, 'inspection');
    },
  };
}

/** Which sub-form a place of an inspection has. */
function kindAt(record: EventRecord, inspection: InspectionId, place: string): Result<SiteKind> {
  const source = readSource(record, inspection);
  const [opened] = source.inspections;
  const found = opened && placesOf(source, opened).find((one) => one.placeId === place);
  const kind = found && siteKindOf(found);
  return kind ? ok(kind) : fail({ code: 'not_found', what: place });
}

/** The sites of an inspection with their parts, by their names as people number them. */
export function sitesOf(source: SheetSource, inspection: string): SiteRow[] {
  const parts = Map.groupBy(source.siteParts(inspection), (row) => row.placeId);
  const rows = new Map(source.sites(inspection).map((row) => [row.placeId, row]));
  return [...new Set([...rows.keys(), ...parts.keys()])].flatMap((place): SiteRow[] => {
    const site = rows.get(place);
    const own = (parts.get(place) ?? []).toSorted(
      (a, b) => byName(a.facts.name, b.facts.name) || byName(a.part, b.part),
    );
    const kind = site?.kind ?? KIND_OF_PART[own[0]?.kind ?? 'hole'];
    return [
      {
        placeId: placeId.parse(place),
        kind,
        parent: site?.parent ? placeId.parse(site.parent) : null,
        facts: { ...site?.facts },
        parts: own.map((row) => ({ partId: entityId.parse(row.part), kind: row.kind, facts: { ...row.facts } })),
        savedAt: site ? epochMs.parse(site.wall) : null,
        conflict: [site, ...own].some((row) => (row?.heads ?? 0) > 1),
      },
    ];
  });
}

const collator = new Intl.Collator('zh', { numeric: true });
const byName = (a: unknown, b: unknown): number => collator.compare(String(a ?? ''), String(b ?? ''));

/** A part that arrived before its site says what the site is. */
const KIND_OF_PART = { hole: 'probeSite', pump: 'pumpRoom', sump: 'pumpRoom' } as const;
