import { statSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

// `duckdb.mjs readings FOLDER FIXTURES SIZE`: eight detectors for ten hours into a Parquet file with zstd, and the minutes asked of it.
const [, folder, , size] = process.argv.slice(2);
const DETECTORS = 8;
const perDetector = Math.floor(Number(size) / DETECTORS);
const stepMs = 36_000_000 / perDetector;
const file = path.join(folder, 'readings.parquet');
const db = await (await DuckDBInstance.create(':memory:')).connect();
const from = process.cpuUsage();
await db.run(`CREATE TABLE readings AS SELECT d.detector::TINYINT AS detector,
  (1795392000000 + round(i * ${stepMs}) + (hash(i, d.detector) % 4)::BIGINT)::BIGINT AS wall,
  (round(40 + 15 * sin(i / 9000.0)) + (hash(i, d.detector, 1) % 3)::INTEGER - 1)::INTEGER AS amount
  FROM range(${perDetector}) t(i), (SELECT range AS detector FROM range(${DETECTORS})) d ORDER BY detector, wall`);
await db.run(`COPY readings TO '${file}' (FORMAT parquet, COMPRESSION zstd)`);
const { user, system } = process.cpuUsage(from);
const times = [];
let found = 0;
for (let round = 0; round < 9; round += 1) {
  const start = performance.now();
  const reader = await db.runAndReadAll(
    `SELECT detector, wall // 60000, min(amount), max(amount), avg(amount) FROM '${file}' GROUP BY 1, 2`,
  );
  found = reader.currentRowCount;
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const bytes = statSync(file).size / (perDetector * DETECTORS);
console.log(JSON.stringify({ bytes, cpuUs: (user + system) / (perDetector * DETECTORS), queryMs: times[4], found }));
process.exit(0);
