import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { acceptDriver } from '../acceptance/accept-driver.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { withModbusCrc } from '../framing/crc16-modbus.ts';
import { toHex } from '../framing/hex.ts';
import { LISTEN_BEFORE_ASKING_MS } from '../session/opening-ear.ts';
import { createProfileDevice, type ProfileDeviceParts } from '../simulator/profile-device.ts';
import { always, type Condition, measuring, type SimulatedDevice } from '../simulator/simulated-device.ts';
import { profileDrivers } from './profile-drivers.ts';

function driverOf(id: string) {
  const driver = profileDrivers.find((each) => each.id === `profile:${id}`);
  if (driver === undefined) throw new Error(`no profile ${id}`);
  return driver;
}
const numberOf = (condition: Condition) => (condition.kind === 'measuring' ? Number(condition.amount) : 0);
const faultOf = (condition: Condition) => (condition.kind === 'measuring' ? 0 : 1);

function floatWords(value: number): number[] {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return [view.getUint16(0), view.getUint16(2)];
}

/** SEN07xx: function 4, a 32-bit count with its low word first and its decimals beside it. */
const smx: ProfileDeviceParts['blocks'] = [
  {
    function: 4,
    address: 0,
    wordsOf: (condition) => {
      const count = Math.round(numberOf(condition) * 100) >>> 0;
      const isValid = condition.kind === 'measuring' ? 1 : 0;
      return [0xc746, 0x3343, 1, 0, 0, 0x100, 0, isValid, 1, count & 0xffff, count >>> 16, 2];
    },
  },
];
/** OI-7032: four blocks make one reading. */
const otis = (age = 5, gas = 6): ProfileDeviceParts['blocks'] => [
  { function: 3, address: 42, wordsOf: (condition) => floatWords(numberOf(condition)) },
  { function: 3, address: 101, wordsOf: (condition) => [faultOf(condition)] },
  { function: 3, address: 197, wordsOf: () => [age] },
  { function: 3, address: 261, wordsOf: () => [gas] },
];

const ascii = (text: string, words: number): number[] =>
  Array.from({ length: words }, (_, at) => {
    const [high = 0x20, low = 0x20] = [...text.slice(at * 2)].map((letter) => letter.charCodeAt(0));
    return high * 256 + low;
  });
/** RKI: state in the high byte, a float, gas and unit in letters. */
const rkiWords = (condition: Condition): number[] => [
  (condition.kind === 'measuring' ? 0x0200 : 0x0400) + 2,
  ...floatWords(numberOf(condition)),
  ...[0, 0],
  ...ascii('CH4', 4),
  ...[0, 0, 0],
  ...ascii('%VOL', 2),
];

const vectors = vectorFrames('pm', '01 04 00 00 00 0C F0 0F', 'channels');
acceptDriver(driverOf('sen07xx'), {
  settings: {},
  lowest: '0.01',
  device: (script, startAt) => createProfileDevice({ script, startAt, blocks: smx }),
  frames: vectors,
  others: [Uint8Array.of(1, 0x84, 2, 0xc2, 0xc1)],
});

acceptDriver(driverOf('rki-digester-ch1'), {
  settings: {},
  device: (script, startAt) =>
    createProfileDevice({ script, startAt, blocks: [{ function: 3, address: 1, wordsOf: rkiWords }] }),
  frames: [
    withModbusCrc(
      Uint8Array.of(1, 3, 28, ...rkiWords(measuring('1.5')).flatMap((word) => [Math.floor(word / 256), word % 256])),
    ),
  ],
  others: [Uint8Array.of(1, 0x83, 2, 0xc0, 0xf1)],
});

acceptDriver(driverOf('oi-7032-ch6'), {
  settings: {},
  device: (script, startAt) => createProfileDevice({ script, startAt, blocks: otis() }),
  frames: [withModbusCrc(Uint8Array.of(1, 3, 4, 0x3f, 0xc0, 0, 0))],
  others: [Uint8Array.of(1, 0x83, 2, 0xc0, 0xf1)],
});

async function live(blocks: ProfileDeviceParts['blocks'], ms = 6000) {
  const bench = createBench(orThrow(driverOf('oi-7032-ch6').prepare({})));
  bench.plugIn(createProfileDevice({ script: always(measuring('1.5')), startAt: bench.now, blocks }));
  await bench.session.start();
  await bench.run(LISTEN_BEFORE_ASKING_MS + ms); // first the silence before the first question
  return bench;
}
const values = (bench: Awaited<ReturnType<typeof live>>) =>
  bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading.value] : []));

describe('a profile of several blocks', () => {
  test('asks them in turn and makes one reading of all', async () => {
    const bench = await live(otis());
    expect(bench.sent.map((bytes) => (bytes[2] ?? 0) * 256 + (bytes[3] ?? 0))).toEqual([
      42, 101, 197, 261, 42, 101, 197, 261,
    ]);
    expect(values(bench)[0]).toEqual({ quality: 'ok', amount: '1.5', unit: '%LEL' });
  });

  test('calls a radio value beyond its age stale', async () => {
    expect(values(await live(otis(121)))[0]).toMatchObject({ quality: 'stale', unit: '%LEL' });
  });

  test('gives no number for a gas whose unit it does not know', async () => {
    expect(values(await live(otis(5, 5)))[0]).toMatchObject({ quality: 'invalid', detail: 'unit_unknown 1.5' });
  });

  test('begins a poll anew after one block was not answered: halves of two polls are never joined', async () => {
    const [reading, ...others] = otis();
    const deaf = await live(reading === undefined ? [] : [reading], 30_000);
    expect(values(deaf)).toEqual([]);
    const asked = deaf.sent.map((bytes) => (bytes[2] ?? 0) * 256 + (bytes[3] ?? 0));
    expect(asked.slice(0, 6)).toEqual([42, 101, 101, 42, 101, 101]);
    expect(others).toHaveLength(3);
  });
});

describe('answers of one form to different questions', () => {
  /** The registers of a question: mode, age and gas are answered by one word each. */
  const register = (request: Uint8Array) => (request[2] ?? 0) * 256 + (request[3] ?? 0);
  const oneWord = (word: number) => withModbusCrc(Uint8Array.of(1, 3, 2, 0, word));

  /** A line to a device that answers 10 ms later, unless told to hold the answer back for so long. */
  async function answering(delayOf: (register: number, turn: number) => number) {
    const bench = createBench(orThrow(driverOf('oi-7032-ch6').prepare({})));
    const leaving: { at: number; bytes: Uint8Array }[] = [];
    const turns = new Map<number, number>();
    const truth = new Map([
      [42, withModbusCrc(Uint8Array.of(1, 3, 4, 0x3f, 0xc0, 0, 0))],
      [101, oneWord(0)],
      [197, oneWord(5)],
      [261, oneWord(6)],
    ]);
    const device: SimulatedDevice = {
      hear(request, now) {
        const asked = register(request);
        const turn = (turns.get(asked) ?? 0) + 1;
        turns.set(asked, turn);
        leaving.push({ at: now + delayOf(asked, turn), bytes: truth.get(asked) ?? new Uint8Array() });
      },
      speak: (now) =>
        leaving.splice(0).flatMap((each) => {
          if (each.at <= now) return [each.bytes];
          leaving.push(each);
          return [];
        }),
      get due() {
        return leaving.length === 0 ? null : Math.min(...leaving.map(({ at }) => at));
      },
      truth: [],
      trap: [],
    };
    bench.plugIn(device);
    await bench.session.start();
    return { bench, device };
  }
  const late = (bench: Awaited<ReturnType<typeof live>>) =>
    bench.items.flatMap((item) => (item.kind === 'fault' && item.fault.code === 'late_reply' ? [item.rawHex] : []));

  test('an answer to a question asked before the plug was pulled answers nothing after it', async () => {
    // The gas code 6 comes 1.4 s late and would be the mode of the next poll: a fault of the device that it does not have.
    const { bench, device } = await answering((asked, turn) => (asked === 261 && turn === 1 ? 1400 : 10));
    await bench.run(1400);
    bench.unplug();
    await bench.run(1);
    bench.plugIn(device);
    await bench.run(8000);
    expect(late(bench)).toEqual([toHex(oneWord(6))]);
    expect(values(bench).length).toBeGreaterThan(0);
    expect(values(bench).every(({ quality }) => quality === 'ok')).toBe(true);
  });

  test('when a second try is answered, the answer of the first is still waited out', async () => {
    // The first answer to "mode?" comes 2.5 s late, within the second try; the second one while "age?" would be open.
    const { bench } = await answering((asked, turn) =>
      asked === 101 && turn <= 2 ? ([2500, 547][turn - 1] ?? 10) : 10,
    );
    await bench.run(12_000);
    expect(late(bench)).toEqual([toHex(oneWord(0))]);
    expect(values(bench).length).toBeGreaterThan(0);
    expect(values(bench).every(({ quality }) => quality === 'ok')).toBe(true);
  });
});

test('what a profile takes for granted stands in its title, and its source beside it', () => {
  expect(driverOf('fgd10a-m').title.en).toContain('CH4 %LEL');
  expect(driverOf('fgd10a-m').note).toContain('TD18/032');
});
