import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import { gradeReasonWords } from '../../vocabulary/grade-words.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
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

export interface SaidReason {
  readonly reason: GradeReason;
  readonly words: Words;
  /** What the limit in the words rests on. */
  readonly citations: readonly Citation[];
}

/** Each reason of a grading with its days and figures. `mark`: what is done to a limit among them. */
export function sayReasons(
  grading: InstrumentGrading,
  mark: (limit: string) => string = (limit) => limit,
): readonly SaidReason[] {
  const { certificate, calibration, error } = grading;
  const slots = {
    from: certificate?.of.from,
    until: certificate?.of.until,
    days: calibration?.verdict.results.elapsed_d,
    limit: marked(calibration?.verdict.results.limit_d, mark),
    error: error?.verdict.results.error_pct,
    allowed: marked(error?.verdict.results.allowed_pct, mark),
  };
  return grading.reasons.map((reason) => {
    const { zh, en } = withFigures[reason] ?? gradeReasonWords[reason];
    const citations = restsOn(reason, grading)?.verdict.citations ?? [];
    return { reason, words: { zh: fillSlots(zh, slots), en: fillSlots(en, slots) }, citations };
  });
}

const marked = (limit: unknown, mark: (limit: string) => string): string | undefined =>
  limit === undefined || limit === null ? undefined : mark(String(limit));

/** The test whose figures a reason gives. */
function restsOn(reason: GradeReason, { calibration, error }: InstrumentGrading) {
  if (reason === 'calibration_overdue') return calibration;
  return reason === 'error_exceeded' ? error : null;
}
