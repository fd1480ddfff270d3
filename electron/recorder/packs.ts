import { sha256 } from '../../db/log/sha256.ts';
import type { EventRecord } from '../../db/record.ts';
import { checkCertificate } from '../../db/ssh/check-certificate.ts';
import { verifySshsig } from '../../db/ssh/sshsig.ts';
import { putPacksInUse } from '../../rules/packs/in-use.ts';
import { packs as shipped } from '../../rules/packs/registry.ts';
import { type Release, readRelease, releaseInForce, withRelease } from '../../rules/packs/release.ts';
import { blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { beijingDay, epochMs, isoDate } from '../../vocabulary/time.ts';
import { releaseFile } from '../ports/pack-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';

interface Held {
  readonly number: number;
  readonly text: string;
  readonly release: Release;
  readonly signer: string;
  readonly at: number;
}

/** Believes a release by the province's certificate inside its signature. Faults: pack_unsigned, pack_wrong_signer, bad_pack. */
function believe(record: EventRecord, text: string, sig: string): Result<{ release: Release; signer: string }> {
  const verified = verifySshsig(sig, 'jingxun-pack', text);
  if (!verified.ok || verified.value.certificate === null) return fail({ code: 'pack_unsigned' });
  const signer = checkCertificate(verified.value.certificate, record.signers?.authorities ?? []);
  if (!signer.ok) return fail({ code: 'pack_wrong_signer', signer: verified.value.certificate.principals[0] ?? '' });
  if (signer.value.role !== 'province') return fail({ code: 'pack_wrong_signer', signer: signer.value.principal });
  const release = readRelease(text);
  return release.ok ? ok({ release: release.value, signer: signer.value.principal }) : release;
}

/** What came in and is believed here, whoever carried it. */
const heldOf = (record: EventRecord): Held[] =>
  record.rows('releases').flatMap(({ blob, sig, wall }) => {
    const bytes = record.blobs.get(blobId.parse(blob));
    if (!bytes.ok) return [];
    const text = Buffer.from(bytes.value).toString('utf8');
    const believed = believe(record, text, sig);
    if (!believed.ok) return [];
    const { release, signer } = believed.value;
    return [{ number: release.number, text, release, signer, at: wall }];
  });

/** The release in force with the packs it makes, or why it makes none. */
function standing(record: EventRecord) {
  const held = heldOf(record);
  const best = releaseInForce(held);
  return { held, best, merged: best && withRelease(shipped, best.release, dayOf(best)) };
}

const dayOf = ({ at }: Held) => beijingDay(epochMs.parse(at));

/** Judges by what is in force in this record from now on; by the shipped packs while it is closed. */
export function applyPacks(record: EventRecord | null): void {
  const { merged = null } = record === null ? {} : standing(record);
  putPacksInUse(merged?.ok ? merged.value : shipped);
}

/** Releases of the province: taken from a signed file, listed, in force by their number. */
export function packHandlers(desk: Desk): Some<'pack/state' | 'pack/take'> {
  return {
    'pack/state': () => {
      const record = desk.need();
      if (!record.ok) return record;
      const { held, best, merged } = standing(record.value);
      return ok({
        releases: held.map((one) => ({
          number: one.number,
          issued: isoDate.parse(one.release.issued),
          signer: one.signer,
          at: epochMs.parse(one.at),
          inForce: one === best && merged?.ok === true,
          refusal: one === best && merged?.ok === false ? { ...merged.fault } : null,
        })),
        release: merged?.ok ? (best?.text ?? null) : null,
        takenOn: best ? dayOf(best) : null,
      });
    },
    'pack/take': ({ text }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const file = releaseFile.safeParse(jsonOf(text));
      if (!file.success) return fail({ code: 'pack_unsigned' });
      const { release: signed, sig } = file.data;
      const believed = believe(record.value, signed, sig);
      if (!believed.ok) return believed;
      const { number } = believed.value.release;
      const highest = Math.max(0, ...heldOf(record.value).map((one) => one.number));
      if (number <= highest) return fail({ code: 'pack_not_newer', number, held: highest });
      const merged = withRelease(shipped, believed.value.release, beijingDay(desk.clock.wall()));
      if (!merged.ok) return merged;
      const subject = `pack/${sha256(signed).slice(0, 32)}/release`;
      const blob = record.value.blobs.put(Buffer.from(signed));
      if (!blob.ok) return blob;
      const body = { blob: blob.value, sig };
      const saved = desk.save({ type: 'pack', subject, body, blobs: [blob.value] }, 'rules');
      if (saved.ok) applyPacks(record.value);
      return saved;
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
