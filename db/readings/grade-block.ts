import type { z } from 'zod';
import { readingGrader } from '../../rules/instrument/grade-reading.ts';
import { type GradeReason, gradeOf } from '../../vocabulary/evidence-grade.ts';
import type { InstrumentFile } from '../../vocabulary/instrument.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { beijingDay, beijingDayNumber } from '../../vocabulary/time.ts';
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
  for (const { example, reasons, count } of alikeIn(readings, against)) {
    const { channel } = example;
    const day = beijingDay(example.time.wall);
    const mark = gradeOf([...grade(example).reasons, ...reasons]);
    const key = [channel, day, ...mark.reasons].join('\n');
    marks.set(key, { ...mark, channel, day, count: (marks.get(key)?.count ?? 0) + count });
  }
  return [...marks.values()];
}

interface Alike {
  readonly example: Reading;
  readonly reasons: readonly GradeReason[];
  count: number;
}

/** Readings of which nothing differs that a mark depends on: thousands are a handful, and each handful is weighed once. */
function alikeIn(readings: readonly Reading[], against: (reading: Reading) => readonly GradeReason[]): Iterable<Alike> {
  const found = new Map<string, Alike>();
  for (const example of readings) {
    const { channel, gas, time, value } = example;
    const reasons = against(example);
    const key = `${beijingDayNumber(time.wall)}\n${gas}\n${value.quality}\n${value.unit}\n${reasons.join()}\n${channel}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { example, reasons, count: 1 });
  }
  return found.values();
}
