import { type EvidenceGrade, type GradeReason, gradeOf } from '../../vocabulary/evidence-grade.ts';
import type { InstrumentFile } from '../../vocabulary/instrument.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { beijingDay } from '../../vocabulary/time.ts';
import { gradeInstrument } from './grade-instrument.ts';

/** How far the clock of an imported log is known; a reading heard live has the clock of this machine. */
export type LogClock = 'measured' | 'unknown';

type Graded = Pick<Reading, 'gas' | 'value' | 'time'>;

/** Grades the readings of one instrument by the wall time of each. Papers are weighed once per gas and day. */
export function readingGrader(file: InstrumentFile | null, clock: LogClock = 'measured') {
  const weighed = new Map<string, readonly GradeReason[]>();
  return (reading: Graded): EvidenceGrade => {
    const day = beijingDay(reading.time.wall);
    const key = `${reading.gas} ${day}`;
    const papers = weighed.get(key) ?? gradeInstrument(file, reading.gas, day).reasons;
    weighed.set(key, papers);
    return gradeOf([...papers, ...wireReasons(reading), ...clockReasons[clock]]);
  };
}

const clockReasons: Readonly<Record<LogClock, readonly GradeReason[]>> = {
  measured: [],
  unknown: ['clock_offset_unknown'],
};

/** What the wire left open and nobody has confirmed. What is not a measurement has no unit to doubt. */
export function wireReasons({ gas, value }: Pick<Reading, 'gas' | 'value'>): GradeReason[] {
  const reasons: GradeReason[] = gas === 'unknown' ? ['gas_unconfirmed'] : [];
  if (value.quality !== 'ok') return reasons;
  if (value.unit === '%LEL') reasons.push('lel_basis_unconfirmed');
  if (value.unit === '%FS') reasons.push('unit_unconfirmed');
  return reasons;
}
