import { type EvidenceGrade, type GradeReason, gradeOf } from '../../vocabulary/evidence-grade.ts';
import type { Gas } from '../../vocabulary/gas.ts';
import type { Calibration, Certificate, InstrumentFile } from '../../vocabulary/instrument.ts';
import { orThrow } from '../../vocabulary/result.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { judge } from '../judge.ts';
import { judgeError } from './judge-error.ts';

/** A paper of the register and what the rules say of it on the day. */
export interface Weighed<T> {
  readonly of: T;
  readonly verdict: Verdict;
}

/** The grade of an instrument for one gas on one day, with everything needed to defend it. */
export interface InstrumentGrading extends EvidenceGrade {
  readonly certificate: Weighed<Certificate> | null;
  readonly calibration: Weighed<Calibration> | null;
  /** Of the last figures against a standard gas; `unknown` where no permitted error is known, which alone is no reason. */
  readonly error: Weighed<Calibration> | null;
}

/** Test gas for combustible gas is methane: its calibration is the one of every combustible channel. */
const combustible: ReadonlySet<Gas> = new Set([
  'CH4',
  'COMB',
  'H2',
  'hydrogen',
  'hydrogen_mixture',
  'light_gas',
  'medium_gas',
  'heavy_gas',
]);
const isFor = (wanted: Gas, made: Gas): boolean => made === wanted || (made === 'CH4' && combustible.has(wanted));

/**
 * Grades by the papers known for that day: what is dated later says nothing yet. Null: the instrument is not in the register.
 * Art. 492 names methane; other gases are held to the same fifteen days, the strict reading, marked to be checked.
 */
export function gradeInstrument(file: InstrumentFile | null, gas: Gas, day: IsoDate): InstrumentGrading {
  if (file === null) return { ...gradeOf(['instrument_unknown']), certificate: null, calibration: null, error: null };
  const made = file.calibrations.filter((one) => isFor(gas, one.gas) && one.date <= day).toSorted(newestFirst);
  const certificate = weighCertificate(file.certificates, day);
  const calibration = weighCalibration(made, gas, day);
  const error = weighError(made, file, day);
  const reasons = [certificateReason(certificate), calibrationReason(calibration), errorReason(error)];
  return { ...gradeOf(reasons.filter((one) => one !== null)), certificate, calibration, error };
}

/** Stable: of one day the last recorded stays in front. */
const newestFirst = (a: Calibration, b: Calibration): number => (a.date < b.date ? 1 : Number(a.date > b.date) * -1);

/** The certificate of the day; else the last that had ended by then, else the first yet to begin. */
function weighCertificate(all: readonly Certificate[], day: IsoDate): Weighed<Certificate> | null {
  const begun = all.filter((one) => !one.from || one.from <= day);
  const [longest] = (begun.length > 0 ? begun : all).toSorted((a, b) => compareUntil(b, a));
  if (!longest) return null;
  const facts = { validUntil_date: longest.until, inspection_date: day };
  return { of: longest, verdict: orThrow(judge('gas.detector.certificate', facts, { date: day })) };
}

const compareUntil = (a: Certificate, b: Certificate): number => {
  const [one, other] = [a.until ?? '', b.until ?? ''];
  return one < other ? -1 : Number(one > other);
};

function certificateReason(weighed: Weighed<Certificate> | null): GradeReason | null {
  if (!weighed || weighed.of.until === null) return 'certificate_missing';
  const day = String(weighed.verdict.facts.inspection_date);
  if (weighed.of.from && weighed.of.from > day) return 'certificate_not_begun';
  if (weighed.verdict.status === 'pass') return null;
  return weighed.verdict.status === 'fail' ? 'certificate_expired' : 'rule_missing';
}

function weighCalibration(made: readonly Calibration[], gas: Gas, day: IsoDate): Weighed<Calibration> | null {
  const last = made.find((one) => one.kind === 'calibration');
  if (!last) return null;
  const facts = { lastCalibration_date: last.date, inspection_date: day };
  const verdict = orThrow(judge('gas.detector.calibration', facts, { date: day }));
  if (gas === 'CH4') return { of: last, verdict };
  return {
    of: last,
    verdict: { ...verdict, citations: verdict.citations.map((one) => ({ ...one, needsCheck: true })) },
  };
}

function calibrationReason(weighed: Weighed<Calibration> | null): GradeReason | null {
  if (!weighed) return 'calibration_missing';
  if (weighed.verdict.status === 'pass') return null;
  return weighed.verdict.status === 'fail' ? 'calibration_overdue' : 'rule_missing';
}

function weighError(made: readonly Calibration[], file: InstrumentFile, day: IsoDate): Weighed<Calibration> | null {
  for (const one of made) {
    const verdict = judgeError(one, file.principle, day);
    if (verdict) return { of: one, verdict };
  }
  return null;
}

const errorReason = (weighed: Weighed<Calibration> | null): GradeReason | null =>
  weighed?.verdict.status === 'fail' ? 'error_exceeded' : null;
