import { sha256 } from '../../db/log/sha256.ts';
import type { EventRecord } from '../../db/record.ts';
import { articlesMissing, type TypedArticles, typedKey } from '../../rules/citations.ts';
import { entryOf } from '../../rules/packs/law.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import type { InspectionSheet } from '../ports/inspection-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';
import { nameOf } from './sheet.ts';

/** Documents are filed under a number made of their name: subjects speak in ids. */
const articleSubject = (document: string, entry: string): string =>
  `article/${sha256(document).slice(0, 32)}/entry:${entry}`;

/** What was typed and nobody disputes, to fill citations with. */
export const typedArticles = (record: EventRecord): TypedArticles =>
  new Map(
    record
      .rows('articles')
      .filter(({ heads }) => heads === 1)
      .map(({ document, entry, article }) => [typedKey(document, entry), article]),
  );

/** The articles on which the findings of an inspection rest and that nobody has read or typed yet. */
export function openArticles(record: EventRecord, { rows, findings }: InspectionSheet): Citation[] {
  const failed = rows.filter(({ status }) => status === 'fail');
  const basis = [
    ...failed.flatMap(({ answer }) => answer?.verdict?.citations ?? []),
    ...findings.flatMap(({ findingId: finding }) => record.rows('findings', { finding })[0]?.citations ?? []),
  ];
  return articlesMissing(basis, typedArticles(record));
}

/** An officer types an article from the official text; until then what rests on it is a draft. */
export function articleHandlers(desk: Desk): Some<'article/list' | 'article/put'> {
  return {
    'article/list': () => {
      const record = desk.need();
      if (!record.ok) return record;
      return ok(
        record.value.rows('articles').map(({ document, entry, article, author, wall, heads }) => ({
          document,
          entry,
          article,
          by: nameOf(record.value, author),
          at: epochMs.parse(wall),
          disputed: heads > 1,
        })),
      );
    },
    'article/put': ({ document, entries, article }) => {
      const record = desk.need();
      if (!record.ok) return record;
      for (const entry of entries) {
        const known = entryOf(document, entry);
        if (known === null) return fail({ code: 'unknown_entry', document, entry });
        if (known.article !== null) return fail({ code: 'article_known', document, article: known.article });
      }
      const drafts = entries.map((entry) => ({
        type: 'article',
        subject: articleSubject(document, entry),
        body: { document, entry, article },
      }));
      const saved = desk.saveAll(drafts, 'rules');
      if (!saved.ok) return saved;
      return saved.value ? ok(saved.value) : fail({ code: 'unknown_entry', document, entry: '' });
    },
  };
}
