import { describe, expect, test } from 'vitest';
import { dynamentDriver } from '../../drivers/dynament/dynament-driver.ts';
import { mhz9041aDriver } from '../../drivers/mhz9041a/mhz9041a-driver.ts';
import { momentOf } from '../../drivers/session/session-item.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { compareLine } from '../endurance/compare-line.ts';
import { detectorsOfRun } from '../endurance/families.ts';
import type { Heard } from '../endurance/heard.ts';
import type { Disturbance, Line, SentFrame } from '../endurance/line.ts';

// The judge of the endurance run must itself see what it is there to see. A stream of one frame a second, 0 to 30 s.

const SECOND = 1_000;
const at = (seconds: number) => momentOf(seconds * SECOND, seconds * SECOND);
const prepared = orThrow(mhz9041aDriver.prepare({ unit: '%VOL', warmupMs: 0 }));
const [laser] = detectorsOfRun.filter(({ family }) => family.driver === 'mhz9041a');

const frameAt = (second: number): SentFrame => ({
  at: at(second),
  hex: `0${second}`,
  amount: `0.${second}`,
  answeredMs: null,
  after: '',
});
const readingOf = ({ at: sent, hex, amount }: SentFrame) => ({
  at: momentOf(sent.wall + 2, sent.mono + 2),
  hex,
  amount,
});
const seconds = Array.from({ length: 30 }, (_, index) => index + 1);

function compare(parts: { sent?: readonly number[]; heard?: Partial<Heard>; disturbances?: readonly Disturbance[] }) {
  const frames = (parts.sent ?? seconds).map(frameAt);
  if (!laser) throw new Error('no laser in the run');
  const line = {
    name: 'x',
    family: laser.family,
    frames,
    disturbances: parts.disturbances ?? [],
    trap: () => [],
    hushedAt: () => 30 * SECOND,
  } satisfies Partial<Line>;
  return compareLine(line, { readings: frames.map(readingOf), stales: [], gaps: [], ...parts.heard }, [], prepared);
}

describe('the comparison of the endurance run', () => {
  test('finds nothing where all was heard', () => {
    expect(compare({})).toMatchObject({ counted: 30, received: 30, lost: [], madeUp: [], wrongGaps: [] });
  });

  test('finds a lost frame, a value that was not sent, and a reading given twice', () => {
    const readings = seconds.map(frameAt).map(readingOf);
    const [first, second, ...rest] = readings;
    if (!first || !second) throw new Error('no readings');
    expect(compare({ heard: { readings: [first, ...rest] } }).lost).toMatchObject([{ hex: '02' }]);
    expect(compare({ heard: { readings: [first, { ...second, amount: '9.99' }, ...rest] } }).madeUp).toHaveLength(1);
    expect(compare({ heard: { readings: [first, second, second, ...rest] } }).madeUp).toHaveLength(1);
  });

  test('calls an answer late, and not lost, only where it came after the time-out by the clock of the listener', () => {
    const dynament = detectorsOfRun.find(({ family }) => family.driver === 'dynament');
    if (!dynament) throw new Error('no dynament in the run');
    const polled = orThrow(dynamentDriver.prepare(dynament.family.settings));
    const frame = { ...frameAt(5), answeredMs: 12 };
    const line = { name: 'x', family: dynament.family, frames: [frame], disturbances: [], trap: () => [] };
    const heard = { readings: [], stales: [], gaps: [] };
    const judge = (askedMs: number) =>
      compareLine(
        { ...line, hushedAt: () => null },
        heard,
        [
          { dir: 'tx', mono: frame.at.mono - askedMs, hex: '10' },
          { dir: 'rx', mono: frame.at.mono + 1, hex: frame.hex.slice(0, 1) },
          { dir: 'rx', mono: frame.at.mono + 2, hex: frame.hex.slice(1) },
        ],
        polled,
      );
    expect(judge(290)).toMatchObject({ late: 0, lost: [{ hex: frame.hex }] });
    expect(judge(310)).toMatchObject({ late: 1, lost: [] });
  });

  const silence: Disturbance = { kind: 'silent', begin: at(10.5), end: at(16.5), firstAsked: null };
  const around = seconds.filter((second) => second <= 10 || second >= 17);

  test('finds a silence that was shown late, never, or left no gap', () => {
    const gaps = [{ from: at(10).wall, to: momentOf(17_002, 0).wall, cause: 'silence' }];
    const inTime = compare({ sent: around, disturbances: [silence], heard: { stales: [at(13.1)], gaps } });
    expect(inTime).toMatchObject({ staleOverMs: 100, gapEdgeMs: 2, wrongGaps: [] });
    const never = compare({ sent: around, disturbances: [silence] });
    expect(never.staleOverMs).toBe(Number.POSITIVE_INFINITY);
    expect(never.wrongGaps).toHaveLength(1);
  });

  test('finds a late reconnect, a gap with a wrong edge and a gap without a reason', () => {
    const unplugged: Disturbance = { kind: 'unplugged', begin: at(10.5), end: at(12.5), firstAsked: null };
    const gaps = [{ from: at(8.5).wall, to: momentOf(17_002, 0).wall, cause: 'unplugged' }];
    const late = compare({ sent: around, disturbances: [unplugged], heard: { gaps } });
    expect(late).toMatchObject({ reconnectMs: 4_500, gapEdgeMs: 1_500 });
    expect(compare({ heard: { gaps } }).wrongGaps).toHaveLength(1);
  });

  test('finds a detector that is heard no more though its line is whole', () => {
    expect(compare({ sent: around }).wrongGaps).toEqual([expect.stringContaining('heard nothing for 7000 ms')]);
  });
});
