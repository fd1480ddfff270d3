import { hkdfSync } from 'node:crypto';

/** What a key of the data folder protects besides the database itself. */
export type DerivedUse = 'blobs' | 'spool' | 'work';

/** 32 bytes by HKDF-SHA256 (RFC 5869) of the database key; each use has its own. */
export const deriveKey = (databaseKey: Uint8Array, use: DerivedUse): Uint8Array =>
  Buffer.from(hkdfSync('sha256', databaseKey, '', `jingxun ${use}`, 32));

/** The database's own key as SQLite takes it: 64 hex digits. */
export const sqliteKey = (databaseKey: Uint8Array): string => Buffer.from(databaseKey).toString('hex');
