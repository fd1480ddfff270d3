import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { orThrow } from '../../../vocabulary/result.ts';
import type { DumpState } from '../../ports/dump-models.ts';
import { settle, setUpListener } from '../test-listener.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jingxun-dumps-'));
});
afterEach(() => rm(folder, { recursive: true }));

const setUp = () => {
  const bench = setUpListener(folder);
  const states: DumpState[] = [];
  bench.client.on('dump', (state) => states.push(state));
  const start = (at: string) => bench.client.ask('dump/start', { path: at, baud: 9600 });
  const hear = (at: string, text: Uint8Array) => bench.lines.get(at)?.bytes(text);
  return { ...bench, states, start, hear };
};

describe('the log an instrument sends', () => {
  test('is read in pieces once 5 s of silence have ended it, and nothing was sent', async () => {
    const bench = setUp();
    const { dump } = orThrow(await bench.start('/dev/a'));
    const text = Uint8Array.from({ length: 400_000 }, (_, at) => 32 + (at % 90));
    for (let at = 0; at < text.length; at += 100_000) {
      bench.hear('/dev/a', text.subarray(at, at + 100_000));
      await bench.advance(4_900);
    }
    expect(await bench.client.ask('dump/read', { dump, offset: 0 })).toMatchObject({ fault: { code: 'not_found' } });
    await bench.advance(200);
    expect(bench.states.at(-1)).toMatchObject({ dump, phase: 'done', bytes: text.length });
    const pieces: Buffer[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const piece: { bytes: string; next: number | null } = orThrow(
        await bench.client.ask('dump/read', { dump, offset }),
      );
      pieces.push(Buffer.from(piece.bytes, 'base64'));
      offset = piece.next;
    }
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.compare(Buffer.concat(pieces), text)).toBe(0);
    expect(bench.written).toEqual([]);
  });

  test('is not heard where a detector is, and gives its port up when it is cancelled', async () => {
    const bench = setUp();
    orThrow(await bench.ask('/dev/a'));
    expect(await bench.start('/dev/a')).toMatchObject({ fault: { code: 'port_busy' } });
    const { dump } = orThrow(await bench.start('/dev/b'));
    await settle();
    orThrow(await bench.client.ask('dump/cancel', { dump }));
    await settle();
    expect(bench.states.at(-1)).toMatchObject({ dump, phase: 'failed', fault: { code: 'cancelled' } });
    expect(await bench.client.ask('dump/cancel', { dump })).toMatchObject({ fault: { code: 'not_found' } });
  });
});
