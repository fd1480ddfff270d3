import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Driver } from '../../drivers/driver.ts';
import { itransDriver } from '../../drivers/itrans/itrans-driver.ts';
import { mhz9041aDriver } from '../../drivers/mhz9041a/mhz9041a-driver.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { connectPort } from '../ports/connect-port.ts';
import { custodyPort } from '../ports/custody-port.ts';
import type { IntakeBatch } from '../ports/intake-port.ts';
import { INSTRUMENT, settle, setUpListener } from './test-listener.ts';

const ASK_ITRANS = { driver: 'itrans', instrumentId: INSTRUMENT, settings: { gas: 'CH4', unit: '%VOL' } };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jingxun-listener-'));
});
afterEach(() => rm(folder, { recursive: true }));

const setUp = (drivers?: readonly Driver[]) => setUpListener(folder, drivers);

const amounts = (kept: readonly IntakeBatch[]) =>
  kept.flatMap(({ readings }) => readings.map(({ value }) => (value.quality === 'ok' ? value.amount : value.quality)));
const spooled = async () => (await readdir(path.join(folder, 'spool'))).sort();

describe('the listener', () => {
  test('shows every reading at once and hands them on within a second', async () => {
    const { client, kept, advance, say, ask } = setUp();
    const live: string[] = [];
    client.on('reading', ({ reading }) => live.push(JSON.stringify(reading.value)));
    orThrow(await ask('/dev/a'));
    say('/dev/a', '0.50');
    await settle();
    expect(live).toHaveLength(1);
    await advance(1_000);
    expect(amounts(kept)).toEqual(['0.50']);
    expect(kept[0]).toMatchObject({
      instrumentId: INSTRUMENT,
      driver: 'mhz9041a',
      raw: [
        { n: 0, link: 'opened' },
        { n: 1, dir: 'rx' },
      ],
    });
  });

  test('says at once why a port does not open, and does not keep trying', async () => {
    const { client, absent, ask } = setUp();
    absent.add('/dev/none');
    expect(await ask('/dev/none')).toMatchObject({ ok: false, fault: { code: 'port_absent' } });
    expect(await client.ask('detector/states', {})).toEqual(ok([]));
  });

  test('sends nothing to a line that speaks, whatever kind was chosen for it', async () => {
    const { client, advance, say, written } = setUp([mhz9041aDriver, itransDriver]);
    const started = client.ask('detector/start', { ...ASK_ITRANS, path: '/dev/a' });
    await advance(1_000);
    say('/dev/a', '0.50');
    expect(await started).toMatchObject({ fault: { code: 'line_speaks' } });
    await advance(5_000);
    expect(written).toEqual([]);
    expect(await client.ask('detector/states', {})).toEqual(ok([]));
  });

  test('behind a port without a name that was opened again it asks whether it is the same one, until told', async () => {
    const { client, lines, advance, say, ask } = setUp();
    const { detector } = orThrow(await ask('/dev/a'));
    const sameNow = async () => orThrow(await client.ask('detector/states', {})).map(({ same }) => same);
    say('/dev/a', '0.10');
    expect(await sameNow()).toEqual(['person']);
    lines.get('/dev/a')?.lost('hang-up');
    await advance(1_000);
    say('/dev/a', '0.20');
    expect(await sameNow()).toEqual(['open']);
    orThrow(await client.ask('detector/confirm', { detector }));
    expect(await sameNow()).toEqual(['person']);
    expect(await client.ask('detector/confirm', { detector })).toMatchObject({ fault: { code: 'not_found' } });
  });

  test('finds by listening, and a question is refused while the line has not been heard silent', async () => {
    const { client, advance, say, written } = setUp([mhz9041aDriver, itransDriver]);
    const { find } = orThrow(await client.ask('find/start', { path: '/dev/a' }));
    const refused = await client.ask('find/ask', { find, drivers: ['itrans'], slave: null });
    expect(refused).toMatchObject({ fault: { code: 'line_speaks' } });
    const news = vi.fn();
    client.on('find', news);
    say('/dev/a', '0.50');
    await advance(4_000);
    expect(news).toHaveBeenLastCalledWith(
      expect.objectContaining({ phase: 'recognised', found: expect.objectContaining({ driver: 'mhz9041a' }) }),
    );
    expect(written).toEqual([]);
  });

  test('refuses an unknown driver, a bad setting and a port it already listens to', async () => {
    const { client, ask } = setUp();
    const bad = { driver: 'mhz9041a', path: '/dev/a', instrumentId: INSTRUMENT, settings: { unit: 'furlong' } };
    expect(await client.ask('detector/start', bad)).toMatchObject({ fault: { code: 'bad_setting' } });
    expect(await ask('/dev/a', 'nothing')).toMatchObject({ fault: { code: 'unknown_driver' } });
    orThrow(await ask('/dev/a'));
    expect(await ask('/dev/a')).toMatchObject({ fault: { code: 'port_busy' } });
  });

  test('an open line that says nothing valid for 8 s is named', async () => {
    const { client, advance, ask } = setUp();
    orThrow(await ask('/dev/a'));
    await advance(8_000);
    const states = orThrow(await client.ask('detector/states', {}));
    expect(states).toMatchObject([{ fault: { code: 'no_answer' } }]);
  });

  test('keeps readings in an encrypted spool while the recorder is away and sends each batch once it is back', async () => {
    const { kept, recorder, advance, say, ask } = setUp();
    orThrow(await ask('/dev/a'));
    recorder.fault = { code: 'recorder_down' };
    for (const amount of ['0.10', '0.20', '0.30']) {
      say('/dev/a', amount);
      await advance(1_000);
    }
    await advance(1_000);
    const names = await spooled();
    expect(names.length).toBeGreaterThanOrEqual(3);
    const bytes = await readFile(path.join(folder, 'spool', names[0] ?? ''));
    expect(bytes.includes(INSTRUMENT)).toBe(false);
    recorder.fault = null;
    await advance(2_000);
    expect(amounts(kept)).toEqual(['0.10', '0.20', '0.30']);
    expect(new Set(kept.map(({ batch }) => batch)).size).toBe(kept.length);
    expect(await spooled()).toEqual([]);
  });

  test('sends what an earlier listener left in the spool, under the same batch id', async () => {
    const first = setUp();
    orThrow(await first.ask('/dev/a'));
    first.recorder.fault = { code: 'locked' };
    first.say('/dev/a', '0.40');
    await first.advance(2_000);
    const [name] = await spooled();
    const second = setUp();
    second.recorder.key = first.recorder.key;
    await second.advance(2_000);
    expect(amounts(second.kept)).toEqual(['0.40']);
    expect(name).toContain(second.kept[0]?.batch);
  });

  test('keeps readings in memory until a record is unlocked for the first time', async () => {
    const bench = setUp();
    bench.recorder.fault = { code: 'locked' };
    bench.recorder.key = null;
    orThrow(await bench.ask('/dev/a'));
    bench.say('/dev/a', '0.60');
    await bench.advance(3_000);
    bench.recorder.key = randomBytes(32);
    bench.recorder.fault = null;
    await bench.advance(2_000);
    expect(amounts(bench.kept)).toEqual(['0.60']);
  });

  test('a batch that the recorder will not take is set aside and holds up nothing', async () => {
    const { kept, recorder, advance, say, ask } = setUp();
    orThrow(await ask('/dev/a'));
    await settle(); // the spool is open
    recorder.fault = { code: 'bad_message', path: 'x' };
    say('/dev/a', '0.10');
    await advance(1_000);
    recorder.fault = null;
    say('/dev/a', '0.20');
    await advance(2_000);
    expect(amounts(kept)).toEqual(['0.20']);
    expect(await spooled()).toMatchObject([expect.stringMatching(/\.aside$/)]);
  });

  test('a file damaged in the spool is set aside and the others are sent', async () => {
    const { kept, recorder, advance, say, ask } = setUp();
    orThrow(await ask('/dev/a'));
    recorder.fault = { code: 'recorder_down' };
    for (const amount of ['0.10', '0.20']) {
      say('/dev/a', amount);
      await advance(2_000);
    }
    await writeFile(path.join(folder, 'spool', (await spooled())[0] ?? ''), 'damage');
    recorder.fault = null;
    await advance(2_000);
    expect(amounts(kept)).toEqual(['0.20']);
  });

  test('a driver that throws is a fault of its detector, which starts again while the other goes on', async () => {
    let isBroken = true;
    const broken: Driver = {
      ...mhz9041aDriver,
      id: 'broken',
      prepare: (settings) => {
        const prepared = orThrow(mhz9041aDriver.prepare(settings));
        if (prepared.talk.kind !== 'stream') throw new Error('not a stream');
        const { judge } = prepared.talk;
        const throwing = (frame: Uint8Array) => {
          if (isBroken) throw new Error('oops');
          return judge(frame);
        };
        return ok({ ...prepared, talk: { ...prepared.talk, judge: throwing } });
      },
    };
    const { client, kept, advance, say, ask } = setUp([mhz9041aDriver, broken]);
    const gaps = vi.fn();
    client.on('gap', gaps);
    orThrow(await ask('/dev/good'));
    orThrow(await ask('/dev/bad', 'broken'));
    say('/dev/bad', '0.10');
    say('/dev/good', '0.20');
    await settle();
    const states = orThrow(await client.ask('detector/states', {}));
    expect(states.find(({ driver }) => driver === 'broken')).toMatchObject({
      phase: 'lost',
      fault: { code: 'bug', detail: 'oops' },
    });
    isBroken = false;
    await advance(1_000);
    say('/dev/bad', '0.30');
    await advance(1_000);
    expect(amounts(kept).sort()).toEqual(['0.20', '0.30']);
    expect(gaps).toHaveBeenCalledWith(expect.objectContaining({ cause: 'bug' }));
    // One capture goes on over the failure and says where it was, or a replay could not fail in the same place.
    const raw = kept.filter(({ driver }) => driver === 'broken').flatMap((batch) => batch.raw);
    expect(raw.map(({ n }) => n)).toEqual(raw.map((_, index) => index));
    expect(raw.map((line) => ('link' in line ? line.link : 'bytes'))).toEqual(
      expect.arrayContaining(['opened', 'bytes', 'restarted', 'opened', 'bytes']),
    );
  });

  test('leaves its detectors with the host and takes them up again after it died, naming the gap', async () => {
    const first = setUp();
    const secrets: (string | null)[] = [];
    connectPort(custodyPort, first.near).on('secret', ({ secret }) => secrets.push(secret));
    orThrow(await first.ask('/dev/a'));
    await settle();
    const second = setUp();
    const secret = secrets.at(-1) ?? '';
    orThrow(
      await connectPort(custodyPort, second.near).ask('custody/resume', { secret, diedAt: epochMs.parse(999_000) }),
    );
    second.say('/dev/a', '0.70');
    await second.advance(1_000);
    expect(amounts(second.kept)).toEqual(['0.70']);
    expect(second.kept[0]?.gaps).toEqual([{ from: 999_000, to: 1_000_000, cause: 'listener_restarted' }]);
  });

  test('hands over its last readings when it closes', async () => {
    const { listener, kept, say, ask } = setUp();
    orThrow(await ask('/dev/a'));
    say('/dev/a', '0.80');
    await listener.close();
    expect(amounts(kept)).toEqual(['0.80']);
    expect(listener.waiting()).toBe(0);
  });
});
