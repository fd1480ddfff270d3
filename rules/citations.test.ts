import { expect, test } from 'vitest';
import { orThrow } from '../vocabulary/result.ts';
import { isoDate } from '../vocabulary/time.ts';
import { articlesMissing, distinct, fillCitations, typedKey } from './citations.ts';
import { judge } from './judge.ts';

const today = { date: isoDate.parse('2026-11-27') };
const before = { date: isoDate.parse('2026-01-15') };
const face = { location: 'faceAirflow', ch4_pct: '1.6' };
const cited = (when = today) => orThrow(judge('gas.ch4.action', face, when)).citations;
const none = new Map<string, string>();

test('under the edition of 2025 every citation waits for its article and says where its figure came from', () => {
  expect(cited().map(({ document, article, formerly }) => [document, article, formerly])).toEqual([
    ['rules25', null, '第173条'],
  ]);
  expect(articlesMissing(cited(), none)).toHaveLength(1);
  expect(articlesMissing(cited(before), none)).toEqual([]);
});

test('an article that was typed for every entry fills the citation', () => {
  const [citation] = cited();
  if (!citation) throw new Error('no citation');
  expect(citation.entries.length).toBeGreaterThan(1);
  const typed = new Map(citation.entries.map((entry) => [typedKey('rules25', entry), '第193条']));
  expect(fillCitations([citation], typed)).toEqual([{ ...citation, article: '第193条' }]);
  expect(articlesMissing([citation], typed)).toEqual([]);
});

test('an article typed for one entry leaves the others open, and two articles are two citations', () => {
  const [citation] = cited();
  const [first = '', ...others] = citation?.entries ?? [];
  const typed = new Map([[typedKey('rules25', first), '第193条']]);
  const filled = fillCitations(cited(), typed);
  expect(filled.map(({ article, entries }) => [article, entries])).toEqual([
    ['第193条', [first]],
    [null, others],
  ]);
  expect(articlesMissing(cited(), typed)).toHaveLength(1);
});

test('what another document calls its entry fills nothing here', () => {
  const typed = new Map(
    cited().flatMap(({ entries }) => entries.map((entry) => [typedKey('water2018', entry), '第1条'])),
  );
  expect(fillCitations(cited(), typed)).toEqual(cited());
});

test('the same place of a document stands once, with all that rests on it', () => {
  const [citation] = cited();
  if (!citation) throw new Error('no citation');
  const other = { ...citation, entries: ['another'] };
  expect(distinct([citation, other, citation])).toEqual([{ ...citation, entries: [...citation.entries, 'another'] }]);
  expect(distinct([citation, { ...other, formerly: '第9条' }])).toHaveLength(2);
});
