import type { Gas } from '../../vocabulary/gas.ts';
import type { NotMeasured } from '../../vocabulary/reading.ts';
import { gasColumn } from './find-columns.ts';
import { alarmWord, quietMarks, stateWords } from './log-aliases.words.ts';
import { markOf, plainWord } from './read-cell.ts';

/** What a state column says of its row. */
export interface RowState {
  /** Why no value of the row is a measurement; over-range holds for one gas, where the word names it. */
  readonly mark: NotMeasured | null;
  readonly gas: Gas | null;
  readonly isAlarm: boolean;
  /** Words that mean nothing to this program: the values stand, and the words are kept and shown. */
  readonly isUnknown: boolean;
}

/** The first that fits counts: fault and calibrating before warm-up before over-range. */
export function readState(text: string): RowState {
  const said = text.normalize('NFKC').toLowerCase().trim();
  const isAlarm = alarmWord.test(said);
  const none = { mark: null, gas: null, isAlarm, isUnknown: false };
  if (quietMarks.includes(plainWord(said))) return none;
  const exact = markOf(said);
  const found = stateWords.find(([, word]) => word.test(said));
  const mark = exact ?? found?.[0] ?? null;
  if (mark === null || mark === 'missing') return { ...none, isUnknown: !isAlarm };
  const rest = mark === 'over_range' && found ? said.replace(found[1], '') : '';
  return { ...none, mark, gas: gasColumn(rest)?.gas ?? null };
}
