import { z } from 'zod';

/**
 * Why a reading is no evidence. A closed list: what has been recorded with it must be readable for ever.
 * `*_missing`: nothing in the register; `rule_missing`: no edition in force that day says the interval;
 * `*_unconfirmed`: nobody has said what the wire leaves open, or which instrument is on it; `clock_offset_unknown`: an imported log whose clock was not measured.
 */
export const gradeReason = z.enum([
  'instrument_unknown',
  'certificate_missing',
  'certificate_not_begun',
  'certificate_expired',
  'calibration_missing',
  'calibration_overdue',
  'rule_missing',
  'error_exceeded',
  'gas_unconfirmed',
  'unit_unconfirmed',
  'lel_basis_unconfirmed',
  'clock_offset_unknown',
  'instrument_unconfirmed',
]);
export type GradeReason = z.infer<typeof gradeReason>;

/** Whether a reading may stand as evidence (`notEvidence` is 不作证据). It never changes the number nor an alarm. */
export const evidenceGrade = z.strictObject({
  grade: z.enum(['evidence', 'notEvidence']),
  reasons: z.array(gradeReason),
});
export type EvidenceGrade = z.infer<typeof evidenceGrade>;

/** Evidence only where there is no reason against it; each reason once, in the order of the list. */
export function gradeOf(reasons: readonly GradeReason[]): EvidenceGrade {
  const given = new Set(reasons);
  const sorted = gradeReason.options.filter((reason) => given.has(reason));
  return { grade: sorted.length === 0 ? 'evidence' : 'notEvidence', reasons: sorted };
}
