import { ROWS_PER_STEP, type Steps } from './steps.ts';

/** The lines of a text, whichever way they end. */
export function* splitLines(text: string): Steps<readonly string[]> {
  const lines: string[] = [];
  const ends = /\r\n?|\n/g;
  let at = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    lines.push(text.slice(at, end.index));
    at = ends.lastIndex;
    if (lines.length % ROWS_PER_STEP === 0) yield at / text.length;
  }
  return [...lines, text.slice(at)];
}
