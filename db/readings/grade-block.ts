import type { z } from 'zod';
import { readingGrader } from '../../rules/instrument/grade-reading.ts';
import { type GradeReason, gradeOf } from '../../vocabulary/evidence-grade.ts';
import type { InstrumentFile } from '../../vocabulary/instrument.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { beijingDay, type IsoDate } from '../../vocabulary/time.ts';
import type { blockGrade } from '../log/field-bodies.ts';

type BlockGrade = z.infer<typeof blockGrade>;
interface Day {
  readonly channel: string;
  readonly day: IsoDate;
  readonly reasons: Set<GradeReason>;
  count: number;
}

/** The marks of a block: per channel and day, with every reason that any of its readings has against it, and those against all. */
export function gradesOfBlock(
  file: InstrumentFile | null,
  readings: readonly Reading[],
  againstAll: readonly GradeReason[] = [],
): BlockGrade[] {
  const grade = readingGrader(file);
  const days = new Map<string, Day>();
  for (const one of readings) {
    const day = beijingDay(one.time.wall);
    const key = `${one.channel}\n${day}`;
    const entry = days.get(key) ?? { channel: one.channel, day, reasons: new Set<GradeReason>(againstAll), count: 0 };
    days.set(key, entry);
    entry.count += 1;
    for (const reason of grade(one).reasons) entry.reasons.add(reason);
  }
  return [...days.values()].map(({ channel, day, reasons, count }) => ({
    ...gradeOf([...reasons]),
    channel,
    day,
    count,
  }));
}
