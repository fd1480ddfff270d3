import { articleBody } from '../../log/article-body.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Article numbers that officers typed from the official texts; while two differ, the citation stays open. */
export const articlesTable = projectionTable('articles', {
  document: column.id(),
  entry: column.id(),
  article: column.id(),
});

export const articles = {
  name: 'articles',
  version: 1,
  types: ['article'],
  table: articlesTable,
  row: rowFrom(/^article\/[0-9a-f]{32}\/entry:[A-Za-z0-9.-]+$/, articleBody, ({ document, entry, article }) => ({
    document,
    entry,
    article,
  })),
} as const satisfies Projection;
