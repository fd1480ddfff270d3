import { expect, test } from 'vitest';
import { reading } from '../../vocabulary/reading.ts';
import { doubtsOf, forgetDoubts, noteDoubts } from './doubts.ts';
import { gradesOfBlock } from './grade-block.ts';

const ID = 'a'.repeat(32);
const at = (wall: number) =>
  reading.parse({
    instrument: ID,
    channel: 'ch1',
    gas: 'CH4',
    time: { wall, mono: 1, boot: 'b'.repeat(32) },
    value: { quality: 'ok', amount: '0.30', unit: '%VOL' },
  });
const store = () => {
  const values = new Map<string, string>();
  return {
    values,
    get: (name: string) => values.get(name) ?? null,
    put: (name: string, value: string | null) => void (value === null ? values.delete(name) : values.set(name, value)),
  };
};
const OPEN = ['instrument_unconfirmed'] as const;

test('doubts of one batch after the other are one span; a later one is another', () => {
  const local = store();
  for (const from of [0, 1000, 2000, 60_000]) noteDoubts(local, ID, [at(from), at(from + 900)], OPEN);
  expect(JSON.parse(local.values.get(`doubts ${ID}`) ?? '')).toMatchObject([{ from: 0, to: 2900 }, { from: 60_000 }]);
  const doubts = doubtsOf(local, ID);
  expect([at(500), at(3000), at(30_000), at(60_500)].map((one) => doubts(one))).toEqual([OPEN, OPEN, [], OPEN]);
  forgetDoubts(local, ID);
  expect(doubtsOf(local, ID)(at(500))).toEqual([]);
});

test('nothing is noted of a batch without a doubt', () => {
  const local = store();
  noteDoubts(local, ID, [at(0)], []);
  expect(local.values.size).toBe(0);
});

test('a block counts the doubted readings apart from the others', () => {
  const local = store();
  noteDoubts(local, ID, [at(0), at(1000)], OPEN);
  const grades = gradesOfBlock(null, [at(0), at(1000), at(9000)], doubtsOf(local, ID));
  expect(grades).toMatchObject([
    { count: 2, reasons: ['instrument_unknown', 'instrument_unconfirmed'] },
    { count: 1, reasons: ['instrument_unknown'] },
  ]);
});
