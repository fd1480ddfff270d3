import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { encodeBlock } from '../../db/readings/block.ts';
import { minutesOf } from '../../db/readings/minutes.ts';
import type { EventRecord } from '../../db/record.ts';
import { pairClocks } from '../../drivers/transports/system-clock.ts';
import { bootId, type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import { scaledToDecimal } from '../../vocabulary/quantity.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { seededRandom } from '../fuzz/random.ts';
import { rawInsert } from './append.ts';
import { type Contender, median, timeCalls, timeWork } from './measure.ts';
import { newRecord } from './open-record.ts';
import { sealedDatabase } from './raw-database.ts';
import type { Workload } from './workload.ts';

const START = Date.UTC(2026, 10, 23, 0, 0, 0);
const DETECTORS = 8;
const SPAN_MS = 36_000_000; // ten hours
const PER_BLOCK = 6000; // ten minutes at 10 Hz
const QUERIES = 9;
const SECONDS = 1000;
const boot = bootId.parse('2'.repeat(32));
const detector = (number: number): InstrumentId => instrumentId.parse(String(number + 1).repeat(32));

/** Slow drift and sensor noise; 0–3 ms of jitter; two clocks that tick at different instants of a millisecond, read as the product reads them. */
function readingsOf(number: number, count: number, hz: number): Reading[] {
  const random = seededRandom(7 + number);
  let microseconds = 0;
  const clock = pairClocks(
    () => START + Math.floor((microseconds + 437) / 1000),
    () => Math.floor(microseconds / 1000),
  );
  return Array.from({ length: count }, (_, index): Reading => {
    microseconds = Math.round((index * 1e6) / hz) + random.below(4000);
    const drift = 40 + 15 * Math.sin(index / 9000);
    const amount = scaledToDecimal(Math.round(drift) + random.below(3) - 1, 2);
    return {
      instrument: detector(number),
      channel: 'ch1',
      gas: 'CH4',
      time: { wall: clock.wall(), mono: clock.mono(), boot },
      value: { quality: 'ok', amount, unit: '%VOL' },
    };
  });
}

/** Does something with the readings of one detector after the other; what making them takes is not in the figure. */
async function forEachDetector(size: number, work: (number: number, readings: readonly Reading[]) => void) {
  const perDetector = Math.floor(size / DETECTORS);
  let cpuMs = 0;
  for (let number = 0; number < DETECTORS; number += 1) {
    const readings = readingsOf(number, perDetector, perDetector / (SPAN_MS / 1000));
    const figures = await timeWork(() => work(number, readings));
    cpuMs += figures.cpuMs ?? Number.NaN;
  }
  return { cpuUs: (cpuMs / size) * 1000 };
}

/** Readings that come all at once, as from a stored log: blocks of ten minutes and the minutes in them. Exact decimals, both clocks and the boot included. */
const blocks: Contender = async ({ size }) => {
  let bytes = 0;
  const figures = await forEachDetector(size, (number, readings) => {
    for (let at = 0; at < readings.length; at += PER_BLOCK) {
      const part = readings.slice(at, at + PER_BLOCK);
      bytes += encodeBlock(detector(number), part).length;
      minutesOf(part);
    }
  });
  return { ...figures, bytes: bytes / size };
};

async function timeQuery(query: () => unknown, times = QUERIES): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) taken.push((await timeWork(query)).ms ?? Number.NaN);
  return median(taken);
}

/** Every reading a row, and the minutes asked of the rows. */
const rows: Contender = async ({ folder, size }) => {
  const db = sealedDatabase(path.join(folder, 'rows.db'));
  db.exec(
    'CREATE TABLE readings (detector INTEGER, wall INTEGER, amount REAL, PRIMARY KEY (detector, wall)) WITHOUT ROWID',
  );
  const put = db.prepare('INSERT OR IGNORE INTO readings VALUES (?, ?, ?)');
  const figures = await forEachDetector(size, (number, readings) => {
    db.exec('BEGIN');
    for (const { time, value } of readings)
      put.run(number, time.wall, value.quality === 'ok' ? Number(value.amount) : null);
    db.exec('COMMIT');
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
  return { ...figures, bytes: bytes / size, queryMs, found };
};

function keep(record: EventRecord, number: number, readings: readonly Reading[]): void {
  const about = { driver: 'bench', driverVersion: '1', settings: {}, session: '3'.repeat(32), boot };
  const batch = { batch: randomBytes(16).toString('hex'), instrumentId: detector(number), readings, raw: [], ...about };
  orThrow(record.readings.keep({ ...batch, isOldest: true }));
}

/** Bytes of the pages in use and of the blobs. Pages that are free are the tail's room: they are used again, so they do not grow with the readings. */
function bytesOf(record: EventRecord, folder: string): number {
  const { db } = record.stores;
  const pages =
    Number(db.pragma('page_count', { simple: true })) - Number(db.pragma('freelist_count', { simple: true }));
  const blobFolder = path.join(folder, 'data', 'blobs');
  mkdirSync(blobFolder, { recursive: true });
  const names = readdirSync(blobFolder, { recursive: true, encoding: 'utf8' });
  const blobs = names.map((name) => statSync(path.join(blobFolder, name)));
  return pages * 4096 + blobs.reduce((total, about) => total + (about.isFile() ? about.size : 0), 0);
}

/** The product's way: a durable tail, blocks every ten minutes, and minutes beside them. `anew`: the minutes are made from the blocks each time. */
const product =
  (anew: boolean): Contender =>
  async ({ folder, size }) => {
    const record = await newRecord(folder);
    const perBatch = Math.ceil(size / DETECTORS / 600); // a minute
    const empty = bytesOf(record, folder);
    const figures = await forEachDetector(size, (number, readings) => {
      for (let at = 0; at < readings.length; at += perBatch) {
        keep(record, number, readings.slice(at, at + perBatch));
        if ((at / perBatch) % 10 === 9) orThrow(record.readings.fold({ all: true }));
      }
      orThrow(record.readings.fold({ all: true }));
    });
    const span = { channel: 'ch1', from: epochMs.parse(START), to: epochMs.parse(START + SPAN_MS + 60_000) };
    let found = 0;
    const queryMs = await timeQuery(
      () => {
        found = 0;
        if (anew) record.stores.readings.forgetMinutes();
        for (let number = 0; number < DETECTORS; number += 1)
          found += record.readings.minutes({ ...span, instrument: detector(number) }).found.length;
      },
      anew ? 3 : QUERIES,
    );
    const bytes = (bytesOf(record, folder) - empty) / size;
    record.close();
    return anew ? { queryMs, found } : { ...figures, bytes, queryMs, found };
  };

/** What a second of one detector at 10 Hz takes to be durable. */
const seconds: Contender = async ({ folder }) => {
  const record = await newRecord(folder);
  const readings = readingsOf(0, SECONDS * 12, 10);
  const figures = timeCalls(SECONDS, (index) => keep(record, 0, readings.slice(index * 10, index * 10 + 10)));
  record.close();
  return figures;
};

const rawInserts: Contender = (parts) => rawInsert(sealedDatabase)({ ...parts, size: SECONDS });

/** W3: eight detectors at 10 Hz for ten hours. */
export const readings: Workload = {
  title: 'W3 readings: eight detectors for ten hours',
  size: 2_880_000,
  rounds: 3,
  contenders: {
    'a row a reading, encrypted': rows,
    'the product, tail and blocks': product(false),
    'the product, minutes made anew from the blocks': product(true),
    'the product, all at once': blocks,
    'the product, a second at a time': seconds,
    'raw INSERT, encrypted': rawInserts,
  },
  peers: { 'DuckDB to Parquet, zstd': ['duckdb.mjs', 'readings'] },
  columns: {
    'minutes of ten hours, ms': 'queryMs',
    'minutes found': 'found',
    'bytes a reading': 'bytes',
    'CPU µs a reading': 'cpuUs',
    'commit p50 ms': 'p50',
    'commit p99 ms': 'p99',
  },
  against: 'a row a reading, encrypted',
  goals: [
    { name: 'the product, all at once', figure: 'bytes', most: 1.3, against: null },
    { name: 'the product, tail and blocks', figure: 'bytes', most: 1.3, against: null },
    { name: 'the product, tail and blocks', figure: 'bytes', most: 1.1, against: 'DuckDB to Parquet, zstd' },
    { name: 'the product, all at once', figure: 'cpuUs', most: 0.2 },
    { name: 'the product, a second at a time', figure: 'p99', most: 3, against: 'raw INSERT, encrypted' },
    { name: 'the product, tail and blocks', figure: 'queryMs', most: 0.01 },
    { name: 'the product, tail and blocks', figure: 'queryMs', most: 0.2, against: 'DuckDB to Parquet, zstd' },
    { name: 'the product, minutes made anew from the blocks', figure: 'queryMs', most: 0.25 },
  ],
};
