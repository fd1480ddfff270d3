import type { Reading } from '../../vocabulary/reading.ts';
import type { SpokenWords } from '../words/words.ts';
import { showReading } from './quantity-text.ts';

/** `甲烷 0.38 %`, or the word where there is no number. */
export function sayReading(t: SpokenWords['t'], { gas, value }: Reading): string {
  const shown = showReading(value, gas, false);
  const said = shown.kind === 'number' ? `${shown.amount}\u00a0${shown.unit}`.trimEnd() : t(`marks.${shown.word}`);
  return `${t(`gases.${gas}`)} ${said}`;
}
