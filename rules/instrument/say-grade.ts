import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import { gradeReasonWords } from '../../vocabulary/grade-words.ts';
import { fillSlots, type Words } from '../../vocabulary/words.ts';
import type { InstrumentGrading } from './grade-instrument.ts';

/** Sentences with their figures, for the reasons that have some. */
const withFigures: Partial<Record<GradeReason, Words>> = {
  certificate_not_begun: { zh: '检定证书{from}才生效', en: 'certificate valid only from {from}' },
  certificate_expired: { zh: '检定证书{until}到期', en: 'certificate ended {until}' },
  calibration_overdue: { zh: '距上次调校{days}天，超过{limit}天', en: '{days} days since calibration, over {limit}' },
  error_exceeded: {
    zh: '误差{error} %，超过允许的±{allowed} %',
    en: 'error {error} %, over the permitted ±{allowed} %',
  },
};

/** Each reason of a grading with its days and figures. */
export function sayReasons(
  grading: InstrumentGrading,
): readonly { readonly reason: GradeReason; readonly words: Words }[] {
  const { certificate, calibration, error } = grading;
  const slots = {
    from: certificate?.of.from,
    until: certificate?.of.until,
    days: calibration?.verdict.results.elapsed_d,
    limit: calibration?.verdict.results.limit_d,
    error: error?.verdict.results.error_pct,
    allowed: error?.verdict.results.allowed_pct,
  };
  return grading.reasons.map((reason) => {
    const { zh, en } = withFigures[reason] ?? gradeReasonWords[reason];
    return { reason, words: { zh: fillSlots(zh, slots), en: fillSlots(en, slots) } };
  });
}
