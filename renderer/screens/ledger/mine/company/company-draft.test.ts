import { expect, test } from 'vitest';
import { tightenable } from '../../../../../rules/packs/company.ts';
import { companyLimitTitles } from '../../../../../rules/packs/company-limits.words.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { figureOf, figureTrouble } from './company-draft.ts';

const today = isoDate.parse('2026-11-27');
const laws = tightenable(today);
const law = (key: string) => {
  const found = laws.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
const typed = { value: '０.８', title: ' 瓦斯管理规定 ', article: '12', from: '2026-01-01' };

test('every limit of the list stands in a pack in force, with its document', () => {
  const missing = Object.keys(companyLimitTitles).filter(
    (name) => !laws.some((one) => `${one.family} ${one.key}` === name),
  );
  // the two places whose sensors only alarm
  expect(missing).toEqual(
    ['mainReturn', 'surfaceDrainagePumpRoom'].flatMap((place) =>
      ['cut', 'repower'].map((what) => `safety sensor.${place}.${what}`),
    ),
  );
  expect(laws.every(({ citation, title }) => citation.title !== '' && title.zh !== '' && title.en !== '')).toBe(true);
});

test('a figure counts when it is stricter, full-width digits as narrow ones', () => {
  expect(figureOf(law('ch4.return'), typed, today)).toEqual({
    family: 'safety',
    key: 'ch4.return',
    value: '0.8',
    title: '瓦斯管理规定',
    article: '第12条',
    from: '2026-01-01',
  });
});

test('what is not stricter, no number, without a document or of a later day is none', () => {
  expect(figureTrouble(law('ch4.return'), '')).toBeNull();
  expect(figureTrouble(law('ch4.return'), '1.0')).toBe('notStricter');
  expect(figureTrouble(law('lead.goaf'), '25')).toBe('notStricter');
  expect(figureTrouble(law('lead.goaf'), '40')).toBeNull();
  expect(figureTrouble(law('ch4.return'), '-1')).toBe('bad');
  // of a table one laxer row is enough, and what no row is laxer than is refused
  expect(figureTrouble(law('mineRate'), '30')).toBeNull();
  expect(figureTrouble(law('mineRate'), '25')).toBe('notStricter');
  expect(figureTrouble(law('desorbable'), '8')).toBe('notStricter');
  expect(figureTrouble(law('sensor.returnCorner.alarm'), '0.8')).toBeNull();
  for (const wrong of [{ value: '1.0' }, { value: '' }, { title: ' ' }, { from: '' }, { from: '2026-11-28' }])
    expect(figureOf(law('ch4.return'), { ...typed, ...wrong }, today)).toBeNull();
});
