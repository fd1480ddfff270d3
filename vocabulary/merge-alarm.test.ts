import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlarmFacts, alarmFacts } from './alarm.ts';
import { mergeAlarm } from './merge-alarm.ts';
import { scaled } from './test-scale.ts';

const volume = (amount: string) => ({ quality: 'ok' as const, amount, unit: '%VOL' as const });
const over = { quality: 'over_range' as const, unit: '%VOL' as const, detail: '' };
const factsOf = (more: object = {}): AlarmFacts =>
  alarmFacts.parse({
    instrument: 'a'.repeat(32),
    channel: 'ch1',
    gas: 'CH4',
    place: null,
    level: 2,
    gravest: 2,
    why: 'reached',
    limit: { value: '1.0', unit: '%VOL', comparator: '>=', citations: [] },
    actions: ['stop-electric-drill'],
    strictest: false,
    raised: { at: 1000, value: volume('1.02') },
    peak: { at: 1000, value: volume('1.02') },
    last: { at: 1000, value: volume('1.02') },
    times: 1,
    acknowledged: [],
    shelved: [],
    moved: [],
    ended: null,
    ...more,
  });
const ack = (at: number, by: string) => ({ at, by, value: volume('1.02') });
const cleared = { at: 9000, how: 'cleared' as const, by: null };

describe('two accounts of one alarm', () => {
  test('keep who acknowledged in either window, in the order of time', () => {
    const merged = mergeAlarm(
      factsOf({ acknowledged: [ack(30, 'Zhao')] }),
      factsOf({ acknowledged: [ack(20, 'Wang')] }),
    );
    expect(merged.acknowledged.map(({ by }) => by)).toEqual(['Wang', 'Zhao']);
  });
  test('keep the gravest that was reached, with its limit and what it asks', () => {
    const withdraw = factsOf({ level: 1, gravest: 1, actions: ['withdraw'] });
    expect(mergeAlarm(withdraw, factsOf())).toMatchObject({ level: 2, gravest: 1, actions: ['withdraw'] });
  });
  test('keep over range as the worst of all values, whoever says it', () => {
    const beyond = factsOf({ peak: { at: 2000, value: over } });
    expect(mergeAlarm(beyond, factsOf()).peak.value).toEqual(over);
    expect(mergeAlarm(factsOf(), beyond).peak.value).toEqual(over);
  });
  test('keep the lowest oxygen as the worst', () => {
    const oxygen = (amount: string) =>
      factsOf({
        limit: { value: '20', unit: '%VOL', comparator: '<', citations: [] },
        peak: { at: 1, value: volume(amount) },
      });
    expect(mergeAlarm(oxygen('18.1'), oxygen('19.0')).peak.value).toEqual(volume('18.1'));
  });
  test('stay ended once they ended, until the alarm came again', () => {
    expect(mergeAlarm(factsOf({ ended: cleared }), factsOf()).ended).toEqual(cleared);
    expect(mergeAlarm(factsOf({ ended: cleared }), factsOf({ times: 2 }))).toMatchObject({ ended: null, times: 2 });
  });
});

const anyFacts = fc
  .record({
    gravest: fc.constantFrom(1, 2, 3),
    peak: fc.oneof(
      fc.integer({ min: 0, max: 400 }).map((n) => volume((n / 100).toFixed(2))),
      fc.constant(over),
    ),
    acknowledged: fc.array(fc.record({ at: fc.integer({ min: 0, max: 5 }), by: fc.constantFrom('Zhao', 'Wang') }), {
      maxLength: 4,
    }),
    times: fc.integer({ min: 1, max: 3 }),
    ended: fc.constantFrom(null, cleared),
  })
  .map(({ gravest, peak, acknowledged, times, ended }) =>
    factsOf({
      gravest,
      level: gravest,
      times,
      ended,
      peak: { at: 1, value: peak },
      acknowledged: acknowledged.map(({ at, by }) => ack(at, by)),
    }),
  );

test('saying the same again changes nothing, and no acknowledging is ever lost', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (standing, said) => {
      const merged = mergeAlarm(standing, said);
      expect(mergeAlarm(merged, said)).toEqual(merged);
      for (const one of [...standing.acknowledged, ...said.acknowledged])
        expect(merged.acknowledged).toContainEqual(one);
      expect(merged.gravest).toBe(Math.min(standing.gravest, said.gravest));
    }),
    { numRuns: scaled(300) },
  );
});
