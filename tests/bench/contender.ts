import process from 'node:process';
import { workloads } from './workloads.ts';

// One contender in a process of its own: `contender.ts WORKLOAD NAME FOLDER FIXTURES SIZE`. Its figures are the last line of its output.
const [workload = '', name = '', folder = '', fixtures = '', size = '0'] = process.argv.slice(2);
const run = workloads[workload]?.contenders[name];
if (!run) throw new Error(`no contender ${name} in ${workload}`);
console.log(JSON.stringify(await run({ folder, fixtures, size: Number(size) })));
