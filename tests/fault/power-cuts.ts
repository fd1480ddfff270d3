import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { nodeFiles } from '../../db/files/node-files.ts';
import { ok } from '../../vocabulary/result.ts';
import { diceOf } from '../simulator/dice.ts';
import { ShimControl } from './control.ts';
import { judge } from './judge.ts';
import { ForgetfulDisk, readJournal } from './power-cut.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { makeTemplate, shelf, stageOf, type Template } from './stage.ts';

// Runs with `shim.c` preloaded: every kind of work is done once under a journal, and the power goes after any of its changes. Prints one line of JSON.
const [points = 'all', ...only] = process.argv.slice(2);
const control = new ShimControl(process.env.JINGXUN_FAULT_CONTROL ?? '');
const journal = process.env.JINGXUN_FAULT_JOURNAL ?? '';
const root = shelf();
/** Images of one moment: nothing, all, and something of what was not synced. */
const IMAGES = 3;
/** A restore swaps folders, a new folder has nothing to lose: the sweep of faults looks at them. */
const skipped = new Set(['restore', 'create', 'recovery']);

/** Remembers at which length of the journal something was acknowledged. */
class Acknowledged extends Set<string> {
  readonly when = new Map<string, number>();
  override add(id: string): this {
    if (!this.when.has(id)) this.when.set(id, statSync(journal).size);
    return super.add(id);
  }
  at = (end: number): Set<string> => new Set([...this].filter((id) => (this.when.get(id) ?? 0) <= end));
}

async function cutPower(
  template: Template,
  scenario: Scenario,
  total: { images: number; defects: string[] },
): Promise<void> {
  writeFileSync(journal, '');
  const place = join(root, 'run');
  const made = await stageOf(template, place, nodeFiles);
  const [acknowledged, spooled] = [new Acknowledged(), new Acknowledged()];
  for (const id of made.acknowledged) acknowledged.add(id);
  const stage = { ...made, acknowledged, spooled };
  await scenario.before?.(stage);
  const disk = new ForgetfulDisk(place);
  for (const id of acknowledged) acknowledged.when.set(id, 0); // durable before the journal begins
  control.journal(place);
  await scenario.run(stage);
  control.disarm();
  if (stage.test.record.stores.db.open) stage.test.record.close();
  const entries = readJournal(journal);
  const stride = points === 'all' ? 1 : Math.max(1, Math.floor(entries.length / Number(points)));
  for (const [at, entry] of entries.entries()) {
    disk.take(entry);
    if (at % stride !== 0 && at !== entries.length - 1) continue;
    for (let image = 0; image < IMAGES; image += 1) {
      const folder = join(root, 'image');
      disk.leave(place, folder, diceOf(at * IMAGES + image));
      const world = { ...stage.test.world, folder: join(folder, 'data'), stateFolder: join(folder, 'state') };
      const test = { ...stage.test, folder, world };
      const then = { ...stage, test, acknowledged: acknowledged.at(entry.end), spooled: spooled.at(entry.end) };
      const wrong = await judge(`${scenario.name} after a power cut`, then, ok(null), true);
      total.images += 1;
      total.defects.push(
        ...wrong.map((words) => `${scenario.name}, change ${at} of ${entries.length}, image ${image}: ${words}`),
      );
    }
  }
}

const template = await makeTemplate(root);
const total = { images: 0, defects: [] as string[] };
const chosen = scenarios.filter(({ name }) => !skipped.has(name) && (only.length === 0 || only.includes(name)));
for (const scenario of chosen) await cutPower(template, scenario, total);
process.stdout.write(`${JSON.stringify(total)}\n`);
control.close();
rmSync(root, { recursive: true, force: true });
