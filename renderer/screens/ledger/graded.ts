import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import type { InstrumentGrading } from '../../../rules/instrument/grade-instrument.ts';
import { type GradeReason, gradeOf } from '../../../vocabulary/evidence-grade.ts';
import { type Gas, gas as gasSchema } from '../../../vocabulary/gas.ts';
import type { Calibration } from '../../../vocabulary/instrument.ts';
import { type IsoDate, isoDate } from '../../../vocabulary/time.ts';
import type { GradeOn } from '../../ports/use-gradings.ts';

/** What is known of one instrument for one gas today. */
export interface GasGrade {
  readonly gas: Gas;
  readonly grading: InstrumentGrading;
}

/** An instrument of the ledger with its grades; the worst stands in the list. */
export interface GradedInstrument {
  readonly row: InstrumentRow;
  readonly gases: readonly GasGrade[];
  readonly reasons: readonly GradeReason[];
  /** Of the gas that was adjusted the longest ago; null where one never was. */
  readonly calibrated: IsoDate | null;
}

/** Gases named in the settings, calibrated or heard; where none is, it is an instrument for methane until somebody says otherwise. */
export function gasesOf(
  row: Pick<InstrumentRow, 'settings'>,
  calibrations: readonly Pick<Calibration, 'gas'>[],
  heard: readonly Gas[],
): readonly Gas[] {
  const named = gasSchema.safeParse(row.settings.gas).data;
  const all = [...(named ? [named] : []), ...heard, ...calibrations.map(({ gas }) => gas)];
  const distinct = [...new Set(all)].filter((one) => one !== 'unknown');
  return distinct.length > 0 ? distinct : ['CH4'];
}

export function gradedInstrument(
  row: InstrumentRow,
  gases: readonly Gas[],
  day: IsoDate,
  gradeOn: GradeOn,
): GradedInstrument | null {
  const graded = gases.flatMap((gas): GasGrade[] => {
    const grading = gradeOn(row.instrumentId, gas, day);
    return grading ? [{ gas, grading }] : [];
  });
  if (graded.length < gases.length) return null;
  const dates = graded.map(({ grading }) => grading.calibration?.of.date ?? '').sort();
  return {
    row,
    gases: graded,
    reasons: gradeOf(graded.flatMap(({ grading }) => grading.reasons)).reasons,
    calibrated: isoDate.safeParse(dates[0]).data ?? null,
  };
}
