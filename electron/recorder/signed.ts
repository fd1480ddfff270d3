import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { ItemId, PlaceId } from '../../vocabulary/ids.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { SignoffRow } from '../ports/inspection-models.ts';
import { isSamePerson } from '../ports/team-models.ts';
import type { SheetSource } from './sheet-source.ts';
import { teamOf } from './team.ts';

type Opened = ProjectionRow<'inspections'> | null;

/** Each signing of an inspection, the earliest first: officers sign on their own tablets, and none takes the place of another. */
export function signoffsOf(source: SheetSource, inspection: string): SignoffRow[] {
  return ordered(source, inspection).map((row) => ({
    by: source.nameOf(row.author),
    at: epochMs.parse(row.at),
    gaps: row.gaps.length,
    own: isOwn(source, row.author),
  }));
}

/**
 * When an inspection was signed as far as the person at this machine is concerned, or null: for one of its officers by the own
 * signing alone, since the others sign what they hold themselves; for anybody else by the last of them.
 */
export function signedAt(source: SheetSource, inspection: string, opened: Opened): EpochMs | null {
  const all = signoffsOf(source, inspection);
  const isOfficer = teamOf(source, inspection, opened).officers.some(({ personId }) => isOwn(source, personId));
  return all.filter(({ own }) => own || !isOfficer).at(-1)?.at ?? null;
}

/** The signatures in the order they were written, the same on every machine. */
export const signaturesInOrder = (source: SheetSource, inspection: string) =>
  source
    .signatures(inspection)
    .toSorted((a, b) => a.wall - b.wall || (a.log === b.log ? a.seq - b.seq : a.log < b.log ? -1 : 1));

export interface SignedGap {
  readonly itemId: ItemId;
  readonly placeId: PlaceId | null;
  readonly reason: string;
  /** The names of those who gave it. */
  readonly by: string;
  readonly at: EpochMs;
}

/** Why a row was left open, as everyone who signed it so has written, by `item@place`. */
export function signedGaps(source: SheetSource, inspection: string): ReadonlyMap<string, SignedGap> {
  const found = new Map<string, SignedGap>();
  for (const { gaps, at, author } of ordered(source, inspection))
    for (const { item, placeId, reason } of gaps) {
      const key = gapKey(item, placeId ?? null);
      const before = found.get(key);
      const by = source.nameOf(author);
      found.set(key, {
        itemId: item,
        placeId: placeId ?? null,
        reason: before ? listed(before.reason, '；', reason) : reason,
        by: before ? listed(before.by, '、', by) : by,
        at: epochMs.parse(at),
      });
    }
  return found;
}

export const gapKey = (item: string, placeId: string | null): string => `${item}@${placeId ?? ''}`;

const listed = (before: string, mark: string, more: string): string =>
  before.split(mark).includes(more) ? before : `${before}${mark}${more}`;

const ordered = (source: SheetSource, inspection: string) =>
  source.signoffs(inspection).toSorted((a, b) => a.at - b.at || (a.signoff < b.signoff ? -1 : 1));

/** The same person has another id on another machine. */
function isOwn(source: SheetSource, author: string): boolean {
  if (author === source.me) return true;
  const [me, other] = [source.person(source.me), source.person(author)];
  return me !== null && other !== null && me.name !== '' && isSamePerson(me, other);
}
