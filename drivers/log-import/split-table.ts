/** One row of a file: the line it begins on (from 1), its cells, trimmed. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Cells by RFC 4180: quotes may hold delimiters, doubled quotes and line ends; lines end with CR, LF or both. */
export function splitTable(text: string, delimiter: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let startLine = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((each) => each !== '')) rows.push({ row: startLine, cells });
    cells = [];
    startLine = line;
  };
  const whole = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < whole.length; at++) {
    const letter = whole[at] ?? '';
    if (letter === '\n') line += 1;
    if (isQuoted && letter === '"' && whole[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (isQuoted) cell += letter;
    else if (letter === delimiter) endCell();
    else if (letter === '\n') endRow();
    else cell += letter;
  }
  endRow();
  return rows;
}
