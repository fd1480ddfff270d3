import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { lazily } from './lazy-statements.ts';
import { ManyRows } from './many-rows.ts';

test.each([0, 1, 15, 16, 17, 40])(
  '%i rows are there after the last write, in order, and the first is named',
  (count) => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE t (n INTEGER PRIMARY KEY, a, b)');
    db.exec("INSERT INTO t VALUES (6, 'before', 0)");
    const rows = new ManyRows(lazily(db), 'INSERT INTO t (a, b) VALUES', '(?, ?)', 2);
    const firsts: (number | null)[] = [];
    for (let at = 0; at < count; at += 1) firsts.push(rows.add(`row ${at}`, at));
    firsts.push(rows.write());
    expect(db.prepare("SELECT a, b FROM t WHERE a <> 'before' ORDER BY n").all()).toEqual(
      Array.from({ length: count }, (_, at) => ({ a: `row ${at}`, b: at })),
    );
    expect(firsts.find((first) => first !== null) ?? null).toBe(count === 0 ? null : 7);
    expect(rows.write()).toBeNull();
  },
);

test('what is dropped is not written', () => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE t (a)');
  const rows = new ManyRows(lazily(db), 'INSERT INTO t (a) VALUES', '(?)', 1);
  rows.add('gone');
  rows.drop();
  rows.add('here');
  rows.write();
  expect(db.prepare('SELECT a FROM t').pluck().all()).toEqual(['here']);
});
