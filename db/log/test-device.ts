import Database from 'better-sqlite3';
import { bootId } from '../../vocabulary/ids.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import { openDatabase, type SqliteDatabase } from '../sqlite/open-database.ts';
import { openStores, type Stores } from '../sqlite/stores.ts';
import type { PublicKey } from '../ssh/public-key.ts';
import { signCertificate } from '../ssh/sign-certificate.ts';
import { type SigningKey, signingKeyOfSeed } from '../ssh/signing-key.ts';
import { signSshsig } from '../ssh/sshsig.ts';
import { authorityChecks } from '../trust/authority-checks.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Role } from './event-types.ts';
import type { WriterPorts } from './own-log.ts';
import { sha256 } from './sha256.ts';
import type { EventAddress } from './trust-bodies.ts';

/** Random bytes that are the same in every run. */
export function seededRandom(seed: string): (bytes: number) => Uint8Array {
  let calls = 0;
  return (bytes) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, at) => sha256(`${seed} ${calls} ${at}`));
    calls += 1;
    return Buffer.from(blocks.join(''), 'hex').subarray(0, bytes);
  };
}

export const keyOfName = (name: string): SigningKey => signingKeyOfSeed(Buffer.from(sha256(`key ${name}`), 'hex'));

/** The province's authority of the tests. */
export const testAuthority = keyOfName('authority');

/** A certificate that the authority of the tests signs. */
export function testCertificate(
  key: PublicKey,
  about: {
    readonly principal: string;
    readonly role: Role;
    readonly serial: string;
    readonly days?: readonly [number, number];
  },
  authority: SigningKey = testAuthority,
): string {
  const [from, to] = about.days ?? [0, 100_000];
  const validAfter = epochMs.parse(from * 86_400_000);
  const validBefore = epochMs.parse(to * 86_400_000);
  const request = {
    publicKey: key,
    principal: about.principal,
    role: about.role,
    serial: about.serial,
    validAfter,
    validBefore,
  };
  return signCertificate(authority, request, seededRandom(about.serial));
}

/** A statement with the authority's signature, as the bodies of revocation and vouch carry it. */
export const testStatement = <T>(statement: T, authority: SigningKey = testAuthority) => ({
  statement,
  sig: signSshsig({ key: authority, namespace: 'jingxun-trust', message: `${canonicalJson(statement)}\n` }),
});

/** A machine of the tests: real keys and a real database, in memory; its clock is moved by hand. */
export interface TestDevice {
  readonly ports: WriterPorts;
  readonly stores: Stores;
  readonly key: SigningKey;
  readonly clock: { wall: number };
  readonly marks: Map<string, EventAddress>;
  certificate: string | null;
}

export interface TestDeviceOptions {
  readonly authorities?: readonly PublicKey[];
  /** A database image to go on from: the folder was copied. */
  readonly image?: Buffer;
  /** An open database, where it must be a file. */
  readonly db?: SqliteDatabase;
  /** Seed of the random bytes, where two copies of one machine must differ. */
  readonly seed?: string;
}

export function testDevice(name: string, role: Role | null, options: TestDeviceOptions = {}): TestDevice {
  const { authorities = [testAuthority.publicKey], image, db, seed = name } = options;
  const key = keyOfName(name);
  const empty = () => orThrow(openDatabase({ path: ':memory:', key: null, mustExist: false }));
  const stores = openStores(image ? new Database(image) : (db ?? empty()));
  const clock = { wall: 1_700_000_000_000 };
  const marks = new Map<string, EventAddress>();
  const serial = String(Number.parseInt(sha256(name).slice(0, 6), 16) + 1);
  const certificate = role && testCertificate(key.publicKey, { principal: `team01-${name}@jingxun`, role, serial });
  const ports: WriterPorts = {
    stores,
    clock: { wall: () => epochMs.parse(clock.wall), mono: () => monoMs.parse(0) },
    random: seededRandom(seed),
    boot: bootId.parse(sha256(name).slice(0, 32)),
    key: {
      fingerprint: key.fingerprint,
      sealLine: (message) => {
        const inside = device.certificate === null ? {} : { certificate: device.certificate };
        return ok(signSshsig({ key, namespace: 'jingxun-seal', message, ...inside }));
      },
    },
    roles: () => new Set([role ?? 'inspector']),
    marks: {
      read: (log) => ok(marks.get(log) ?? null),
      write: (mark) => {
        marks.set(mark.log, mark);
        return ok(null);
      },
    },
    checks: () => authorityChecks(authorities),
    hasBlob: () => true,
  };
  const device: TestDevice = { ports, stores, key, clock, marks, certificate };
  return device;
}
