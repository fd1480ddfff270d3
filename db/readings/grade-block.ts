import type { z } from 'zod';
import { readingGrader } from '../../rules/instrument/grade-reading.ts';
import { type GradeReason, gradeOf } from '../../vocabulary/evidence-grade.ts';
import type { InstrumentFile } from '../../vocabulary/instrument.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { beijingDay } from '../../vocabulary/time.ts';
import type { blockGrade } from '../log/field-bodies.ts';

type BlockGrade = z.infer<typeof blockGrade>;

/** The marks of a block: per channel, day and set of reasons. `against`: what else is known against a reading. */
export function gradesOfBlock(
  file: InstrumentFile | null,
  readings: readonly Reading[],
  against: (reading: Reading) => readonly GradeReason[] = () => [],
): BlockGrade[] {
  const grade = readingGrader(file);
  const marks = new Map<string, BlockGrade>();
  for (const one of readings) {
    const { channel } = one;
    const day = beijingDay(one.time.wall);
    const mark = gradeOf([...grade(one).reasons, ...against(one)]);
    const key = [channel, day, ...mark.reasons].join('\n');
    marks.set(key, { ...mark, channel, day, count: (marks.get(key)?.count ?? 0) + 1 });
  }
  return [...marks.values()];
}
