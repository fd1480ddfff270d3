import { useMemo } from 'react';
import { gradeInstrument, type InstrumentGrading } from '../../rules/instrument/grade-instrument.ts';
import type { Gas } from '../../vocabulary/gas.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import { useQuestion } from './questions.ts';

/** Grades an instrument for one gas on one day by the register as it stands; null until the register is known. */
export type GradeOn = (instrumentId: string, gas: Gas, day: IsoDate) => InstrumentGrading | null;

export const usePapers = () =>
  useQuestion(['instrument', 'papers'], (ports) => ports.recorder.ask('instrument/papers', {}));

/** Papers are weighed once per instrument, gas and day: a tile asks several times a second. */
export function useGradings(): GradeOn {
  const papers = usePapers().value;
  return useMemo(() => {
    const files = new Map((papers ?? []).map((one) => [one.instrumentId as string, one]));
    const known = new Map<string, InstrumentGrading>();
    return (instrumentId, gas, day) => {
      if (!papers) return null;
      const key = `${instrumentId} ${gas} ${day}`;
      const grading = known.get(key) ?? gradeInstrument(files.get(instrumentId) ?? null, gas, day);
      known.set(key, grading);
      return grading;
    };
  }, [papers]);
}
