import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dynamentDriver } from '../../drivers/dynament/dynament-driver.ts';
import { itransDriver } from '../../drivers/itrans/itrans-driver.ts';
import { mhz9041aDriver } from '../../drivers/mhz9041a/mhz9041a-driver.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { connectPort } from '../ports/connect-port.ts';
import { custodyPort } from '../ports/custody-port.ts';
import type { IntakeBatch } from '../ports/intake-port.ts';
import { settle, setUpListener } from './test-listener.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jingxun-survives-'));
});
afterEach(() => rm(folder, { recursive: true }));

const setUp = () => setUpListener(folder, [mhz9041aDriver, itransDriver, dynamentDriver]);
type Bench = ReturnType<typeof setUp>;

const gapsOf = (kept: readonly IntakeBatch[]) => kept.flatMap(({ gaps }) => gaps);
const stateOf = async ({ client }: Bench) => orThrow(await client.ask('detector/states', {}))[0];
const GARBAGE = Uint8Array.from({ length: 60 }, (_, at) => (at * 37) & 0x7f);

/** A line that has been heard for two seconds, until 1 002 000. */
async function live(bench = setUp()): Promise<Bench> {
  orThrow(await bench.ask('/dev/a'));
  for (const amount of ['0.10', '0.20']) {
    await bench.advance(1_000);
    bench.say('/dev/a', amount);
  }
  await settle();
  return bench;
}
/** A line is listened to before anything is asked on it. */
async function startPolled(bench: Bench, driver: string, settings: Record<string, string | number>) {
  const started = bench.ask('/dev/a', driver, settings);
  await bench.advance(5_000);
  orThrow(await started);
}
/** Heard again a moment later. */
async function heardAgain(bench: Bench) {
  bench.say('/dev/a', '0.30');
  await bench.advance(1_000);
}

describe('the listener survives', () => {
  test('a hang: nothing comes and nothing fails', async () => {
    const bench = await live();
    await bench.advance(20_000);
    expect(await stateOf(bench)).toMatchObject({ phase: 'lost', fault: { code: 'no_answer' } });
    await heardAgain(bench);
    expect(gapsOf(bench.kept)).toEqual([{ from: 1_002_000, to: 1_022_000, cause: 'silence' }]);
    expect(await stateOf(bench)).toMatchObject({ phase: 'live', fault: null });
  });

  test('a wrong baud rate: bytes come and no frame', async () => {
    const bench = await live();
    for (let second = 0; second < 20; second += 1) {
      bench.lines.get('/dev/a')?.bytes(GARBAGE);
      await bench.advance(1_000);
    }
    expect(await stateOf(bench)).toMatchObject({ phase: 'lost', fault: { code: 'no_valid_frame', path: '/dev/a' } });
    await heardAgain(bench);
    expect(gapsOf(bench.kept)).toEqual([{ from: 1_002_000, to: 1_022_000, cause: 'unreadable' }]);
  });

  test('another instrument that speaks by itself behind a line opened again: it is not asked, and that is said', async () => {
    const bench = setUp();
    await startPolled(bench, 'dynament', { gas: 'CH4', unit: '%VOL', full_scale: 5 });
    await bench.advance(2_000);
    const sent = bench.written.length;
    expect(sent).toBeGreaterThan(0);
    bench.lines.get('/dev/a')?.lost('hang-up');
    await bench.advance(1_000);
    for (let second = 0; second < 20; second += 1) {
      await bench.advance(1_000);
      bench.say('/dev/a', '0.50');
    }
    expect(await stateOf(bench)).toMatchObject({ phase: 'lost', fault: { code: 'line_speaks', path: '/dev/a' } });
    expect(bench.written).toHaveLength(sent);
    await bench.advance(4_000);
    expect(bench.written.length).toBeGreaterThan(sent);
  });

  test('frames of the right form whose check is never right, which are named so', async () => {
    const bench = setUp();
    await startPolled(bench, 'dynament', { gas: 'CH4', unit: '%VOL', full_scale: 5 });
    bench.answers.set('/dev/a', Buffer.from('101a08010000000000403f101fbeef', 'hex'));
    await bench.advance(9_000);
    expect(await stateOf(bench)).toMatchObject({ fault: { code: 'check_differs' } });
  });

  test('an instrument that refuses, whose refusal is told and not a wrong baud rate', async () => {
    const bench = setUp();
    await startPolled(bench, 'itrans', { gas: 'CH4', unit: '%VOL' });
    bench.answers.set('/dev/a', Buffer.from('01830440f3', 'hex'));
    await bench.advance(9_000);
    expect(await stateOf(bench)).toMatchObject({ fault: { code: 'exception', exception: 4 } });
  });

  test('a pulled plug, and finds the line again within a second', async () => {
    const bench = await live();
    bench.absent.add('/dev/a');
    bench.lines.get('/dev/a')?.lost('hang-up');
    await bench.advance(5_500);
    bench.absent.delete('/dev/a');
    await bench.advance(1_000);
    await heardAgain(bench);
    expect(gapsOf(bench.kept)).toEqual([{ from: 1_002_000, to: 1_008_500, cause: 'unplugged' }]);
  });

  test('sleep of the machine: a gap with both edges, and the line is opened anew', async () => {
    const bench = await live();
    const before = bench.lines.get('/dev/a');
    bench.sleep(3_600_000);
    await bench.advance(1_000);
    await bench.advance(1_000);
    expect(bench.lines.get('/dev/a')).not.toBe(before);
    await heardAgain(bench);
    expect(gapsOf(bench.kept)).toEqual([
      { from: 1_002_000, to: 4_603_000, cause: 'suspended' },
      { from: 4_603_000, to: 4_604_000, cause: 'reopened' },
    ]);
  });

  test.each([
    [3_600_000, { from: 1_003_000, to: 4_603_000 }],
    [-600_000, { from: 403_000, to: 403_000 }],
  ])('a wall clock that is set by %i ms, which stands in the record; the line stays open', async (step, edges) => {
    const bench = await live();
    const before = bench.lines.get('/dev/a');
    bench.setClock(step);
    await heardAgain(bench);
    await bench.advance(1_000);
    expect(bench.lines.get('/dev/a')).toBe(before);
    expect(gapsOf(bench.kept)).toEqual([{ ...edges, cause: 'clock_stepped' }]);
  });

  test('its own death during a silence: the silence, the death and the missing port are gaps with their own edges', async () => {
    const first = await live();
    const secrets: (string | null)[] = [];
    connectPort(custodyPort, first.near).on('secret', ({ secret }) => secrets.push(secret));
    await first.advance(10_000);
    const second = setUp();
    second.absent.add('/dev/a');
    await second.advance(20_000);
    const resume = { secret: secrets.at(-1) ?? '', diedAt: epochMs.parse(1_015_000) };
    orThrow(await connectPort(custodyPort, second.near).ask('custody/resume', resume));
    await second.advance(3_000);
    second.absent.delete('/dev/a');
    await second.advance(1_000);
    await heardAgain(second);
    expect(gapsOf(second.kept)).toEqual([
      { from: 1_002_000, to: 1_015_000, cause: 'cut_off' },
      { from: 1_015_000, to: 1_020_000, cause: 'listener_restarted' },
      { from: 1_020_000, to: 1_024_000, cause: 'port_absent' },
    ]);
  });

  test('being told to stop in the middle of a gap, whose end is then known', async () => {
    const bench = await live();
    await bench.advance(10_000);
    const detector = (await stateOf(bench))?.detector ?? '';
    orThrow(await bench.client.ask('detector/stop', { detector }));
    await bench.advance(1_000);
    expect(gapsOf(bench.kept)).toEqual([{ from: 1_002_000, to: 1_012_000, cause: 'silence' }]);
  });
});
