import { decodeText } from '../../drivers/log-import/decode-text.ts';
import { splitTable } from '../../drivers/log-import/split-table.ts';
import { drain } from '../../drivers/log-import/steps.ts';
import { bookRemarks } from '../../rules/gas/check-patterns.ts';
import { readBook } from '../../rules/gas/read-book.ts';
import { bookHeads } from '../../rules/gas/read-book.words.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { BookRead } from '../ports/book-models.ts';
import type { Some } from './methods.ts';

/** The mine's own shift book: read, and what a person should look at in it. Nothing is recorded and nothing judged. */
export const shiftBookHandlers = (): Some<'book/read'> => ({
  'book/read': ({ bytes }) => readShiftBook(Buffer.from(bytes, 'base64')),
});

/** Faults: log_not_text, book_no_columns. */
export function readShiftBook(bytes: Uint8Array): Result<BookRead> {
  const decoded = drain(decodeText(bytes));
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const rows = drain(splitTable(text, delimiterOf(text))).map(({ cells }) => cells);
  const book = readBook(rows, bookHeads);
  if (!book) return fail({ code: 'book_no_columns' });
  return ok({ checks: book.entries.length, unread: [...book.unread], remarks: bookRemarks(book.entries).map(plain) });
}

const plain = <T extends { readonly rows: readonly number[] }>(remark: T) => ({ ...remark, rows: [...remark.rows] });

const DELIMITERS = ['\t', ',', ';', '，'] as const;

/** What stands most often in the first lines: a pasted table has tabs, a file commas. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000);
  const count = (mark: string) => head.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
