import type { Words } from '../vocabulary/words.ts';

/** One kind of document: facts in, text out. The same facts give the same bytes, on every machine and at any time. */
export interface DocumentKind<Kind extends string, Facts> {
  readonly kind: Kind;
  readonly title: Words;
  /** Its name in a bundle's `data/`. */
  readonly file: string;
  readonly mime: string;
  /** To be written as UTF-8. */
  readonly render: (facts: Facts) => string;
}
