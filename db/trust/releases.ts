import type { Pack } from '../../rules/packs/pack.ts';
import { packs as shipped } from '../../rules/packs/registry.ts';
import { type Release, readRelease, releaseInForce, withRelease } from '../../rules/packs/release.ts';
import { type BlobId, blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { beijingDay, epochMs, type IsoDate } from '../../vocabulary/time.ts';
import type { BlobStore } from '../files/blob-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import { checkCertificate } from '../ssh/check-certificate.ts';
import type { PublicKey } from '../ssh/public-key.ts';
import { verifySshsig } from '../ssh/sshsig.ts';

/** A release of rule packs that came in and is believed here. */
export interface HeldRelease {
  readonly number: number;
  readonly text: string;
  /** Names the signed text: its sha256. */
  readonly blob: BlobId;
  readonly release: Release;
  readonly signer: string;
  /** When it was taken, ms since 1970. */
  readonly at: number;
}

/** What judges in a record: the releases held, the one whose number stands, and the packs it makes or why it makes none. */
export interface ReleaseStanding {
  readonly held: readonly HeldRelease[];
  readonly best: HeldRelease | null;
  readonly merged: Result<readonly Pack[]> | null;
}

interface ReleasePorts {
  readonly stores: Stores;
  readonly blobStore: BlobStore;
  readonly authorities: readonly PublicKey[];
}

/** Believes a release by the province's certificate inside its signature. Faults: pack_unsigned, pack_wrong_signer, bad_pack. */
export function believeRelease(
  authorities: readonly PublicKey[],
  text: string,
  sig: string,
): Result<{ readonly release: Release; readonly signer: string }> {
  const verified = verifySshsig(sig, 'jingxun-pack', text);
  if (!verified.ok || verified.value.certificate === null) return fail({ code: 'pack_unsigned' });
  const signer = checkCertificate(verified.value.certificate, authorities);
  if (!signer.ok) return fail({ code: 'pack_wrong_signer', signer: verified.value.certificate.principals[0] ?? '' });
  if (signer.value.role !== 'province') return fail({ code: 'pack_wrong_signer', signer: signer.value.principal });
  const release = readRelease(text);
  return release.ok ? ok({ release: release.value, signer: signer.value.principal }) : release;
}

/** The day a release was taken: which editions had been used by then. */
export const takenOn = ({ at }: HeldRelease): IsoDate => beijingDay(epochMs.parse(at));

/** Whoever carried a release: what is believed is the signature. */
export function releaseStanding(ports: ReleasePorts): ReleaseStanding {
  const held = ports.stores.rows('releases').flatMap((row) => heldRelease(ports, row) ?? []);
  const best = releaseInForce(held);
  return { held, best, merged: best && withRelease(shipped, best.release, takenOn(best)) };
}

/** The names of the releases in force, for what says by what a state was judged. */
export function releasesInForce(ports: ReleasePorts): readonly string[] {
  const { best, merged } = releaseStanding(ports);
  return best && merged?.ok ? [best.blob] : [];
}

function heldRelease(
  { blobStore, authorities }: ReleasePorts,
  { blob: name, sig, wall }: { readonly blob: string; readonly sig: string; readonly wall: number },
): HeldRelease | null {
  const blob = blobId.parse(name);
  const bytes = blobStore.get(blob);
  if (!bytes.ok) return null;
  const text = Buffer.from(bytes.value).toString('utf8');
  const believed = believeRelease(authorities, text, sig);
  return believed.ok ? { number: believed.value.release.number, text, blob, ...believed.value, at: wall } : null;
}
