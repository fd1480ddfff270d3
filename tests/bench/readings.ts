import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { encodeBlock } from '../../db/readings/block.ts';
import { bootId, type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import { scaledToDecimal } from '../../vocabulary/quantity.ts';
import { type Reading, reading } from '../../vocabulary/reading.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { seededRandom } from '../fuzz/random.ts';
import { type Contender, median, timeWork } from './measure.ts';
import { newRecord } from './open-record.ts';
import { sealedDatabase } from './raw-database.ts';
import type { Workload } from './workload.ts';

const START = Date.UTC(2026, 10, 23, 0, 0, 0);
const DETECTORS = 8;
const PER_BLOCK = 6000; // ten minutes at 10 Hz
const QUERIES = 9;
const boot = bootId.parse('2'.repeat(32));
const detector = (number: number): InstrumentId =>
  instrumentId.parse(
    String(number + 1)
      .repeat(32)
      .slice(0, 32),
  );

/** Slow drift and sensor noise; 0–3 ms of jitter on both clocks, or a monotonic clock of microseconds beside it. */
function* readingsOf(number: number, count: number, hz: number, fine: boolean): Generator<Reading> {
  const random = seededRandom(7 + number);
  for (let index = 0; index < count; index += 1) {
    const at = Math.round((index * 1000) / hz) + random.below(4);
    const drift = 40 + 15 * Math.sin(index / 9000);
    const mono = at + (fine ? random.below(1000) / 1000 : 0);
    yield reading.parse({
      instrument: detector(number),
      channel: 'ch1',
      gas: 'CH4',
      time: { wall: START + at, mono, boot },
      value: { quality: 'ok', amount: scaledToDecimal(Math.round(drift) + random.below(3) - 1, 2), unit: '%VOL' },
    });
  }
}

/** How many bytes a reading takes in blocks of ten minutes at 10 Hz: exact decimals, both clocks and the boot included. */
const blocks =
  (fine: boolean): Contender =>
  async () => {
    const count = PER_BLOCK * 10;
    const readings = [...readingsOf(0, count, 10, fine)];
    let bytes = 0;
    const figures = await timeWork(() => {
      for (let at = 0; at < count; at += PER_BLOCK)
        bytes += encodeBlock(detector(0), readings.slice(at, at + PER_BLOCK)).length;
    });
    return { bytes: bytes / count, cpuUs: ((figures.cpuMs ?? 0) / count) * 1000 };
  };

async function timeQuery(query: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < QUERIES; round += 1) times.push((await timeWork(query)).ms ?? Number.NaN);
  return median(times);
}

/** Every reading a row, and the minutes asked of the rows. */
const rows: Contender = async ({ folder, size }) => {
  const db = sealedDatabase(path.join(folder, 'rows.db'));
  db.exec(
    'CREATE TABLE readings (detector INTEGER, wall INTEGER, amount REAL, PRIMARY KEY (detector, wall)) WITHOUT ROWID',
  );
  const put = db.prepare('INSERT OR IGNORE INTO readings VALUES (?, ?, ?)');
  const perDetector = Math.floor(size / DETECTORS);
  const hz = perDetector / 36_000;
  const stored = await timeWork(() => {
    for (let number = 0; number < DETECTORS; number += 1) {
      db.exec('BEGIN');
      for (const { time, value } of readingsOf(number, perDetector, hz, false))
        put.run(number, time.wall, value.quality === 'ok' ? Number(value.amount) : null);
      db.exec('COMMIT');
    }
  });
  const minutes = db.prepare(
    'SELECT detector, wall / 60000, min(amount), max(amount), avg(amount) FROM readings GROUP BY 1, 2',
  );
  let found = 0;
  const queryMs = await timeQuery(() => {
    found = minutes.all().length;
  });
  const bytes = Number(db.pragma('page_count', { simple: true })) * 4096;
  db.close();
  return { bytes: bytes / size, cpuUs: ((stored.cpuMs ?? 0) / size) * 1000, queryMs, found };
};

/** The product's way: a durable tail, blocks, and minutes beside them. */
const product: Contender = async ({ folder, size }) => {
  const record = await newRecord(folder);
  const perDetector = Math.floor(size / DETECTORS);
  const perBatch = Math.ceil(perDetector / 600);
  const stored = await timeWork(() => {
    for (let number = 0; number < DETECTORS; number += 1) {
      const readings = [...readingsOf(number, perDetector, perDetector / 36_000, false)];
      for (let at = 0; at < readings.length; at += perBatch) {
        const part = readings.slice(at, at + perBatch);
        const about = { driver: 'bench', driverVersion: '1', settings: {}, session: '3'.repeat(32), boot };
        orThrow(
          record.readings.keep({
            batch: randomBytes(8).toString('hex'),
            instrumentId: detector(number),
            readings: part,
            raw: [],
            ...about,
          }),
        );
      }
      orThrow(record.readings.fold({ all: true }));
    }
  });
  const span = { channel: 'ch1', from: epochMs.parse(START), to: epochMs.parse(START + 36_000_000) };
  let found = 0;
  const queryMs = await timeQuery(() => {
    found = 0;
    for (let number = 0; number < DETECTORS; number += 1)
      found += record.readings.minutes({ ...span, instrument: detector(number) }).found.length;
  });
  record.close();
  return { cpuUs: ((stored.cpuMs ?? 0) / size) * 1000, queryMs, found };
};

/** W3: eight detectors for ten hours. */
export const readings: Workload = {
  title: 'W3 readings: eight detectors for ten hours',
  size: 288_000,
  rounds: 1,
  contenders: {
    'a row a reading, encrypted': rows,
    'the product, tail and blocks': product,
    'the product’s blocks, clocks of whole ms': blocks(false),
    'the product’s blocks, a monotonic clock of µs': blocks(true),
  },
  peers: { 'DuckDB to Parquet, zstd': ['duckdb.mjs', 'readings'] },
  columns: {
    'bytes a reading': 'bytes',
    'CPU µs a reading': 'cpuUs',
    'minutes of ten hours, ms': 'queryMs',
    'minutes found': 'found',
  },
  against: 'a row a reading, encrypted',
  goals: [
    { name: 'the product’s blocks, clocks of whole ms', figure: 'bytes', most: 1.3, against: null },
    { name: 'the product’s blocks, a monotonic clock of µs', figure: 'bytes', most: 1.3, against: null },
    { name: 'the product, tail and blocks', figure: 'queryMs', most: 0.01 },
  ],
};
