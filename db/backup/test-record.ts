import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootId } from '../../vocabulary/ids.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import type { FileSystem } from '../files/file-system.ts';
import { nodeFiles } from '../files/node-files.ts';
import type { OpenKeys } from '../keys/key-ring.ts';
import type { Keychain } from '../keys/keychain.ts';
import { seededRandom, testAuthority, testCertificate } from '../log/test-device.ts';
import { createRecord, type EventRecord, openRecord, type RecordWorld } from '../record.ts';
import { allowedSignersFile } from '../ssh/allowed-signers.ts';

/** Protects nothing, so that opening costs nothing. */
export const openKeychain: Keychain = {
  available: () => 'keychain',
  wrap: (bytes) => ok(bytes),
  unwrap: (bytes) => ok(bytes),
};

/** A real record in a folder of its own, for tests that take the disk away under it. */
export interface TestRecord {
  readonly folder: string;
  readonly world: RecordWorld;
  readonly keys: OpenKeys;
  readonly clock: { now: number };
  record: EventRecord;
}

export async function testRecord(
  name: string,
  files: FileSystem = nodeFiles,
  base = tmpdir(),
  /** Whom it believes instead of the authority of the tests; then it has no certificate. */
  others: string | null = null,
): Promise<TestRecord> {
  const folder = mkdtempSync(join(base, `jingxun-${name}-`));
  const clock = { now: 1_700_000_000_000 };
  const world = testWorld(folder, name, clock, files);
  const { record, keys } = orThrow(await createRecord(world, { passphrase: null }));
  if (others === null) enrolForTests(record, name);
  else orThrow(record.setAuthority(others));
  return { folder, world, keys, clock, record };
}

/** What the record in such a folder is opened with. */
export const testWorld = (
  folder: string,
  name: string,
  clock = { now: 1_700_000_000_000 },
  files: FileSystem = nodeFiles,
): RecordWorld => ({
  folder: join(folder, 'data'),
  stateFolder: join(folder, 'state'),
  files,
  rulesVersion: '1',
  clock: { wall: () => epochMs.parse(clock.now), mono: () => monoMs.parse(clock.now - 1_600_000_000_000) },
  random: seededRandom(name),
  boot: bootId.parse('b'.repeat(32)),
  keychain: openKeychain,
});

function enrolForTests(record: EventRecord, name: string): void {
  const about = { principal: `team01-${name}@jingxun`, role: 'lead', serial: '7' } as const;
  const certificate = testCertificate(record.identity.publicKey, about);
  const signers = allowedSignersFile([testAuthority.publicKey]);
  orThrow(record.enrol({ certificate, signers, fingerprint: testAuthority.fingerprint }));
}

export async function reopenRecord(test: TestRecord, world: RecordWorld = test.world): Promise<EventRecord> {
  test.record = orThrow(await openRecord(world, { by: 'keys', keys: test.keys })).record;
  return test.record;
}

export const removeRecord = ({ folder, record }: TestRecord): void => {
  record.close();
  rmSync(folder, { recursive: true, force: true });
};

const inspection = 'a'.repeat(32);

/** One answer, durable. */
export const answerOnce = (record: EventRecord, item: number, note = '') =>
  record.append({
    author: record.identity.person,
    type: 'answer',
    subject: `inspection/${inspection}/answer:water.item-${item}`,
    body: { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note },
  });

/** A photo and the evidence that names it. */
export function photoOnce(record: EventRecord, bytes: Uint8Array, item: number) {
  const blob = record.blobs.put(bytes);
  if (!blob.ok) return blob;
  const subject = `inspection/${inspection}/evidence:${item.toString(16).padStart(32, '0')}`;
  const body = { item: 'water.item-1', kind: 'photo', label: '', blob: blob.value, mime: 'image/png' };
  return record.append({ author: record.identity.person, type: 'evidence', subject, body, blobs: [blob.value] });
}
