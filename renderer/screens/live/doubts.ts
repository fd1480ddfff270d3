import { wireReasons } from '../../../rules/instrument/grade-reading.ts';
import { sayReasons } from '../../../rules/instrument/say-grade.ts';
import { gradeReasonWords } from '../../../vocabulary/grade-words.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import type { Words } from '../../../vocabulary/words.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { useGradings } from '../../ports/use-gradings.ts';

/** Set by the listener while nothing has said that the instrument on the line is the registered one. */
const UNCONFIRMED = 'instrument_unconfirmed';

/** Why what this channel says now is no evidence, by the register as it stands; empty where it is, or while the register is not known. */
export function useDoubts({ channel }: ChannelHere, day: string): readonly Words[] {
  const gradeOn = useGradings();
  const { reading, flags } = channel.latest;
  const date = isoDate.safeParse(day).data;
  const grading = date ? gradeOn(reading.instrument, reading.gas, date) : null;
  if (!grading) return [];
  return [
    ...sayReasons(grading).map(({ words }) => words),
    ...wireReasons(reading).map((reason) => gradeReasonWords[reason]),
    ...(flags.includes(UNCONFIRMED) ? [gradeReasonWords[UNCONFIRMED]] : []),
  ];
}
