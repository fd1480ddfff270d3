import { z } from 'zod';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { loadPack, type Pack } from './pack.ts';

/** What the province releases: editions that are added, and the last day of editions that end. Its number only rises. */
const release = z.strictObject({
  number: z.int().positive(),
  issued: isoDate,
  packs: z.array(z.unknown()),
  ends: z.array(z.strictObject({ id: z.string().min(1), effectiveTo: isoDate })),
});

export interface Release {
  readonly number: number;
  readonly issued: string;
  readonly packs: readonly Pack[];
  readonly ends: readonly { readonly id: string; readonly effectiveTo: string }[];
}

/** Reads a release as it was signed. Fault: bad_pack with the first thing wrong. */
export function readRelease(text: string): Result<Release> {
  const parsed = release.safeParse(jsonOf(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail({ code: 'bad_pack', path: issue?.path.join('.') || 'release', detail: issue?.message ?? '' });
  }
  const packs: Pack[] = [];
  for (const [at, data] of parsed.data.packs.entries()) {
    const pack = loadPack(data);
    if (!pack.ok) return pack.fault.code === 'bad_pack' ? fail({ ...pack.fault, path: `packs.${at}` }) : pack;
    if (pack.value.source !== 'law') return fail({ code: 'bad_pack', path: `packs.${at}.source`, detail: 'law' });
    packs.push(pack.value);
  }
  return ok({ ...parsed.data, packs });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The shipped packs with a release put over them. An edition whose days may have been used to judge (it began by `today`) can
 * be ended, not before today, and never changed; editions of one family may not lie over one another.
 * Faults: pack_changes_used with the edition, pack_overlap with the two.
 */
export function withRelease(shipped: readonly Pack[], one: Release, today: string): Result<readonly Pack[]> {
  const merged = new Map(shipped.map((pack) => [pack.id, pack]));
  for (const pack of one.packs) {
    const known = merged.get(pack.id);
    if (known && known.effectiveFrom <= today && !sameButEnd(known, pack))
      return fail({ code: 'pack_changes_used', pack: pack.id });
    merged.set(pack.id, pack);
  }
  for (const { id, effectiveTo } of one.ends) {
    const pack = merged.get(id);
    if (!pack) return fail({ code: 'bad_pack', path: 'ends', detail: id });
    merged.set(id, { ...pack, effectiveTo: isoDate.parse(effectiveTo) });
  }
  for (const known of shipped) {
    const now = merged.get(known.id);
    if (now && endedInPast(known, now, today)) return fail({ code: 'pack_changes_used', pack: known.id });
  }
  const all = [...merged.values()];
  const pair = overlapping(all);
  return pair ? fail({ code: 'pack_overlap', pack: pair[0].id, other: pair[1].id }) : ok(all);
}

/** Days already judged by an edition may not lose it, nor get one that had ended back. */
const endedInPast = (known: Pack, now: Pack, today: string): boolean =>
  known.effectiveTo !== now.effectiveTo &&
  ((now.effectiveTo !== null && now.effectiveTo < today) || (known.effectiveTo !== null && known.effectiveTo < today));

const sameButEnd = (one: Pack, other: Pack): boolean =>
  JSON.stringify({ ...one, effectiveTo: null }) === JSON.stringify({ ...other, effectiveTo: null });

function overlapping(packs: readonly Pack[]): readonly [Pack, Pack] | null {
  for (const [at, one] of packs.entries())
    for (const other of packs.slice(at + 1))
      if (one.family === other.family && begins(one, other) && begins(other, one)) return [one, other];
  return null;
}

/** Whether `one` begins before `other` has ended. */
const begins = (one: Pack, other: Pack): boolean =>
  other.effectiveTo === null || one.effectiveFrom <= other.effectiveTo;

/** The release in force: the highest number; two of one number with different content are neither. */
export function releaseInForce<T extends { readonly number: number; readonly text: string }>(
  held: readonly T[],
): T | null {
  const contents = (number: number) => new Set(held.filter((one) => one.number === number).map(({ text }) => text));
  return held
    .filter(({ number }) => contents(number).size === 1)
    .reduce<T | null>((best, one) => (best === null || one.number > best.number ? one : best), null);
}
