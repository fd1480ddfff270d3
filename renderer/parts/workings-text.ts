import type { Working } from '../../vocabulary/verdict.ts';

/** A line that compares ends in one of these signs and has no amount of its own. */
const HOLDS = '✓';
const BROKEN = '✗';

export const isComparison = (line: Working): boolean => line.result === HOLDS || line.result === BROKEN;

export const holdsOf = (line: Working): boolean => line.result === HOLDS;

const lineText = (line: Working): string =>
  isComparison(line)
    ? `${line.formula}\n${line.substituted} ${line.result}`
    : `${line.formula}\n= ${line.substituted}\n= ${line.result} ${line.unit}`.trimEnd();

/** The arithmetic as lines of text, as it is copied to paper. */
export const workingsText = (workings: readonly Working[]): string => workings.map(lineText).join('\n\n');

/** One piece of a formula; `sub` stands below the line. */
export interface FormulaPiece {
  readonly text: string;
  readonly sub: boolean;
}

/** `W_cy,max + 1` in pieces: what follows an underscore, up to the next sign, is a subscript. */
export function formulaPieces(formula: string): FormulaPiece[] {
  return formula
    .split(/(_[\p{L}\d]+(?:,[\p{L}]+)?)/u)
    .filter((text) => text !== '')
    .map((text) => (text.startsWith('_') ? { text: text.slice(1), sub: true } : { text, sub: false }));
}
