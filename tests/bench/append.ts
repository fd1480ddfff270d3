import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { orThrow } from '../../vocabulary/result.ts';
import { type Contender, timeCalls } from './measure.ts';
import { newRecord } from './open-record.ts';
import { plainDatabase, sealedDatabase } from './raw-database.ts';
import type { Workload } from './workload.ts';

const ANSWER_BYTES = 280;

/** The limit: one row of the same size a commit, WAL with synchronous=FULL, nothing else. */
export const rawInsert =
  (open: typeof sealedDatabase): Contender =>
  ({ folder, size }) => {
    const db = open(path.join(folder, 'raw.db'));
    db.exec('CREATE TABLE answer (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)');
    const insert = db.prepare('INSERT INTO answer (body) VALUES (?)');
    const body = 'x'.repeat(ANSWER_BYTES);
    const figures = timeCalls(size, () => insert.run(body));
    db.close();
    return figures;
  };

const appendLine: Contender = ({ folder, size }) => {
  const file = openSync(path.join(folder, 'lines.ndjson'), 'a');
  const line = `${'x'.repeat(ANSWER_BYTES)}\n`;
  const figures = timeCalls(size, () => {
    writeSync(file, line);
    fdatasyncSync(file);
  });
  closeSync(file);
  return figures;
};

/** The product: an answer checked, chained, hashed, projected and durable. */
const appendAnswers: Contender = async ({ folder, size }) => {
  const record = await newRecord(folder);
  const inspection = randomBytes(16).toString('hex');
  const author = record.identity.person;
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  const figures = timeCalls(size, (index) => {
    const subject = `inspection/${inspection}/answer:water.people.plan-${index}`;
    orThrow(record.append({ author, type: 'answer', subject, body }));
  });
  record.close();
  return figures;
};

const POUCH_FLUSHED = 'PouchDB put, flushed (leveldb)';
const AUTOMERGE = 'Automerge change, file append and fdatasync';

/** W1: one acknowledged answer, its commit flushed to the disk. */
export const append: Workload = {
  title: 'W1 append: one acknowledged answer',
  size: 1000,
  rounds: 5,
  contenders: {
    'raw INSERT, encrypted (limit)': rawInsert(sealedDatabase),
    'raw INSERT, not encrypted': rawInsert(plainDatabase),
    'file append and fdatasync': appendLine,
    'the product': appendAnswers,
  },
  peers: {
    'PouchDB put (leveldb, hardly ever flushed)': ['pouch.mjs', 'append'],
    [POUCH_FLUSHED]: ['pouch.mjs', 'append-flushed'],
    [AUTOMERGE]: ['automerge.mjs', 'append'],
  },
  columns: { 'p50 ms': 'p50', 'p99 ms': 'p99', 'CPU ms': 'cpuMs' },
  against: 'raw INSERT, encrypted (limit)',
  plain: 'raw INSERT, not encrypted',
  goals: [
    { name: 'the product', figure: 'p50', most: 1.6 },
    { name: 'the product', figure: 'p99', most: 3 },
    { name: 'the product', figure: 'p50', most: 0.67, against: POUCH_FLUSHED },
    { name: 'the product', figure: 'p50', most: 0.2, against: AUTOMERGE },
  ],
};
