import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { nodeFiles } from '../files/node-files.ts';
import { endsInHalfWrite } from './half-write.ts';
import { openDatabase } from './open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'half-write-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FRAME = 24 + 4096;

test('a write that was cut off is seen in the journal wherever it was cut, and a finished one is not', () => {
  const key = '7'.repeat(64);
  const path = join(folder, 'record.db');
  const db = orThrow(openDatabase({ path, key, mustExist: false }));
  db.exec('CREATE TABLE t (a TEXT)');
  db.pragma('wal_checkpoint(TRUNCATE)');
  const put = db.prepare('INSERT INTO t VALUES (?)');
  for (let n = 0; n < 5; n += 1) put.run('x'.repeat(100));
  put.run('y'.repeat(20_000)); // several pages in one transaction
  const copy = join(folder, 'copy.db');
  const journal = `${copy}-wal`;
  const look = (change: () => void) => {
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, journal);
    change();
    return endsInHalfWrite(nodeFiles, copy);
  };
  const { length } = readFileSync(`${path}-wal`);
  expect((length - 32) % FRAME).toBe(0);
  expect(look(() => {})).toBe(false);
  for (const cut of [1, FRAME - 100, FRAME, 2 * FRAME])
    expect(look(() => truncateSync(journal, length - cut))).toBe(true);
  const withRoom = (to: number) => () => {
    truncateSync(journal, to);
    truncateSync(journal, 2 * length); // zeros
  };
  expect(look(withRoom(length))).toBe(false);
  for (const cut of [1, FRAME - 100, FRAME, 2 * FRAME]) expect(look(withRoom(length - cut))).toBe(true);
  expect(look(withRoom(0))).toBe(false);
  const spoil = () => {
    const bytes = readFileSync(journal);
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
    writeFileSync(journal, bytes);
  };
  expect(look(spoil)).toBe(true);
  // Cut where a transaction ends: nothing was under way.
  const whole = readFileSync(`${path}-wal`);
  const ends = Array.from({ length: (length - 32) / FRAME }, (_, n) => 32 + n * FRAME).filter(
    (at) => whole.readUInt32BE(at + 4) !== 0,
  );
  expect(ends.length).toBeGreaterThan(3);
  for (const at of ends) expect(look(() => truncateSync(journal, at + FRAME))).toBe(false);
  expect(endsInHalfWrite(nodeFiles, join(folder, 'absent.db'))).toBe(false);
  db.close();
});
