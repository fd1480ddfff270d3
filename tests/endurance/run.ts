import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeFigures } from './describe-figures.ts';
import { runEndurance } from './endurance.ts';
import { goals, judgeFigures } from './judge-figures.ts';

// npm run endurance -- --minutes 30 [--seed 7]: the listener under chaos, held against the goals of the mission.
// On a machine where other programs look for lost ports (another Jingxun does), give the run terminals of its own:
// unshare -m sh -c 'mount -t devpts -o newinstance,ptmxmode=0666 devpts /dev/pts && mount --bind /dev/pts/ptmx /dev/ptmx && npm run endurance'

/** Shorter runs are still warming up, and their memory says nothing. */
const LEAST_MINUTES_FOR_SLOPE = 5;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    log: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  console.error('usage: node tests/endurance/run.ts [--minutes 30] [--seed 7] [--log all.ndjson]');
  process.exit(2);
}
console.log(`endurance: ${minutes} minutes, seed ${seed}`);
const figures = await runEndurance({ seconds: minutes * 60, seed, log: values.log });
const limits = minutes < LEAST_MINUTES_FOR_SLOPE ? { ...goals, slopeMbPerMinute: null } : goals;
const faults = judgeFigures(figures, limits);
console.log(describeFigures(figures));
for (const fault of faults) console.error(`✗ ${fault}`);
if (faults.length > 0) console.error(`again: node tests/endurance/run.ts --minutes ${minutes} --seed ${seed}`);
process.exitCode = faults.length > 0 ? 1 : 0;
