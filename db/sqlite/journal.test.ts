import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { nodeFiles } from '../files/node-files.ts';
import { endsInHalfWrite } from './half-write.ts';
import { Journal } from './journal.ts';
import { MOST_JOURNAL_PAGES, openDatabase, type SqliteDatabase } from './open-database.ts';

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

const journalSize = () => statSync(join(folder, 'record.db-wal')).size;

/** What a power cut leaves: the files as they are, opened under another name. */
function rowsAfterCut(): number {
  const copy = join(folder, 'copy.db');
  for (const ending of ['', '-wal']) copyFileSync(join(folder, `record.db${ending}`), `${copy}${ending}`);
  expect(endsInHalfWrite(nodeFiles, copy)).toBe(false);
  const opened = orThrow(openDatabase({ path: copy, key: '5'.repeat(64), mustExist: true }));
  const rows = opened.prepare<[], number>('SELECT count(*) FROM pages').pluck().get();
  expect(opened.pragma('integrity_check', { simple: true })).toBe('ok');
  opened.close();
  return rows ?? Number.NaN;
}

test('has room beforehand, so that its file does not grow with what is written, and the room counts for nothing', () => {
  put(3);
  const journal = new Journal(db);
  let steps = 0;
  while (journal.makeRoom()) steps += 1;
  expect(steps).toBeGreaterThan(10);
  const room = journalSize();
  expect(room).toBeGreaterThanOrEqual(MOST_JOURNAL_PAGES * 4120);
  expect(rowsAfterCut()).toBe(3);
  put(MOST_JOURNAL_PAGES - 100);
  expect(journalSize()).toBe(room);
  expect(rowsAfterCut()).toBe(MOST_JOURNAL_PAGES - 97);
});

test('room that stands before anything is written is an empty journal', () => {
  const journal = new Journal(db);
  put(3);
  expect(journal.hold()).toEqual(ok(null)); // cuts the file to nothing
  expect(journalSize()).toBe(0);
  expect(journal.makeRoom()).toBe(false);
  journal.release();
  expect(journal.makeRoom()).toBe(true);
  expect(journalSize()).toBeGreaterThan(0);
  expect(rowsAfterCut()).toBe(3);
});

test('does without room where there is no place for it', () => {
  const journal = new Journal(db);
  db.close();
  rmSync(join(folder, 'record.db-wal'), { force: true });
  expect(journal.makeRoom()).toBe(false);
  const inMemory = orThrow(openDatabase({ path: ':memory:', key: null, mustExist: false }));
  expect(new Journal(inMemory).makeRoom()).toBe(false);
  inMemory.close();
});
