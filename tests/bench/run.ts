import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { benchAppend } from './append.ts';
import { benchBundle } from './bundle.ts';
import type { BenchRow } from './measure.ts';
import { benchMerge } from './merge.ts';
import { benchReadings } from './readings.ts';

// Ratios of one run on one machine; absolute times are only shown to be read beside them.
const rows: readonly BenchRow[] = [
  ...(await benchAppend()),
  ...(await benchMerge()),
  ...benchReadings(),
  ...(await benchBundle()),
];
const head = ['workload', 'measured', 'figure', 'ratio', 'goal'];
const cells = rows.map((row) => [row.workload, row.contender, row.figure, row.ratio, row.goal]);
const table = [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
const about = `Node ${process.version}, ${os.cpus().length} cores, ${os.platform()}. Use the ratios.`;
writeFileSync(
  path.join(import.meta.dirname, 'RESULTS.md'),
  `# Bench\n\nMade by \`npm run bench\`. ${about}\n\n${table}\n`,
);
console.log(table);
