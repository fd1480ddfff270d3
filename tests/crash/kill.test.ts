import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFiles } from '../../db/files/node-files.ts';
import { parseStoredHeader } from '../../db/log/stored-event.ts';
import { createRecord, openRecord, type RecordWorld } from '../../db/record.ts';
import { rebuild } from '../../db/state/rebuild.ts';
import { recountStateHash } from '../../db/state/state-of.ts';
import { authorityChecks } from '../../db/trust/authority-checks.ts';
import { bootId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingxun-crash-'));
const passphrase = 'a passphrase of the tests';
const world: RecordWorld = {
  folder: join(folder, 'data'),
  stateFolder: join(folder, 'state'),
  files: nodeFiles,
  clock: { wall: () => epochMs.parse(Date.now()), mono: () => monoMs.parse(performance.now()) },
  random: (bytes) => randomBytes(bytes),
  boot: bootId.parse('b'.repeat(32)),
  rulesVersion: '1',
};
const acknowledged: string[] = [];

beforeAll(async () => {
  orThrow(await createRecord(world, { passphrase, cost: 2 ** 15 })).record.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the writer, kills it without warning after some acknowledgements, and keeps what it had said by then. */
async function writeAndKill(after: number): Promise<void> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'writer.ts'), world.folder, world.stateFolder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
    if (said.split('\n').length > after) child.kill('SIGKILL');
  });
  await gone;
  acknowledged.push(...said.split('\n').slice(0, -1)); // the last piece may be half a line
}

test('killed again and again while writing, the record has every acknowledged event and nothing half done', async () => {
  for (let round = 0; round < scaled(4); round += 1) {
    await writeAndKill(30 + round * 37);
    const { record } = orThrow(await openRecord(world, { by: 'passphrase', passphrase }));
    try {
      const held = new Set<string>();
      let prev = '';
      for (const row of record.stores.events.all()) {
        held.add(`${row.log} ${row.seq} ${row.id}`);
        if (row.seq > 1) expect(parseStoredHeader(row.header).prev).toBe(prev);
        prev = row.id;
      }
      expect(acknowledged.filter((line) => !held.has(line))).toEqual([]);
      // An event without its rows, or rows without their event, would show here.
      const { stateHash } = record.state();
      expect(recountStateHash(record.stores)).toBe(stateHash);
      orThrow(rebuild(record.stores, authorityChecks([])));
      expect(record.state().stateHash).toBe(stateHash);
      expect(new Set([...held].map((line) => line.split(' ')[0])).size).toBe(1);
    } finally {
      record.close();
    }
  }
  expect(acknowledged.length).toBeGreaterThan(scaled(4) * 30);
}, 120_000);
