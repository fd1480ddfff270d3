import { sha256 } from '../../db/log/sha256.ts';
import type { EventDraft, EventRecord } from '../../db/record.ts';
import { believeRelease } from '../../db/trust/releases.ts';
import { packs as shipped } from '../../rules/packs/registry.ts';
import { withRelease } from '../../rules/packs/release.ts';
import { fail, type Result } from '../../vocabulary/result.ts';
import { beijingDay, type EpochMs } from '../../vocabulary/time.ts';
import { releaseFile } from '../ports/pack-models.ts';

/**
 * Takes a signed release of rule packs into the record; every host takes it here. Faults: pack_unsigned, pack_wrong_signer,
 * bad_pack, pack_not_newer, pack_changes_used, pack_overlap, those of the disk and of `save`.
 */
export function takeRelease<T>(
  record: EventRecord,
  { text, wall }: { readonly text: string; readonly wall: EpochMs },
  save: (draft: Omit<EventDraft, 'author'>) => Result<T>,
): Result<T> {
  const file = releaseFile.safeParse(jsonOf(text));
  if (!file.success) return fail({ code: 'pack_unsigned' });
  const { release: signed, sig } = file.data;
  const believed = believeRelease(record.signers?.authorities ?? [], signed, sig);
  if (!believed.ok) return believed;
  const { number } = believed.value.release;
  const highest = Math.max(0, ...record.releases().held.map((one) => one.number));
  if (number <= highest) return fail({ code: 'pack_not_newer', number, held: highest });
  const merged = withRelease(shipped, believed.value.release, beijingDay(wall));
  if (!merged.ok) return merged;
  const blob = record.blobs.put(Buffer.from(signed));
  if (!blob.ok) return blob;
  const subject = `pack/${sha256(signed).slice(0, 32)}/release`;
  return save({ type: 'pack', subject, body: { blob: blob.value, sig }, blobs: [blob.value] });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
