import { ROWS_PER_STEP, type Steps } from './steps.ts';

/** One row of a file: the line it begins on (from 1), its cells, trimmed. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A row with quotes that is longer has lost a closing quote: the quotes of its line then mean nothing. */
const LETTERS_IN_QUOTED_ROW = 4096;

/** Cells by RFC 4180: quotes may hold delimiters, doubled quotes and line ends; lines end with CR, LF or both. */
export function* splitTable(text: string, delimiter: string): Steps<readonly TableRow[]> {
  const rows: TableRow[] = [];
  const ends = /\r\n?|\n|$/g;
  for (let at = 0, line = 1; at < text.length; ) {
    ends.lastIndex = at;
    const plain = text.slice(at, ends.exec(text)?.index);
    const quoted = plain.includes('"') ? quotedRow(text, at, delimiter) : null;
    const { cells, end, lines } = quoted ?? { cells: plain.split(delimiter), end: at + plain.length, lines: 1 };
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) rows.push({ row: line, cells: trimmed });
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    line += lines;
    if (line % ROWS_PER_STEP === 0) yield at / text.length;
  }
  return rows;
}

interface QuotedRow {
  readonly cells: readonly string[];
  readonly end: number;
  readonly lines: number;
}

const QUOTED = / *"((?:[^"]|"")*)" */y;
const LINE_END = /\r\n?|\n/g;

/** The row that begins here and holds quotes; null where a quote is never closed or goes on after its end. */
function quotedRow(text: string, start: number, delimiter: string): QuotedRow | null {
  const letters = text.slice(start, start + LETTERS_IN_QUOTED_ROW);
  const isCut = start + letters.length < text.length;
  const cells: string[] = [];
  for (let at = 0; ; ) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(letters);
    const end = quoted ? QUOTED.lastIndex : endOfPlain(letters, at, delimiter);
    const plain = letters.slice(at, end);
    const next = letters[end];
    const isOver = next === undefined || next === '\n' || next === '\r';
    if ((next === undefined && isCut) || (!isOver && next !== delimiter)) return null;
    if (!quoted && plain.trimStart().startsWith('"')) return null;
    cells.push(quoted?.[1] === undefined ? plain : quoted[1].replaceAll('""', '"').replace(LINE_END, '\n'));
    if (isOver) return { cells, end: start + end, lines: letters.slice(0, end).split(LINE_END).length };
    at = end + 1;
  }
}

function endOfPlain(letters: string, from: number, delimiter: string): number {
  const found = [delimiter, '\n', '\r'].map((mark) => letters.indexOf(mark, from)).filter((at) => at >= 0);
  return found.length === 0 ? letters.length : Math.min(...found);
}
