import { expect, test } from 'vitest';
import { articleText, looksLikeArticle } from './article-text.ts';

test('a bare number becomes an article, other text stays as it stands', () => {
  expect(['173', ' １７３ ', '第173条 第2款', '', '　'].map(articleText)).toEqual([
    '第173条',
    '第173条',
    '第173条第2款',
    null,
    null,
  ]);
});
test('what names no article is noticed', () => {
  expect(['第173条', '第一百七十三条第二款', '第9条附表1'].map(looksLikeArticle)).toEqual([true, true, true]);
  expect(['173页', '附件', '第条'].map(looksLikeArticle)).toEqual([false, false, false]);
});
