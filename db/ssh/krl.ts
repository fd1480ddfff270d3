import type { EpochMs } from '../../vocabulary/time.ts';
import { type PublicKey, publicKeyBlob } from './public-key.ts';
import { joined, sshString, uint32, uint64 } from './wire.ts';

/** OpenSSH's binary revocation list (PROTOCOL.krl). For stock tools and for `verify`; what a merge believes are the signed statements. */
export const KRL_MAGIC = 'SSHKRL\n\0';
export const KRL_FORMAT = 1;
export const SECTION = { certificates: 1, keys: 2, keySha1: 3, signature: 4, keySha256: 5 } as const;
export const SUBSECTION = { serials: 0x20, range: 0x21, bitmap: 0x22, keyIds: 0x23 } as const;

export interface Krl {
  /** Rises with every list. */
  readonly version: bigint;
  readonly generated: EpochMs;
  /** Serials taken back, by the authority that gave them; decimal. */
  readonly serials: readonly { readonly authority: PublicKey; readonly revoked: readonly string[] }[];
  /** Keys taken back whole, by their `SHA256:…` fingerprints. */
  readonly keys: readonly string[];
}

const byte = (value: number): Uint8Array => Uint8Array.of(value);
const section = (type: number, data: Uint8Array): Uint8Array => joined(byte(type), sshString(data));

/** The file that `ssh-keygen -Y verify -r` and `ssh-keygen -Q -f` read. */
export function krlFile(krl: Krl): Uint8Array {
  const seconds = BigInt(Math.max(0, Math.floor(krl.generated / 1000)));
  const sections = krl.serials
    .filter(({ revoked }) => revoked.length > 0)
    .map(({ authority, revoked }) => section(SECTION.certificates, serialSection(authority, revoked)));
  if (krl.keys.length > 0) {
    const hashes = krl.keys.map((key) => Buffer.from(key.slice('SHA256:'.length), 'base64')).sort(Buffer.compare);
    sections.push(section(SECTION.keySha256, joined(...hashes.map(sshString))));
  }
  return joined(
    ...[KRL_MAGIC, uint32(KRL_FORMAT), uint64(krl.version), uint64(seconds), uint64(0n)],
    ...[sshString(''), sshString('jingxun'), ...sections],
  );
}

function serialSection(authority: PublicKey, revoked: readonly string[]): Uint8Array {
  const serials = [...new Set(revoked.map(BigInt))].sort((a, b) => (a < b ? -1 : 1));
  if (serials[0] === 0n) throw new Error('a revocation list cannot name serial 0');
  return joined(
    ...[sshString(publicKeyBlob(authority)), sshString('')],
    section(SUBSECTION.serials, joined(...serials.map(uint64))),
  );
}
