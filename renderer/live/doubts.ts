import { useCallback } from 'react';
import { wireReasons } from '../../rules/instrument/grade-reading.ts';
import { sayReasons } from '../../rules/instrument/say-grade.ts';
import { gradeReasonWords } from '../../vocabulary/grade-words.ts';
import { beijingDay } from '../../vocabulary/time.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import type { Words } from '../../vocabulary/words.ts';
import { markLimit } from '../parts/with-limits.tsx';
import type { ChannelLive } from '../ports/live-model.ts';
import { useGradings } from '../ports/use-gradings.ts';

/** Set by the listener while nothing has said that the instrument on the line is the registered one. */
export const UNCONFIRMED = 'instrument_unconfirmed';

/** One reason in words, its limit marked for `WithLimits`, with what that rests on. */
interface Doubt {
  readonly words: Words;
  readonly citations: readonly Citation[];
}

/** Why what a channel says is no evidence, by the day of the reading and the register as it stands; empty where it is. */
export function useDoubts(): (channel: Pick<ChannelLive, 'latest'>) => readonly Doubt[] {
  const gradeOn = useGradings();
  return useCallback(
    ({ latest: { reading, flags } }) => {
      const grading = gradeOn(reading.instrument, reading.gas, beijingDay(reading.time.wall));
      if (!grading) return [];
      return [
        ...sayReasons(grading, markLimit),
        ...wireReasons(reading).map((reason) => ({ words: gradeReasonWords[reason], citations: [] })),
        ...(flags.includes(UNCONFIRMED) ? [{ words: gradeReasonWords[UNCONFIRMED], citations: [] }] : []),
      ];
    },
    [gradeOn],
  );
}
