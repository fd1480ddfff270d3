import { useMemo } from 'react';
import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useGradings, usePapers } from '../../ports/use-gradings.ts';
import { isoDay } from '../../words/format.ts';
import { type GradedInstrument, gasesOf, gradedInstrument } from './graded.ts';

/** Every instrument with its grades of today; undefined until the papers are known. */
export function useGraded(rows: readonly InstrumentRow[]): readonly GradedInstrument[] | undefined {
  const { live, now } = useReach();
  const papers = usePapers().value;
  const gradeOn = useGradings();
  const today = isoDate.parse(isoDay(now()));
  const heard = live.get().channels;
  return useMemo(() => {
    if (!papers) return undefined;
    const readings = [...heard.values()].map(({ latest }) => latest.reading);
    return rows.flatMap((row) => {
      const file = papers.find((one) => one.instrumentId === row.instrumentId);
      const gases = readings.filter((one) => one.instrument === row.instrumentId).map(({ gas }) => gas);
      return gradedInstrument(row, gasesOf(row, file?.calibrations ?? [], gases), today, gradeOn) ?? [];
    });
  }, [rows, papers, heard, gradeOn, today]);
}
