import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { appendEvent, appendInTransaction } from '../log/append-event.ts';
import { sealLog } from '../log/seal.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { type TestDevice, testDevice } from '../log/test-device.ts';
import { type ImportOptions, importEvents } from '../merge/import-events.ts';
import { recountStateHash, stateHashOf } from '../state/state-of.ts';
import { openDatabase } from './open-database.ts';

const answerOf = (item: number, outcome = 'pass') => ({
  author: 'b'.repeat(32) as never,
  type: 'answer',
  subject: `inspection/${'a'.repeat(32)}/answer:water.item-${item}`,
  body: { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' },
});
const answer = (device: TestDevice, item: number, outcome?: string) =>
  orThrow(appendEvent(device.ports, answerOf(item, outcome)));

const ask = ({ stores }: TestDevice, sql: string) => stores.db.prepare(sql).all();
const written = (device: TestDevice) => [
  ask(device, 'SELECT * FROM main.subjects ORDER BY n'),
  ask(device, 'SELECT * FROM main.subject_events ORDER BY event'),
];

/** What is told of subjects, written down or not, is what the events themselves say. */
function expectAllFound(device: TestDevice): void {
  const told = ask(device, 'SELECT DISTINCT subject, event FROM subject_events ORDER BY event');
  const said = 'SELECT subject, n AS event FROM all_events WHERE subject IS NOT NULL ORDER BY n';
  expect(told).toEqual(ask(device, said));
  const numbered = `SELECT DISTINCT json_extract(header, '$.subject') AS subject, subject AS n FROM all_events WHERE subject IS NOT NULL`;
  expect(ask(device, 'SELECT subject, n FROM subjects ORDER BY n')).toEqual(ask(device, `${numbered} ORDER BY 2`));
}

const incoming = ({ stores }: TestDevice) =>
  [...stores.events.all()].map((row) =>
    ok({
      id: row.id,
      header: parseStoredHeader(row.header),
      headerText: row.header,
      bodyText: row.body,
      body: parseStoredBody(row.body),
    }),
  );

function take(to: TestDevice, from: TestDevice, options: ImportOptions = {}) {
  const events = incoming(from);
  const calls = { conclude: async () => ok(null), keepBlob: async () => ok(null) };
  const about = { digest: from.key.fingerprint, count: events.length, blobs: [] };
  return importEvents(to.ports, { ...about, ...calls, events, verdict: { paths: [], waitingSeals: [] } }, options);
}

test('an answer that fits into its pages writes three: the event, its place in the log, the row of its subject', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jingxun-pages-'));
  const db = orThrow(openDatabase({ path: join(folder, 'record.db'), key: '5'.repeat(64), mustExist: false }));
  const device = testDevice('tablet', 'inspector', { db });
  const length = db.prepare<[], { log: number }>('PRAGMA wal_checkpoint(NOOP)');
  const pages: number[] = [];
  for (let item = 0, before = 0; item < 200; item += 1) {
    answer(device, item);
    const { log = 0 } = length.get() ?? {};
    pages.push(log - before);
    before = log;
  }
  db.close();
  rmSync(folder, { recursive: true });
  const settled = pages.slice(8);
  expect(Math.min(...settled)).toBe(3);
  expect(settled.filter((count) => count === 3).length).toBeGreaterThan(settled.length * 0.6);
  // With new pages of the log and what is written after sixty-four.
  expect(settled.reduce((sum, count) => sum + count) / settled.length).toBeLessThan(4.2);
});

test('subjects are left for later, and written with the first work that is more than an append', () => {
  const device = testDevice('tablet', 'inspector');
  answer(device, 0);
  orThrow(sealLog(device.ports));
  const before = written(device);
  for (let item = 1; item < 30; item += 1) answer(device, item % 20);
  expect(written(device)).toEqual(before);
  expectAllFound(device);
  orThrow(sealLog(device.ports));
  expect(written(device).map((rows) => rows.length)).toEqual([20, 30]);
  expectAllFound(device);
});

test('a folder that was cut off after any append finds every event of a subject, and goes on with it', () => {
  const device = testDevice('tablet', 'inspector');
  for (let turn = 0; turn < 150; turn += 1) {
    if (turn === 40) orThrow(sealLog(device.ports));
    answer(device, turn % 9);
    if (turn % 7 !== 0) continue;
    const copy = testDevice('tablet', 'inspector', { image: device.stores.db.serialize(), seed: `${turn}` });
    expectAllFound(copy);
    const { id } = answer(copy, turn % 9, 'fail');
    const rows = copy.stores.rows('answers', { inspection: 'a'.repeat(32) });
    expect(rows.map(({ heads }) => heads)).toEqual(rows.map(() => 1));
    expect(rows.find(({ event }) => event === id)?.outcome).toBe('fail');
    expect(recountStateHash(copy.stores)).toBe(stateHashOf(copy.stores));
  }
});

test('a transaction that is taken back takes its subjects back', () => {
  const device = testDevice('tablet', 'inspector');
  answer(device, 0);
  const broken = device.stores.transaction(() => {
    orThrow(appendInTransaction(device.ports, answerOf(1)));
    return fail({ code: 'cancelled' });
  }, 'later');
  expect(broken.ok).toBe(false);
  expectAllFound(device);
  answer(device, 1);
  expectAllFound(device);
});

test('a subject has one number, whether it is answered here or comes in first', async () => {
  const tablet = testDevice('tablet', 'inspector');
  for (let item = 0; item < 40; item += 1) answer(tablet, item);
  orThrow(sealLog(tablet.ports));
  const lead = testDevice('lead', 'lead');
  for (let item = 30; item < 50; item += 1) answer(lead, item);
  let turns = 0;
  const onProgress = () => {
    turns += 1;
    answer(lead, 20);
    answer(lead, 60);
  };
  expect((await take(lead, tablet, { onProgress })).ok).toBe(true);
  expect(turns).toBeGreaterThan(0);
  expectAllFound(lead);
  expect(recountStateHash(lead.stores)).toBe(stateHashOf(lead.stores));
  const both = lead.stores.rows('answers', { inspection: 'a'.repeat(32) }).filter(({ heads }) => heads === 2);
  expect(both.map(({ item }) => item).sort()).toEqual(
    [20, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39].map((item) => `water.item-${item}`),
  );
});

test('an import that is given up leaves no event of a subject behind', async () => {
  const tablet = testDevice('tablet', 'inspector');
  for (let item = 0; item < 40; item += 1) answer(tablet, item);
  orThrow(sealLog(tablet.ports));
  const lead = testDevice('lead', 'lead');
  answer(lead, 3);
  const stop = new AbortController();
  const given = await take(lead, tablet, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(given.ok).toBe(false);
  expect(ask(lead, 'SELECT event FROM subject_events EXCEPT SELECT n FROM all_events')).toEqual([]);
  expect(ask(lead, 'SELECT count(*) AS count FROM subject_events')).toEqual([{ count: 1 }]);
  orThrow(await take(lead, tablet));
  expect(recountStateHash(lead.stores)).toBe(stateHashOf(lead.stores));
});

test('events are walked from log to log, and never all of them sorted', () => {
  const { stores } = testDevice('tablet', 'inspector');
  for (const sql of Object.values(stores.events.sql)) {
    const plan = stores.db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
    const details = plan.map(({ detail }) => detail);
    expect(details).toContain('SEARCH main.all_events USING INDEX events_place (log=?)');
    expect(details).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  }
});
