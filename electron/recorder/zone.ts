import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { meets } from '../../rules/sites/overlap.ts';
import { countWork } from '../../rules/sites/zone-count.ts';
import { type BlobId, type EntityId, entityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { MineZones, ZoneRow } from '../ports/zone-models.ts';
import type { Desk, Saved } from './desk.ts';
import type { Some } from './methods.ts';
import { nameOf } from './sheet.ts';

type ZoneMethods = 'zone/list' | 'zone/put' | 'zone/change' | 'zone/put-work' | 'zone/put-map';
type Kept = Result<Saved & { readonly areaId: EntityId }>;

/** 三区: zones with their changes, where work goes on, and the map both are drawn on. */
export function zoneHandlers(desk: Desk): Some<ZoneMethods> {
  const put = (areaId: EntityId, entry: string, body: object, blobs: readonly BlobId[] = []): Kept => {
    const named = blobs.length > 0 ? { blobs: [...blobs] } : {};
    const saved = desk.save({ type: 'area', subject: `area/${areaId}/${entry}`, body: { ...body }, ...named }, 'area');
    if (!saved.ok) return saved;
    // The row of the checklist that asks for work outside the mineable zones takes its count from here.
    desk.tell('changed', { areas: ['inspection'] });
    return ok({ ...saved.value, areaId });
  };
  const open = <T>(work: (record: EventRecord) => Result<T>): Result<T> => {
    const record = desk.need();
    return record.ok ? work(record.value) : record;
  };
  return {
    'zone/list': ({ mine }) => open((record) => ok(readZones(record, mine))),
    'zone/put': ({ areaId, zone }) => open(() => put(areaId ?? desk.newId(), 'waterZone', zone)),
    'zone/change': ({ areaId, change }) =>
      open((record) => {
        const [known] = record.rows('zoneEntries', { area: areaId, entry: 'waterZone' });
        const mine = known?.mine;
        const now = mine && readZones(record, mine).zones.find((one) => one.areaId === areaId)?.now;
        if (!now) return fail({ code: 'not_found', what: areaId });
        if (change.from !== now) return fail({ code: 'bad_facts', path: 'from' });
        if (change.to === now) return fail({ code: 'bad_facts', path: 'to' });
        return put(areaId, `zoneChange:${desk.newId()}`, change);
      }),
    'zone/put-work': ({ areaId, work }) => open(() => put(areaId ?? desk.newId(), 'zoneWork', work)),
    'zone/put-map': ({ areaId, map, picture: { mime, bytes } }) =>
      open((record) => {
        const blob = record.blobs.put(Buffer.from(bytes, 'base64'));
        if (!blob.ok) return blob;
        const body = { ...map, picture: { blob: blob.value, mime } };
        return put(areaId ?? desk.newId(), 'zoneMap', body, [blob.value]);
      }),
  };
}

type Entry = ProjectionRow<'zoneEntries'>;

/** The zones, the work and the map of a mine; what was taken back is left out. */
export function readZones(record: EventRecord, mine: string): MineZones {
  const recorded = ({ author, wall, heads }: Entry) => ({
    author: nameOf(record, author),
    savedAt: epochMs.parse(wall),
    disputed: heads > 1,
  });
  const rows = record.rows('zoneEntries', { mine }).filter(({ removed }) => !removed);
  const zones = rows
    .flatMap((row): ZoneRow[] => {
      if (row.said.kind !== 'zone') return [];
      const changes = changesOf(record, row.area).map((one) => ({
        ...one.change,
        ...recorded(one.row),
        changeId: one.id,
      }));
      const now = changes.at(-1)?.to ?? row.said.value.zoneType;
      return [{ areaId: entityId.parse(row.area), zone: row.said.value, now, changes, ...recorded(row) }];
    })
    .sort((a, b) => collator.compare(a.zone.name, b.zone.name));
  const works = rows.flatMap((row) => (row.said.kind === 'work' ? [{ row, work: row.said.value }] : []));
  const maps = rows.flatMap((row) => (row.said.kind === 'map' ? [{ row, map: row.said.value }] : []));
  const [map] = maps.toSorted((a, b) => b.row.wall - a.row.wall);
  return {
    zones,
    works: works
      .map(({ row, work }) => ({
        areaId: entityId.parse(row.area),
        work,
        inside: zones
          .filter(({ zone }) => zone.outline_dm && meets(work.outline_dm, zone.outline_dm))
          .map(({ areaId }) => areaId),
        ...recorded(row),
      }))
      .sort((a, b) => collator.compare(a.work.name, b.work.name)),
    map: map ? { areaId: entityId.parse(map.row.area), map: map.map } : null,
    count: countWork(
      zones.map(({ now, zone }) => ({ type: now, outline_dm: zone.outline_dm })),
      works.map(({ work }) => work.outline_dm),
    ),
  };
}

const collator = new Intl.Collator('zh', { numeric: true });

/** By their days; of one day in the order they were recorded. */
const changesOf = (record: EventRecord, area: string) =>
  record
    .rows('zoneEntries', { area })
    .filter(({ removed }) => !removed)
    .flatMap((row) => {
      const id = /^zoneChange:([0-9a-f]{32})$/.exec(row.entry)?.[1];
      return row.said.kind === 'change' && id ? [{ row, id: entityId.parse(id), change: row.said.value }] : [];
    })
    .sort((a, b) => (a.change.date < b.change.date ? -1 : a.change.date > b.change.date ? 1 : a.row.wall - b.row.wall));
