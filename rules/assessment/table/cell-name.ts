const LETTERS = 26;

/** `E5`, as a sheet names its cells; `at` and `row` are counted from 0. */
export function cellName(at: number, row: number): string {
  const letter = String.fromCharCode(65 + (at % LETTERS));
  return `${at >= LETTERS ? String.fromCharCode(64 + Math.floor(at / LETTERS)) : ''}${letter}${row + 1}`;
}
