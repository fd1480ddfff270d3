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
  leftBy: second * SECOND + 1,
  after: '',
});
const readingOf = ({ at: sent, hex, amount }: SentFrame) => ({
  at: momentOf(sent.wall + 2, sent.mono + 2),
  hex,
  amount,
});
const seconds = Array.from({ length: 30 }, (_, index) => index + 1);

interface Parts {
  sent?: readonly number[];
  heard?: Partial<Heard>;
  disturbances?: readonly Disturbance[];
  /** Seconds at which the listener opened the line. */
  openings?: readonly number[];
}

function compare(parts: Parts) {
  const frames = (parts.sent ?? seconds).map(frameAt);
  if (!laser) throw new Error('no laser in the run');
  const line = {
    name: 'x',
    family: laser.family,
    frames,
    disturbances: parts.disturbances ?? [],
    trap: () => [],
    hushedAt: () => 32 * SECOND,
  } satisfies Partial<Line>;
  const record = { arrivals: [], openings: (parts.openings ?? [0]).map((second) => second * SECOND) };
  return compareLine(line, { readings: frames.map(readingOf), stales: [], gaps: [], ...parts.heard }, record, prepared);
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

  test('counts no frame before the line was first opened, and none in the last second before the end', () => {
    const readings = seconds.slice(4, -1).map(frameAt).map(readingOf);
    const opened = compare({ openings: [4.5, 20], heard: { readings } });
    expect(opened).toMatchObject({ counted: 25, lost: [{ hex: '030' }] });
    expect(
      compare({ sent: [...seconds, 31.5], heard: { readings: seconds.map(frameAt).map(readingOf) } }).lost,
    ).toEqual([]);
    expect(compare({ openings: [], heard: { readings } })).toMatchObject({ counted: 0 });
  });

  test('calls an answer late, and not lost, only where it left after the time-out by the clock of the listener', () => {
    const dynament = detectorsOfRun.find(({ family }) => family.driver === 'dynament');
    if (!dynament) throw new Error('no dynament in the run');
    const polled = orThrow(dynamentDriver.prepare(dynament.family.settings));
    const line = { name: 'x', family: dynament.family, disturbances: [], trap: () => [] };
    const heard = { readings: [], stales: [], gaps: [] };
    const judge = (leftBy: number | null) => {
      const arrivals = [
        { dir: 'tx' as const, mono: 4_800, hex: '10' },
        { dir: 'rx' as const, mono: 7_000, hex: '05' }, // how late it was read is no excuse
      ];
      const frames = [{ ...frameAt(5), leftBy }];
      return compareLine({ ...line, frames, hushedAt: () => null }, heard, { arrivals, openings: [0] }, polled);
    };
    expect(judge(5_090)).toMatchObject({ late: 0, lost: [{ hex: '05' }] });
    expect(judge(5_110)).toMatchObject({ late: 1, lost: [] });
    expect(judge(null)).toMatchObject({ late: 1, lost: [] });
  });

  const silence: Disturbance = { kind: 'silent', begin: at(10.5), end: at(16.5) };
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
    const unplugged: Disturbance = { kind: 'unplugged', begin: at(10.5), end: at(12.5) };
    const gaps = [{ from: at(8.5).wall, to: momentOf(17_002, 0).wall, cause: 'unplugged' }];
    const late = compare({ sent: around, disturbances: [unplugged], heard: { gaps }, openings: [0, 17] });
    expect(late).toMatchObject({ reconnectMs: 4_500, gapEdgeMs: 1_500 });
    expect(compare({ heard: { gaps } }).wrongGaps).toHaveLength(1);
  });

  test('finds a detector that is heard no more though its line is whole', () => {
    expect(compare({ sent: around }).wrongGaps).toEqual([expect.stringContaining('heard nothing for 7000 ms')]);
  });
});
