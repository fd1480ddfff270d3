import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { riskColour } from '../../vocabulary/dual-prevention.ts';
import { type EntityId, entityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { MinePrevention } from '../ports/prevention-models.ts';
import type { Desk, Saved } from './desk.ts';
import type { Some } from './methods.ts';
import { nameOf } from './sheet.ts';

type PreventionMethods =
  | 'prevention/list'
  | 'prevention/check'
  | 'prevention/risk'
  | 'prevention/map'
  | 'prevention/remove';
type Kept = Saved & { readonly entryId: EntityId };

/** 双重预防: what a mine's own papers say, each entry an event of its own, each correction another. */
export function preventionHandlers(desk: Desk): Some<PreventionMethods> {
  const open = <T>(work: (record: EventRecord) => Result<T>): Result<T> => {
    const record = desk.need();
    return record.ok ? work(record.value) : record;
  };
  const write = (entry: EntityId | null, kind: string, body: object, blobs: object = {}): Result<Kept> => {
    const entryId = entry ?? desk.newId();
    const draft = { type: 'prevention', subject: `prevention/${entryId}/${kind}`, body: { ...body }, ...blobs };
    const saved = desk.save(draft, 'area');
    return saved.ok ? ok({ ...saved.value, entryId }) : saved;
  };
  return {
    'prevention/list': ({ mine }) => open((record) => ok(readPrevention(record, mine))),
    'prevention/check': ({ entryId, check }) => write(entryId, 'check', check),
    'prevention/risk': ({ entryId, risk }) => write(entryId, 'risk', risk),
    'prevention/map': ({ mine, name, mime, bytes }) =>
      open((record) => {
        const blob = record.blobs.put(Buffer.from(bytes, 'base64'));
        if (!blob.ok) return blob;
        const picture = { blob: blob.value, mime };
        return write(null, 'map', { mine, label: name, picture }, { blobs: [blob.value] });
      }),
    'prevention/remove': ({ entryId, kind }) =>
      open((record) => {
        const register = record.register(`prevention/${entryId}/${kind}`);
        if (!register?.value) return fail({ code: 'not_found', what: entryId });
        const { salt: _, ...body } = register.value;
        const { blobs } = register.shown.header;
        return write(entryId, kind, { ...body, removed: true }, blobs.length > 0 ? { blobs } : {});
      }),
  };
}

type Row<T> = Pick<ProjectionRow<'mine_checks'>, 'entry' | 'author' | 'wall' | 'heads' | 'removed'> & {
  readonly said: T;
};

function readPrevention(record: EventRecord, mine: string): MinePrevention {
  const kept = <T>(rows: readonly Row<T>[]) =>
    rows
      .filter(({ removed }) => !removed)
      .toSorted((a, b) => b.wall - a.wall)
      .map(({ entry, said, author, wall, heads }) => ({
        ...said,
        entryId: entityId.parse(entry),
        author: nameOf(record, author),
        savedAt: epochMs.parse(wall),
        disputed: heads > 1,
      }));
  const grave = (colour: (typeof riskColour.options)[number]) => riskColour.options.indexOf(colour);
  return {
    checks: kept(record.rows('mine_checks', { mine })).sort(
      (a, b) => Date.parse(b.checkedOn) - Date.parse(a.checkedOn),
    ),
    risks: kept(record.rows('mine_risks', { mine })).sort((a, b) => grave(a.colour) - grave(b.colour)),
    map: kept(record.rows('risk_maps', { mine }))[0] ?? null,
  };
}
