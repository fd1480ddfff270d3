import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { Journal } from './journal.ts';
import { openDatabase, type SqliteDatabase } from './open-database.ts';

let folder = '';
let db: SqliteDatabase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingxun-journal-'));
  db = orThrow(openDatabase({ path: join(folder, 'record.db'), key: '5'.repeat(64), mustExist: false }));
  db.exec('CREATE TABLE pages (n INTEGER PRIMARY KEY, bytes BLOB)');
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const put = (rows: number) => {
  const insert = db.prepare('INSERT INTO pages (bytes) VALUES (randomblob(3000))');
  db.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run();
  })();
};
const fileSize = () => statSync(join(folder, 'record.db')).size;

test('is folded in when it is long, and once', () => {
  const journal = new Journal(db);
  put(100);
  expect(journal.foldIfLong()).toEqual(ok(false));
  const before = fileSize();
  put(1000);
  expect(fileSize()).toBe(before);
  expect(journal.foldIfLong()).toEqual(ok(true));
  expect(fileSize()).toBeGreaterThan(before + 1000 * 4096);
  expect(journal.foldIfLong()).toEqual(ok(false));
});

test('is not folded in while it is held, however long, and by itself only beyond what an answer may meet', () => {
  const journal = new Journal(db);
  put(10);
  expect(journal.hold()).toEqual(ok(null));
  const before = fileSize();
  put(5000);
  expect(journal.foldIfLong()).toEqual(ok(false));
  put(10);
  expect(fileSize()).toBe(before);
  journal.release();
  expect(journal.foldIfLong()).toEqual(ok(true));
  const folded = fileSize();
  put(3000);
  put(1);
  expect(fileSize()).toBe(folded);
  put(2000);
  put(1);
  expect(fileSize()).toBeGreaterThan(folded);
});
