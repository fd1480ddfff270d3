import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { type BookEntry, bookDefaults, bookRemarks } from './check-patterns.ts';

const entry = (row: number, minute: number, more: Partial<BookEntry> = {}): BookEntry => ({
  row,
  minute,
  place: '15103工作面',
  by: '张三',
  ch4_pct: '0.32',
  co2_pct: '0.10',
  ...more,
});
const kinds = (entries: readonly BookEntry[]) => bookRemarks(entries).map(({ kind }) => kind);

describe('one figure again and again', () => {
  const same = (count: number, more: Partial<BookEntry> = {}) =>
    Array.from({ length: count }, (_, at) => entry(at + 1, at * 160, more));

  test('is remarked from the default on, with its rows, and not before', () => {
    expect(bookRemarks(same(bookDefaults.repeats - 1))).toEqual([]);
    expect(bookRemarks(same(bookDefaults.repeats))).toEqual([
      { kind: 'repeated', place: '15103工作面', figure: '0.32/0.1', rows: [1, 2, 3, 4, 5, 6] },
    ]);
  });

  test('0.32 and 0.320 are one figure; nought may stay nought', () => {
    const mixed = same(6).map((one, at) => ({ ...one, ch4_pct: at % 2 === 0 ? '0.32' : '0.320' }));
    expect(kinds(mixed)).toEqual(['repeated']);
    expect(kinds(same(20, { ch4_pct: '0.00', co2_pct: null }))).toEqual([]);
  });

  test('nought among figures is a figure, and what is not written is not nought', () => {
    const mine = same(6, { ch4_pct: '0.00', co2_pct: '0.10' });
    expect(bookRemarks(mine)).toMatchObject([{ kind: 'repeated', figure: '0/0.1' }]);
    expect(bookRemarks(same(6, { co2_pct: null }))).toMatchObject([{ kind: 'repeated', figure: '0.32/' }]);
  });

  test('another figure in between begins anew', () => {
    const broken = same(10).map((one, at) => (at === 5 ? { ...one, ch4_pct: '0.34' } : one));
    expect(kinds(broken)).toEqual([]);
  });
});

describe('whole rounds alike', () => {
  const round = (start: number, first: number, figures: readonly string[]) =>
    figures.map((ch4_pct, at) => entry(first + at, start + at * 15, { place: `地点${at}`, ch4_pct }));

  test('three rounds of the same figures in the same order are remarked, two are not', () => {
    const figures = ['0.32', '0.41', '0.28', '0.36'];
    const days = [0, 1440, 2880].map((start, day) => round(start, day * 4 + 1, figures));
    expect(kinds(days.slice(0, 2).flat())).toEqual([]);
    expect(bookRemarks(days.flat())).toEqual([
      { kind: 'sameRound', by: '张三', length: 4, rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
    ]);
  });

  test('a pause as long as the default parts two rounds, a shorter one does not', () => {
    const figures = ['0.32', '0.41', '0.28', '0.36'];
    const twoADay = (pause: number) =>
      [0, 45 + pause, 2 * (45 + pause)].flatMap((start, at) => round(start, at * 4 + 1, figures));
    expect(kinds(twoADay(bookDefaults.roundGap_min))).toEqual(['sameRound']);
    expect(kinds(twoADay(bookDefaults.roundGap_min - 1))).toEqual([]);
  });

  test('a round with nought at one place is a round, one of nought alone is none', () => {
    const days = (figures: readonly string[]) =>
      [0, 1440, 2880].flatMap((start, day) =>
        round(start, day * 4 + 1, figures).map((one) => ({ ...one, co2_pct: null })),
      );
    expect(kinds(days(['0', '0.41', '0.28', '0.36']))).toEqual(['sameRound']);
    expect(kinds(days(['0', '0', '0', '0']))).toEqual([]);
  });

  test('one figure that moves is enough for a round to be another', () => {
    const days = [0, 1440, 2880].map((start, day) => round(start, day * 4 + 1, ['0.32', '0.41', '0.28', `0.3${day}`]));
    expect(kinds(days.flat())).toEqual([]);
  });
});

describe('a walk nobody can walk', () => {
  const walk = (gap: number, more: Partial<BookEntry> = {}) => [
    entry(1, 0),
    entry(2, gap, { place: '15105掘进面', ch4_pct: '0.5', ...more }),
  ];

  test('is remarked below the default and not at it', () => {
    expect(bookRemarks(walk(bookDefaults.walk_min - 1))).toEqual([
      { kind: 'tooFast', by: '张三', from: '15103工作面', to: '15105掘进面', minutes: 1, rows: [1, 2] },
    ]);
    expect(bookRemarks(walk(bookDefaults.walk_min))).toEqual([]);
  });

  test('counts the minutes between two checks of a later hour, and the same place twice is no walk', () => {
    const later = walk(1).map((one) => ({ ...one, minute: one.minute + 900 }));
    expect(bookRemarks(later)).toMatchObject([{ kind: 'tooFast', minutes: 1 }]);
    expect(bookRemarks(walk(1, { place: '15103工作面' }))).toEqual([]);
  });

  test('two people may read at two places in one minute; nobody named is nobody', () => {
    expect(bookRemarks(walk(0, { by: '李四' }))).toEqual([]);
    expect(bookRemarks(walk(0).map((one) => ({ ...one, by: '' })))).toEqual([]);
  });
});

const anyEntry = (row: number) =>
  fc.record({
    row: fc.constant(row),
    place: fc.constantFrom('甲', '乙', '丙'),
    by: fc.constantFrom('张三', '李四'),
    minute: fc.integer({ min: 0, max: 600 }),
    ch4_pct: fc.option(fc.constantFrom('0.1', '0.2', '0.30')),
    co2_pct: fc.option(fc.constantFrom('0.1', '0.2')),
  });
const book = fc
  .integer({ min: 0, max: 40 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, at) => anyEntry(at + 1))));

test('the order in which a book is typed changes nothing', () => {
  fc.assert(
    fc.property(book, fc.infiniteStream(fc.integer()), (entries, keys) => {
      const sorted = entries.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
      const shuffled = sorted.map(({ one }) => one);
      const plain = (remarks: readonly object[]) => remarks.map((one) => JSON.stringify(one)).sort();
      expect(plain(bookRemarks(shuffled))).toEqual(plain(bookRemarks(entries)));
    }),
    { numRuns: scaled(200) },
  );
});

test('a remark names only rows of the book, each of them once', () => {
  fc.assert(
    fc.property(book, (entries) => {
      const known = new Set(entries.map(({ row }) => row));
      return bookRemarks(entries).every(
        ({ rows }) => rows.every((row) => known.has(row)) && new Set(rows).size === rows.length,
      );
    }),
    { numRuns: scaled(200) },
  );
});

test('figures that always move, at a pace one can walk, are never remarked', () => {
  const steady = fc.array(fc.integer({ min: 2, max: 60 }), { maxLength: 60 }).map((gaps) => {
    let minute = 0;
    return gaps.map((gap, at) => {
      minute += gap;
      return entry(at + 1, minute, { place: `地点${at % 5}`, ch4_pct: `0.${100 + at}` });
    });
  });
  fc.assert(
    fc.property(steady, (entries) => bookRemarks(entries).length === 0),
    { numRuns: scaled(200) },
  );
});
