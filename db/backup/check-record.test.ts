import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { removeRecord, type TestRecord, testRecord } from './test-record.ts';

const ANSWERS = 1300;
const MOST_A_TURN = 500;

let one: TestRecord;
const draft = (item: number, note = '') => ({
  author: one.record.identity.person,
  type: 'answer',
  subject: `inspection/${'a'.repeat(32)}/answer:water.item-${item}`,
  body: { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note },
});
beforeEach(async () => {
  one = await testRecord('checked');
  orThrow(one.record.appendAll(Array.from({ length: ANSWERS }, (_, item) => draft(item))));
});
afterEach(() => removeRecord(one));

describe('the check of a record', () => {
  test('lets others have their turn after some hundred rows of any table, and tells how far it is', async () => {
    const told: number[] = [];
    const { damaged } = orThrow(await one.record.check({ onProgress: (done) => told.push(done) }));
    expect(damaged).toEqual([]);
    const steps = told.map((done, at) => done - (told[at - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(MOST_A_TURN);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    // The events themselves, their statuses and their rows.
    expect(told.at(-1)).toBeGreaterThan(3 * ANSWERS);
  });

  test('finds nothing wrong where rows it has counted are written to, new ones come and work is taken back meanwhile', async () => {
    let turns = 0;
    const work = () => {
      turns += 1;
      for (const item of [turns, 500 + turns, ANSWERS - turns])
        orThrow(one.record.append(draft(item, `turn ${turns}`)));
      orThrow(one.record.append(draft(ANSWERS + turns)));
      if (turns % 3 === 0) orThrow(one.record.seal());
      // The first is written and taken back, since the second cannot be.
      expect(one.record.appendAll([draft(turns, 'taken back'), { ...draft(turns), type: 'unheard-of' }]).ok).toBe(
        false,
      );
    };
    const { damaged, stateHash } = orThrow(await one.record.check({ onProgress: () => turns < 40 && work() }));
    expect(turns).toBe(40);
    expect(damaged).toEqual([]);
    expect(stateHash).toBe(one.record.state().stateHash);
  });

  test('finds one changed row among many, whichever slice it is in', async () => {
    for (const item of [0, 700, ANSWERS - 1]) {
      const { db } = one.record.stores;
      const where = `subject = (SELECT n FROM subjects WHERE subject LIKE '%answer:water.item-${item}')`;
      db.exec(`UPDATE p_answers SET outcome = 'fail' WHERE ${where}`);
      expect(orThrow(await one.record.check()).damaged, `item ${item}`).toEqual(['rows']);
      db.exec(`UPDATE p_answers SET outcome = 'pass' WHERE ${where}`);
    }
    expect(orThrow(await one.record.check()).damaged).toEqual([]);
  });
});
