import type { EventRecord } from '../../db/record.ts';
import { type ReleaseStanding, takenOn } from '../../db/trust/releases.ts';
import { putPacksInUse } from '../../rules/packs/in-use.ts';
import { packs as shipped } from '../../rules/packs/registry.ts';
import { ok } from '../../vocabulary/result.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { takeRelease } from './take-release.ts';

/** Judges by what is in force in this record from now on; by the shipped packs while it is closed. */
export function applyPacks(record: EventRecord | null): void {
  const merged = record?.releases().merged;
  putPacksInUse(merged?.ok ? merged.value : shipped);
}

/** The releases held here, the number in force and why one is not; for screens and the command line. */
export function releaseRows({ held, best, merged }: ReleaseStanding) {
  return held.map((one) => ({
    number: one.number,
    issued: isoDate.parse(one.release.issued),
    signer: one.signer,
    at: epochMs.parse(one.at),
    inForce: one === best && merged?.ok === true,
    refusal: one === best && merged?.ok === false ? { ...merged.fault } : null,
  }));
}

/** Releases of the province: taken from a signed file, listed, in force by their number. */
export function packHandlers(desk: Desk): Some<'pack/state' | 'pack/take'> {
  return {
    'pack/state': () => {
      const record = desk.need();
      if (!record.ok) return record;
      const standing = record.value.releases();
      const { best, merged } = standing;
      return ok({
        releases: releaseRows(standing),
        release: merged?.ok ? (best?.text ?? null) : null,
        takenOn: best && takenOn(best),
      });
    },
    'pack/take': ({ text }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const wall = desk.clock.wall();
      const saved = takeRelease(record.value, { text, wall }, (draft) => desk.save(draft, 'rules'));
      if (saved.ok) applyPacks(record.value);
      return saved;
    },
  };
}
