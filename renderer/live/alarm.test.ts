import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import {
  acknowledge,
  CALM_MS,
  endLost,
  leavePlace,
  loseUnheard,
  passTime,
  REPEAT_MS,
  shelve,
  withoutClosed,
} from './alarm.ts';
import type { Alarm, Alarms, Sight } from './alarm-model.ts';
import { at, keyOf, measured, one, over, raisedAt, see, seeDoubted, unknown } from './test-alarm.ts';

describe('an alarm', () => {
  test('is raised by a value at the limit and not below it', () => {
    expect(see([], measured(0.79), 0)).toEqual([]);
    expect(one(raisedAt(1.5)).level).toBe(1);
  });
  test('is the gravest at once when the value is over range', () => {
    expect(one(see([], over, 0))).toMatchObject({ level: 1, last: { text: null } });
  });
  test('is not raised by what is not known', () => {
    expect(see([], unknown, 0)).toEqual([]);
  });
  test('clears only after ten seconds under the limit by the margin, and keeps its peak', () => {
    let alarms = see(raisedAt(0.9), measured(1.63), 1000);
    for (let second = 2; second <= 12; second += 1) alarms = see(alarms, measured(0.7), second * 1000);
    expect(one(alarms)).toMatchObject({ cleared: at(12_000), peak: { text: '1.63' } });
  });
  test('does not clear within the margin of the limit', () => {
    const alarms = [1000, 20_000, 40_000].reduce((all, mono) => see(all, measured(0.77), mono), raisedAt(0.9));
    expect(one(alarms).cleared).toBeNull();
  });
  test('counts its time from when it became as grave as it is', () => {
    expect(one(see(raisedAt(0.9), measured(1.6), 5000))).toMatchObject({ level: 1, since: at(5000) });
  });
  test('falls to a lesser level only after ten calm seconds', () => {
    const early = see(see(raisedAt(1.6), measured(1.2), 1000), measured(1.2), 9000);
    expect(one(early).level).toBe(1);
    expect(one(see(early, measured(1.2), 11_000)).level).toBe(2);
  });
  test('loses nothing when the data are lost, and calm has to begin again', () => {
    const calm = see(see(raisedAt(1.6), measured(0.1), 1000), unknown, 5000);
    expect(one(calm)).toMatchObject({ level: 1, dataLost: true, cleared: null, last: { text: '0.10' } });
    expect(one(see(calm, measured(0.1), 12_000)).cleared).toBeNull();
  });
  test('raised again within a minute counts as the same one', () => {
    let alarms = see(raisedAt(1.2), measured(0.1), 1000);
    alarms = see(alarms, measured(0.1), 11_000);
    expect(one(alarms).cleared).not.toBeNull();
    expect(one(see(alarms, measured(1.2), 30_000))).toMatchObject({ times: 2, cleared: null, since: at(0) });
  });
});

describe('an acknowledged alarm', () => {
  const known = acknowledge(raisedAt(1.5), 'Zhao', at(1000));
  test('keeps level and value and says who and when', () => {
    expect(one(known)).toMatchObject({ level: 1, acknowledged: { by: 'Zhao', at: at(1000) } });
  });
  test('stays silent while the value rises by less than the step', () => {
    expect(one(see(known, measured(1.59), 2000)).acknowledged).not.toBeNull();
  });
  test('is heard again when the value rises by the step', () => {
    expect(one(see(known, measured(1.6), 2000)).acknowledged).toBeNull();
  });
  test('is heard again when it goes over range', () => {
    expect(one(see(known, over, 2000)).acknowledged).toBeNull();
  });
  test('is heard again at a graver level', () => {
    const level2 = acknowledge(raisedAt(1.45), 'Zhao', at(1000));
    expect(one(see(level2, measured(1.5), 2000)).acknowledged).toBeNull();
  });
  test('is heard again after two minutes still in alarm, also when its data are lost', () => {
    expect(one(passTime(known, at(1000 + REPEAT_MS - 1))).acknowledged).not.toBeNull();
    expect(one(passTime(see(known, unknown, 5000), at(1000 + REPEAT_MS))).acknowledged).toBeNull();
  });
  test('does not silence a second channel that alarms later', () => {
    const both = see(known, measured(1.2), 3000, 'faceAirflow', 'b/ch1');
    expect(both.map((alarm) => alarm.acknowledged === null)).toEqual([false, true]);
  });
  test('puts away an alarm that is over', () => {
    const over12s = see(see(known, measured(0.1), 2000), measured(0.1), 12_000);
    expect(acknowledge(over12s, 'Zhao', at(13_000))).toEqual([]);
  });
});

test('an alarm raised before a place was known takes the first place', () => {
  const raised = see([], over, 0, null);
  expect(one(see(raised, over, 500))).toMatchObject({ place: 'faceAirflow', asksPlace: null });
});

describe('an instrument that may be another one', () => {
  test('neither softens nor ends an alarm, however long it says less', () => {
    let alarms = see([], over, 0);
    for (let n = 1; n < 30; n += 1) alarms = seeDoubted(alarms, measured(0.2), n * 1000);
    expect(one(alarms)).toMatchObject({ level: 1, dataLost: true, cleared: null, last: { text: null } });
    const reached = seeDoubted(raisedAt(1.6), measured(0.9), 1000);
    expect(one(reached)).toMatchObject({ dataLost: true, last: { text: '1.60' } });
  });
  test('makes it graver, and raises one of its own', () => {
    expect(one(seeDoubted(raisedAt(1.6), measured(1.9), 1000))).toMatchObject({ last: { text: '1.90' }, level: 1 });
    expect(one(seeDoubted([], measured(1.6), 0)).level).toBe(1);
  });
  test('once it is confirmed, its values count again', () => {
    const doubted = seeDoubted(raisedAt(1.6), measured(0.9), 1000);
    expect(one(see(doubted, measured(0.9), 2000))).toMatchObject({ dataLost: false, last: { text: '0.90' } });
  });
});

describe('another place', () => {
  const moved = [1000, 8000, 30_000].reduce((all, mono) => see(all, measured(0.1), mono, 'intake'), raisedAt(1.6));
  test('neither clears nor lowers the alarm, it asks', () => {
    expect(one(moved)).toMatchObject({ level: 1, place: 'faceAirflow', cleared: null, asksPlace: { place: 'intake' } });
  });
  test('counts once the person says so, and then takes its ten seconds', () => {
    const left = see(leavePlace(moved, keyOf('a/ch1'), 'Zhao', at(30_500)), measured(0.1), 31_000, 'intake');
    expect(one(left)).toMatchObject({ place: 'intake', asksPlace: null, cleared: null });
    expect(one(see(left, measured(0.1), 41_000, 'intake')).cleared).not.toBeNull();
  });
  test('raises the level when it is worse there', () => {
    expect(one(see(raisedAt(1.2), measured(1.7), 1000, 'heading')).level).toBe(1);
  });
});

describe('whatever happens', () => {
  const sight = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 250 }).map((n) => measured(n / 100)) },
    { weight: 1, arbitrary: fc.constant(over) },
    { weight: 2, arbitrary: fc.constant(unknown) },
  );
  const steps = fc.array(
    fc.record({
      sight,
      wait: fc.integer({ min: 1, max: 15_000 }),
      acknowledge: fc.boolean(),
      place: fc.constantFrom('faceAirflow', 'intake'),
    }),
    { maxLength: 40 },
  );
  type Step = { sight: Sight; wait: number; acknowledge: boolean; place: string };
  function* walk(all: readonly Step[]) {
    let alarms: Alarms = [];
    let mono = 0;
    for (const step of all) {
      mono += step.wait;
      const before = passTime(step.acknowledge ? acknowledge(alarms, 'Zhao', at(mono)) : alarms, at(mono));
      alarms = see(before, step.sight, mono, step.place);
      yield { before: before[0], after: alarms[0], step, mono };
    }
  }
  const holds = (claim: (moment: { before?: Alarm; after?: Alarm; step: Step; mono: number }) => void) =>
    fc.assert(
      fc.property(steps, (all) => {
        for (const moment of walk(all)) claim(moment);
      }),
      { numRuns: scaled(300) },
    );

  test('the level is never below what the value asks for', () => {
    holds(({ after, step }) => {
      if (step.sight.kind === 'unknown') return;
      const asked = step.sight.kind === 'overRange' ? 1 : step.sight.level;
      if (asked !== null) expect(after && !after.cleared && after.level <= asked).toBe(true);
    });
  });
  test('lost data change neither level nor end', () => {
    holds(({ before, after, step }) => {
      if (step.sight.kind !== 'unknown') return;
      expect(after?.level).toBe(before?.level);
      expect(after?.cleared ?? null).toBe(before?.cleared ?? null);
    });
  });
  test('an alarm ends only after calm for the whole time', () => {
    holds(({ before, after, mono }) => {
      if (!after?.cleared || before?.cleared) return;
      expect(before?.calmSince && mono - before.calmSince.mono >= CALM_MS).toBe(true);
    });
  });
  test('a value worse by the step after acknowledging is never silent', () => {
    holds(({ before, after, step }) => {
      if (!before?.acknowledged || before.cleared || step.sight.kind !== 'measured') return;
      if (step.sight.danger >= before.acknowledged.danger + 0.1) expect(after?.acknowledged).toBeNull();
    });
  });
  test('another place ends nothing', () => {
    holds(({ before, after, step }) => {
      if (before && !before.cleared && step.sight.kind !== 'unknown' && step.place !== before.place)
        expect(after).toMatchObject({ cleared: null, place: before.place });
    });
  });
});

describe('an alarm whose detector is gone', () => {
  const gone = loseUnheard(raisedAt(1.6), new Set());
  test('says that its value is no longer known, and stays', () => {
    expect(one(gone)).toMatchObject({ level: 1, dataLost: true, cleared: null });
    expect(one(loseUnheard(raisedAt(1.6), new Set([keyOf('a/ch1')]))).dataLost).toBe(false);
  });
  const ended = (alarms: Alarms, key: string) => withoutClosed(endLost(alarms, keyOf(key), 'Wang', at(6000)));
  test('is ended by a person only after it was acknowledged, and not while its detector still speaks', () => {
    expect(ended(gone, 'a/ch1')).toEqual(gone);
    expect(ended(acknowledge(gone, 'Zhao', at(5000)), 'b/ch1')).toHaveLength(1);
    expect(ended(acknowledge(gone, 'Zhao', at(5000)), 'a/ch1')).toEqual([]);
    expect(ended(acknowledge(raisedAt(1.6), 'Zhao', at(5000)), 'a/ch1')).toHaveLength(1);
  });
  test('says who ended it before it is put away', () => {
    const closed = endLost(acknowledge(gone, 'Zhao', at(5000)), keyOf('a/ch1'), 'Wang', at(6000));
    expect(one(closed).closed).toEqual({ at: at(6000), by: 'Wang' });
  });
});

describe('what the record will say', () => {
  test('everybody who silenced it stands there, also after it sounded again', () => {
    const first = acknowledge(raisedAt(1.5), 'Zhao', at(1000));
    const second = acknowledge(see(first, measured(1.7), 2000), 'Wang', at(3000));
    expect(one(second).acks.map(({ by, value }) => [by, value])).toEqual([
      ['Zhao', { quality: 'ok', amount: '1.50', unit: '%VOL' }],
      ['Wang', { quality: 'ok', amount: '1.70', unit: '%VOL' }],
    ]);
  });
  test('the gravest stays, with its limit, when the level falls', () => {
    const low = [1000, 11_500].reduce((all, mono) => see(all, measured(1.2), mono), raisedAt(1.6));
    expect(one(low)).toMatchObject({ level: 2, gravest: 1, raised: { text: '1.60' }, peak: { text: '1.60' } });
  });
});

describe('acknowledging what stood on the screen', () => {
  const painted = raisedAt(1.45);
  test('does not silence a graver level that came before the press', () => {
    const now = see(painted, measured(1.5), 500);
    expect(one(acknowledge(now, 'Zhao', at(600), painted)).acknowledged).toBeNull();
  });
  test('does not silence a value that is worse by the step than the one painted', () => {
    const now = see(painted, measured(1.2), 500);
    const silenced = acknowledge(see(now, measured(1.45), 600), 'Zhao', at(700), now);
    expect(one(see(silenced, measured(1.31), 800)).acknowledged).toBeNull();
  });
  test('does not silence an alarm that was not painted yet', () => {
    const two = see(painted, measured(1.2), 500, 'faceAirflow', 'b/ch1');
    expect(acknowledge(two, 'Zhao', at(600), painted).map((alarm) => alarm.acknowledged !== null)).toEqual([
      true,
      false,
    ]);
  });
});

describe('putting aside', () => {
  const how = { by: 'Zhao', reason: '正在换', until: at(60_000).wall };
  const aside = shelve(raisedAt(0.9), keyOf('a/ch1'), how, at(1000));
  test('is for advisories alone', () => {
    expect(one(aside)).toMatchObject({ shelvedUntil: how.until, shelvings: [{ by: 'Zhao', reason: '正在换' }] });
    for (const danger of [1.2, 1.6])
      expect(one(shelve(raisedAt(danger), keyOf('a/ch1'), how, at(1000))).shelvedUntil).toBeNull();
  });
  test('ends at once when it becomes graver', () => {
    expect(one(see(aside, measured(1.2), 2000))).toMatchObject({ level: 2, shelvedUntil: null, acknowledged: null });
  });
  test('ends by itself, and then it sounds again', () => {
    expect(one(passTime(aside, at(59_999))).shelvedUntil).not.toBeNull();
    expect(one(passTime(aside, at(60_000)))).toMatchObject({ shelvedUntil: null, soundsSince: at(60_000) });
  });
});

test('a place that is not known ends nothing and asks nothing', () => {
  const unsure = [1000, 12_000, 30_000].reduce((all, mono) => see(all, measured(0.1), mono, null), raisedAt(1.6));
  expect(one(unsure)).toMatchObject({ level: 1, cleared: null, asksPlace: null });
});
