import { join } from 'node:path';
import { type BootId, blobId, type PersonId, personId } from '../vocabulary/ids.ts';
import { fail, ok, type Result } from '../vocabulary/result.ts';
import type { Clock } from '../vocabulary/time.ts';
import type { BackupOptions } from './backup/backup-record.ts';
import { DatabaseSnapshots } from './backup/database-snapshot.ts';
import type { FoundBackup } from './backup/find-backups.ts';
import { finishRestore, type Restored, restoreBackup } from './backup/restore-backup.ts';
import { EventRecord, type RecordParts } from './event-record.ts';
import { BlobStore } from './files/blob-store.ts';
import type { FileSystem } from './files/file-system.ts';
import { markStore } from './files/mark-store.ts';
import { createKeyRing, type MadeKeyRing } from './keys/create-key-ring.ts';
import { deriveKey, sqliteKey } from './keys/derive-key.ts';
import type { OpenKeys } from './keys/key-ring.ts';
import { keyRingPath, loadKeyRing, saveKeyRing } from './keys/key-ring-file.ts';
import { type Keychain, noKeychain } from './keys/keychain.ts';
import { type Unlock, unlockKeyRing } from './keys/unlock-key-ring.ts';
import type { Role } from './log/event-types.ts';
import type { ExportPorts } from './merge/export-events.ts';
import { asOnlyMaker } from './sqlite/as-only-maker.ts';
import { endsInHalfWrite } from './sqlite/half-write.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { guardSqlite } from './sqlite/sqlite-fault.ts';
import { openStores, type Stores } from './sqlite/stores.ts';
import { type Signers, signerFingerprints } from './ssh/allowed-signers.ts';
import type { Certificate } from './ssh/certificate.ts';
import { signSshsig } from './ssh/sshsig.ts';
import { ownRoles, readOwnCertificate, readSigners } from './state/identity.ts';
import type { Progress } from './state/rebuild.ts';
import { authorityChecks } from './trust/authority-checks.ts';
import { releasesInForce } from './trust/releases.ts';

export type * from './event-record.ts';

/** Everything a record needs from outside. */
export interface RecordWorld {
  readonly folder: string;
  /** Where marks are kept: outside every data folder. */
  readonly stateFolder: string;
  readonly files: FileSystem;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  /** New for every machine start. */
  readonly boot: BootId;
  /** Raises when a rule pack changes: part of what makes two states comparable. */
  readonly rulesVersion: string;
  readonly keychain?: Keychain;
  readonly onProgress?: Progress;
}

export interface NewRecord {
  /** Null only where the keychain protects the keys. */
  readonly passphrase: string | null;
  readonly escrow?: readonly string[];
  /** scrypt's N, lower in tests. */
  readonly cost?: number;
}

/** Keys that a host kept in memory open the folder again without asking, after a restart of the recorder. */
export type Opening = Unlock | { readonly by: 'keys'; readonly keys: OpenKeys };

export interface OpenedRecord {
  readonly record: EventRecord;
  readonly keys: OpenKeys;
  /** Something was being written when the program before was cut off, and is not in the record. */
  readonly cutWrite: boolean;
}

/** Whether there is a record to open; one whose restore was cut off before its last step comes to its place first. */
export const recordExists = (files: FileSystem, folder: string): boolean =>
  finishRestore(files, folder).ok && files.exists(keyRingPath(folder));

/** Makes a new data folder. Faults: data_exists, data_in_use, passphrase_needed, bad_key, those of the disk. */
export async function createRecord(world: RecordWorld, wish: NewRecord): Promise<Result<OpenedRecord>> {
  const { files, folder, random, keychain = noKeychain } = world;
  const finished = finishRestore(files, folder);
  if (!finished.ok) return finished;
  if (recordExists(files, folder)) return fail({ code: 'data_exists', path: folder });
  const { passphrase, escrow = [], cost } = wish;
  const made = await createKeyRing({ passphrase, keychain, escrow, random, ...(cost ? { cost } : {}) });
  if (!made.ok) return made;
  const folderMade = files.makeFolder(folder);
  if (!folderMade.ok) return folderMade;
  return asOnlyMaker(folder, () => makeIn(world, made.value));
}

function makeIn(world: RecordWorld, { keys, ring }: MadeKeyRing): Result<OpenedRecord> {
  const { files, folder } = world;
  // Another may have finished while the keys were made here.
  if (files.exists(keyRingPath(folder))) return fail({ code: 'data_exists', path: folder });
  const aside = moveOrphanAside(world);
  if (!aside.ok) return aside;
  // The ring comes last: a folder without it was never finished.
  const opened = openFolder(world, keys, false);
  if (!opened.ok) return opened;
  const saved = saveKeyRing(files, folder, ring);
  if (saved.ok) return ok({ record: opened.value, keys, cutWrite: false });
  opened.value.close();
  return saved;
}

/** A database without its ring cannot be read here, yet it is not ours to delete: it keeps its bytes under another name. */
function moveOrphanAside({ files, folder, random }: RecordWorld): Result<null> {
  const mark = Buffer.from(random(4)).toString('hex');
  for (const name of ['record.db', 'record.db-wal', 'record.db-shm']) {
    const path = join(folder, name);
    const moved = files.exists(path) ? files.rename(path, `${path}.orphan-${mark}`) : ok(null);
    if (!moved.ok) return moved;
  }
  return ok(null);
}

/** Opens a data folder. Faults: data_absent, wrong_passphrase, passphrase_needed, and those of `openDatabase`. */
export async function openRecord(world: RecordWorld, opening: Opening): Promise<Result<OpenedRecord>> {
  const { files, folder, keychain = noKeychain } = world;
  const finished = finishRestore(files, folder);
  const ring = finished.ok ? loadKeyRing(files, folder) : finished;
  if (!ring.ok) return ring;
  const keys = opening.by === 'keys' ? ok(opening.keys) : await unlockKeyRing(ring.value, opening, keychain);
  if (!keys.ok) return keys;
  const cutWrite = endsInHalfWrite(files, join(folder, 'record.db'));
  const record = openFolder(world, keys.value, true);
  return record.ok ? ok({ record: record.value, keys: keys.value, cutWrite }) : record;
}

/**
 * Puts a backup in the place of the data folder; what was there keeps its bytes under another name. The copy is opened with the passphrase and
 * checked first, and goes on under a new log. The record must be closed. Faults: wrong_passphrase, data_corrupt, cancelled, those of the disk.
 */
export function restoreRecord(
  world: RecordWorld,
  backup: FoundBackup,
  opening: Opening,
  options: BackupOptions = {},
): Promise<Result<Restored>> {
  const { files, folder, clock } = world;
  const check = async (place: string) => {
    const opened = await openRecord({ ...world, folder: place }, opening);
    if (!opened.ok) return opened;
    const { record } = opened.value;
    try {
      // Rows may have been made anew by a newer version; the log is what it was.
      const same = record.state().logHash === backup.manifest.logHash;
      return same
        ? record.beginNewLog()
        : fail({ code: 'data_corrupt', path: backup.folder, detail: 'hashes' } as const);
    } finally {
      record.close();
    }
  };
  return restoreBackup({ files, folder, now: clock.wall() }, backup, check, options);
}

function openFolder(world: RecordWorld, keys: OpenKeys, mustExist: boolean): Result<EventRecord> {
  const path = join(world.folder, 'record.db');
  const db = openDatabase({ path, key: sqliteKey(keys.databaseKey), mustExist });
  if (!db.ok) return db;
  // Reading a damaged file can fail at any of these steps.
  const record = guardSqlite(() => recordIn(world, keys, openStores(db.value)));
  if (!record.ok) db.value.close();
  return record;
}

function recordIn(world: RecordWorld, keys: OpenKeys, stores: Stores): Result<EventRecord> {
  const person = ownPerson(stores, world);
  if (!person.ok) return person;
  const record = new EventRecord(partsOf(world, keys, stores, person.value));
  const outdated = stores.outdated.length > 0 && stores.events.count() > 0;
  const rebuilt = outdated ? record.rebuild(world.onProgress) : ok(null);
  return rebuilt.ok ? ok(record) : rebuilt;
}

/** The person of this machine is a random id; name and certificate number stand in an event of their own. */
function ownPerson(stores: Stores, { random }: RecordWorld): Result<PersonId> {
  const known = stores.local.get('person');
  if (known !== null) return ok(personId.parse(known));
  const id = Buffer.from(random(16)).toString('hex');
  return stores.transaction(() => {
    stores.local.put('person', id);
    return ok(personId.parse(id));
  });
}

/** Who is believed and which certificate is in, checked once for as long as neither changes. */
function enrolmentReader(stores: Stores, fingerprint: string) {
  let last: { readonly key: string; readonly own: Certificate | null; readonly signers: Signers | null } | undefined;
  return () => {
    const key = `${stores.local.get('certificate')}\n${stores.local.get('authority')}`;
    if (last?.key !== key) last = { key, own: readOwnCertificate(stores, fingerprint), signers: readSigners(stores) };
    return last;
  };
}

/** What the own certificates allow, read once for as long as nothing about trust changes. */
function rolesReader(stores: Stores, fingerprint: string) {
  let last: { readonly epoch: number; readonly own: Certificate | null; readonly roles: ReadonlySet<Role> } | undefined;
  return (own: Certificate | null) => {
    const { epoch } = stores.generation;
    if (last?.epoch !== epoch || last.own !== own) last = { epoch, own, roles: ownRoles(stores, own, fingerprint) };
    return last.roles;
  };
}

function partsOf(world: RecordWorld, keys: OpenKeys, stores: Stores, person: PersonId): RecordParts {
  const { files, folder, clock, random, boot } = world;
  const { signingKey: key } = keys;
  const blobFolder = { files, random, key: deriveKey(keys.databaseKey, 'blobs') };
  const blobStore = new BlobStore(blobFolder, join(folder, 'blobs'));
  const enrolment = enrolmentReader(stores, key.fingerprint);
  const inside = () => {
    const certificate = enrolment().own?.text;
    return certificate === undefined ? {} : { certificate };
  };
  const ports: RecordParts['ports'] = {
    stores,
    clock,
    random,
    boot,
    blobStore,
    key: {
      fingerprint: key.fingerprint,
      sealLine: (message) => ok(signSshsig({ key, namespace: 'jingxun-seal', message, ...inside() })),
    },
    marks: markStore(files, world.stateFolder),
    hasBlob: (blob) => blobStore.has(blobId.parse(blob)),
  };
  const roles = rolesReader(stores, key.fingerprint);
  const livePorts = (): ExportPorts => {
    const { own, signers } = enrolment();
    return {
      ...ports,
      signers,
      principal: own?.principal ?? '',
      roles: () => roles(own),
      checks: () => authorityChecks(signers?.authorities ?? []),
      basis: {
        rulesVersion: world.rulesVersion,
        authorityFingerprints: signers ? signerFingerprints(signers) : [],
        releases: () => releasesInForce({ stores, blobStore, authorities: signers?.authorities ?? [] }),
      },
      signer: own && {
        certificate: own.text,
        sign: (message) => ok(signSshsig({ key, certificate: own.text, namespace: 'jingxun-bundle', message })),
      },
    };
  };
  const backup = {
    stores,
    files,
    clock,
    folder,
    databaseKey: keys.databaseKey,
    fingerprint: key.fingerprint,
    snapshots: new DatabaseSnapshots(stores, files, join(folder, 'record.db')),
  };
  return { person, publicKey: key.publicKey, files, backup, ports, livePorts };
}
