import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import type { Role } from '../log/event-types.ts';
import type { Certificate } from '../ssh/certificate.ts';
import type { RevocationList } from '../ssh/read-krl.ts';
import type { LogPath } from '../state/log-paths.ts';
import type { BundleGap } from './chain-walk.ts';
import type { VerifiedBundle } from './read-bundle.ts';
import type { Receipt } from './receipt.ts';

/** The answer about one bundle, as machines read it. */
export interface VerifyAnswer {
  readonly ok: true;
  readonly signer: string;
  readonly role: Role;
  readonly ranges: readonly LogPath[];
  readonly gaps: readonly BundleGap[];
  readonly events: number;
  readonly unsealed: number;
  readonly blobs: number;
  readonly fingerprint: string;
  readonly serial: string;
  readonly stateHash: string;
  readonly logHash: string;
  /** What receipts say of heads in this bundle. */
  readonly receipts: readonly ReceiptRemark[];
}

interface ReceiptRemark {
  readonly by: string;
  readonly role: Role;
  readonly log: string;
  readonly seq: number;
  readonly seen: EpochMs;
}

export interface VerifyAt {
  readonly at: EpochMs;
  readonly krl: RevocationList | null;
  readonly receipts: readonly Receipt[];
}

/**
 * Whether a carrier may hand in at a time, as stock ssh-keygen answers it: a revoked serial or key is refused whatever the time. This never decides a
 * merge. Null, or carrier_revoked, carrier_not_yet_valid, carrier_expired.
 */
function carrierFault(carrier: Certificate, { at, krl }: Pick<VerifyAt, 'at' | 'krl'>): Fault | null {
  const { serial, principal, validAfter, validBefore } = carrier;
  if (krl?.revokes(carrier)) return { code: 'carrier_revoked', serial, principal };
  if (at < validAfter) return { code: 'carrier_not_yet_valid', from: isoTime(validAfter), principal };
  if (at >= validBefore) return { code: 'carrier_expired', until: isoTime(validBefore), principal };
  return null;
}

const isoTime = (at: EpochMs): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** Turns a bundle in which nothing was refused into an answer, or into the carrier's fault. */
export function answerFor(bundle: VerifiedBundle, when: VerifyAt): Result<VerifyAnswer> {
  const { carrier, info, paths, gaps, count, unsealed, blobs } = bundle;
  const fault = carrierFault(carrier, when);
  if (fault) return fail(fault);
  return ok({
    ok: true,
    signer: carrier.principal,
    role: carrier.role,
    ranges: paths,
    gaps,
    events: count,
    unsealed,
    blobs: blobs.length,
    fingerprint: carrier.fingerprint,
    serial: carrier.serial,
    stateHash: info.stateHash,
    logHash: info.logHash,
    receipts: remarksOf(when.receipts, paths),
  });
}

/** A receipt speaks of this bundle where it names a head of a path inside. */
const remarksOf = (receipts: readonly Receipt[], paths: readonly LogPath[]): readonly ReceiptRemark[] =>
  receipts.flatMap(({ by, heads }) =>
    heads
      .filter(({ log, id }) => paths.some((path) => path.log === log && path.idOfLast === id))
      .map(({ log, seq, seen }) => ({ by: by.principal, role: by.role, log, seq, seen })),
  );
