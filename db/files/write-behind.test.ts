import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { fail, ok, orThrow, type Result } from '../../vocabulary/result.ts';
import type { OpenFile } from './file-system.ts';
import { nodeFiles } from './node-files.ts';
import { WriteBehind } from './write-behind.ts';

const root = mkdtempSync(join(tmpdir(), 'jingxun-behind-'));
afterAll(() => rmSync(root, { recursive: true }));

const MB = 1024 * 1024;
const full = fail({ code: 'disk_full' } as const);
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A file that takes bytes and keeps none, and says of each call when it ends and how. */
function strangeFile(answer: (call: 'write' | 'sync', nth: number) => Promise<Result<null>>) {
  const counts = { write: 0, sync: 0, patch: 0 };
  const later = (call: 'write' | 'sync') => {
    counts[call] += 1;
    return answer(call, counts[call]);
  };
  const file: OpenFile = {
    write: () => ok(null),
    patch: () => {
      counts.patch += 1;
      return ok(null);
    },
    sync: () => ok(null),
    close: () => ok(null),
    writeLater: () => later('write'),
    syncLater: () => later('sync'),
  };
  return { file, counts };
}

describe('a file written behind', () => {
  test('holds what was given, in order, whatever the pieces, with its corrections', async () => {
    const sizes = fc.array(fc.oneof(fc.nat(100), fc.nat(3 * MB), fc.constant(MB)), { maxLength: 8 });
    let taken = 0;
    const property = fc.asyncProperty(sizes, fc.nat(), async (pieces, place) => {
      const path = join(root, `pieces-${taken++}`);
      const file = orThrow(nodeFiles.create(path));
      const behind = new WriteBehind(file);
      const parts = [randomBytes(8), ...pieces.map((size) => randomBytes(size))];
      for (const part of parts) {
        const given = Buffer.from(part);
        orThrow(behind.write(given));
        given.fill(0); // the giver's memory is its own again
        await behind.room();
      }
      const whole = Buffer.concat(parts);
      const at = place % (whole.length - 3);
      behind.patch(at, Buffer.from('mend'));
      whole.write('mend', at);
      orThrow(await behind.finish());
      orThrow(file.close());
      expect(readFileSync(path).equals(whole)).toBe(true);
      rmSync(path);
    });
    await fc.assert(property, { numRuns: 20 });
  });

  test('tells the fault of any write, corrects and syncs nothing after it, and is at rest then', async () => {
    for (let nth = 1; nth <= 6; nth += 1) {
      const { file, counts } = strangeFile(async (call, at) => (call === 'write' && at === nth ? full : ok(null)));
      const behind = new WriteBehind(file);
      behind.patch(0, Buffer.alloc(4));
      for (let at = 0; at < 11; at += 1) behind.write(Buffer.alloc(MB / 2));
      expect(await behind.finish(), `write ${nth}`).toEqual(full);
      expect(behind.write(Buffer.alloc(MB))).toEqual(full);
      await behind.settled();
      expect(counts).toMatchObject({ patch: 0, sync: 0 });
      expect(counts.write).toBeLessThanOrEqual(nth + 1);
    }
  });

  test('begins to make a long file durable early, and a fault of that is not covered by a later one that works', async () => {
    for (const failing of [null, 1, 2, 3]) {
      const { file, counts } = strangeFile(async (call, at) => (call === 'sync' && at === failing ? full : ok(null)));
      const behind = new WriteBehind(file);
      for (let at = 0; at < 70; at += 1) {
        behind.write(Buffer.alloc(MB));
        await turn();
        await behind.room();
      }
      expect(counts.sync).toBe(failing === 1 ? 1 : 2);
      expect(await behind.finish()).toEqual(failing ? full : ok(null));
      expect(counts.sync).toBe(failing ?? 3);
    }
  });

  test('lets its writer wait while the disk takes nothing, and keeps two writes at work', async () => {
    const ends: (() => void)[] = [];
    const { file, counts } = strangeFile(() => new Promise((resolve) => ends.push(() => resolve(ok(null)))));
    const behind = new WriteBehind(file);
    let given = 0;
    const writer = (async () => {
      for (; given < 20; given += 1) {
        behind.write(Buffer.alloc(MB));
        await behind.room();
      }
    })();
    for (let at = 0; at < 40; at += 1) await turn();
    const stuck = given;
    expect(stuck).toBeLessThan(10);
    expect(counts.write).toBe(2);
    let isSettled = false;
    const settled = behind.settled().then(() => {
      isSettled = true;
    });
    while (given < 20 || ends.length > 0) {
      expect(isSettled).toBe(false);
      ends.shift()?.();
      await turn();
    }
    await Promise.all([writer, settled]);
    expect(counts.write).toBe(20);
  });

  test('throws what a bug below throws, when nothing is at work any more', async () => {
    const { file } = strangeFile(() => Promise.reject(new TypeError('a bug')));
    const behind = new WriteBehind(file);
    behind.write(Buffer.alloc(MB));
    await expect(behind.finish()).rejects.toThrow('a bug');
  });
});

test('a file is not closed under a write', async () => {
  const file = orThrow(nodeFiles.create(join(root, 'closed')));
  const written = file.writeLater(Buffer.alloc(MB));
  expect(() => file.close()).toThrow('closed under a write');
  orThrow(await written);
  orThrow(await file.syncLater());
  orThrow(file.close());
  expect(await file.syncLater()).toMatchObject({ fault: { code: 'io_failed' } });
});
