import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { migrate, migrations } from './migrate.ts';
import { inTransaction, openDatabase, type SqliteDatabase } from './open-database.ts';
import { sqliteFault } from './sqlite-fault.ts';

const key = 'ab'.repeat(32);
let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingxun-sqlite-'));
  path = join(folder, 'record.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (with_ = key) => openDatabase({ path, key: with_, mustExist: false });
const put = (db: SqliteDatabase, name: string) =>
  db.prepare("INSERT INTO local (name, value) VALUES (?, 'x')").run(name);

describe('opening', () => {
  test('the file is encrypted: neither its header nor a word of it can be read', () => {
    const db = orThrow(open());
    put(db, 'a-word-that-would-stand-out');
    db.close();
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(bytes.includes('a-word-that-would-stand-out')).toBe(false);
  });

  test('every commit goes to the disk: synchronous is FULL at every open, and the write-ahead log grows with each commit', () => {
    for (const round of [1, 2]) {
      const db = orThrow(open());
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
      const sizeOf = () => statSync(`${path}-wal`).size;
      const before = sizeOf();
      put(db, `${round}`);
      expect(sizeOf()).toBeGreaterThan(before);
      db.close();
    }
  });

  test('a second opener is told that the data is in use', () => {
    const db = orThrow(open());
    expect(open()).toMatchObject({ ok: false, fault: { code: 'data_in_use' } });
    db.close();
    orThrow(open()).close();
  });

  test('a wrong key, a file of another kind and a file that is gone are told apart and left as they are', () => {
    orThrow(open()).close();
    const before = readFileSync(path);
    expect(open('cd'.repeat(32))).toMatchObject({ ok: false, fault: { code: 'data_corrupt' } });
    expect(readFileSync(path).equals(before)).toBe(true);
    writeFileSync(path, Buffer.alloc(8192, 'not a database'));
    expect(open()).toMatchObject({ ok: false, fault: { code: 'data_corrupt' } });
    rmSync(path);
    expect(openDatabase({ path, key, mustExist: true })).toMatchObject({ ok: false, fault: { code: 'data_absent' } });
  });

  test('an empty file in the place of a database is damage, and is not made into a new one', () => {
    writeFileSync(path, '');
    expect(openDatabase({ path, key, mustExist: true })).toMatchObject({ ok: false, fault: { code: 'data_corrupt' } });
    expect(statSync(path).size).toBe(0);
  });

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('a file or folder that may not be written is told as such', () => {
    orThrow(open()).close();
    for (const [what, mode] of [
      [path, 0o400],
      [folder, 0o500],
    ] as const) {
      chmodSync(what, mode);
      expect(open()).toMatchObject({ ok: false, fault: { code: 'data_read_only' } });
      chmodSync(what, 0o700);
    }
  });

  test('a database of a newer version is refused and left alone', () => {
    const db = orThrow(open());
    db.pragma('user_version=99');
    db.close();
    expect(open()).toMatchObject({ ok: false, fault: { code: 'data_newer', version: 99 } });
  });
});

describe('migrations', () => {
  const another = { name: '9999-more', sql: 'CREATE TABLE more (n INTEGER PRIMARY KEY)' };

  test('an added step is applied to an existing database and keeps its rows', () => {
    const db = orThrow(open());
    put(db, 'kept');
    orThrow(migrate(db, [...migrations, another]));
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length + 1);
    expect(db.prepare('SELECT name FROM local').pluck().all()).toEqual(['kept']);
    expect(db.prepare('SELECT count(*) FROM more').pluck().get()).toBe(0);
    db.close();
  });

  test('a step that was edited, renamed or put in another order is noticed', () => {
    const db = orThrow(open());
    orThrow(migrate(db, [...migrations, another]));
    const edited = { ...another, sql: `${another.sql} -- edited` };
    for (const steps of [
      [...migrations, edited],
      [another, ...migrations],
      [...migrations, { ...another, name: 'x' }],
    ]) {
      expect(migrate(db, steps)).toMatchObject({ ok: false, fault: { code: 'data_corrupt' } });
    }
    db.close();
  });
});

describe('transactions', () => {
  test('a returned fault and a throw both roll everything back', () => {
    const db = orThrow(open());
    const failing = inTransaction(db, () => {
      put(db, 'gone');
      return fail({ code: 'cancelled' });
    });
    expect(failing).toMatchObject({ fault: { code: 'cancelled' } });
    expect(() =>
      inTransaction(db, () => {
        put(db, 'gone');
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(db.prepare('SELECT count(*) FROM local').pluck().get()).toBe(0);
    orThrow(inTransaction(db, () => ok(put(db, 'kept'))));
    db.close();
  });

  test('a full disk is a fault, and what was there stays', () => {
    const db = orThrow(open());
    put(db, 'kept');
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count=${pages}`);
    const full = inTransaction(db, () => {
      for (let at = 0; at < 5000; at += 1) put(db, `row ${at} ${'x'.repeat(100)}`);
      return ok(null);
    });
    expect(full).toMatchObject({ ok: false, fault: { code: 'disk_full' } });
    expect(db.prepare('SELECT name FROM local').pluck().all()).toEqual(['kept']);
    db.close();
  });

  test('faults are told from bugs by the code that SQLite gives', () => {
    const code = (name: string) => sqliteFault(new Database.SqliteError('said', name))?.code ?? null;
    expect(code('SQLITE_READONLY_DBMOVED')).toBe('data_read_only');
    expect(code('SQLITE_IOERR_WRITE')).toBe('io_failed');
    expect(code('SQLITE_CONSTRAINT_UNIQUE')).toBeNull();
    expect(sqliteFault(new Error('a bug'))).toBeNull();
  });
});
