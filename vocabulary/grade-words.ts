import type { GradeReason } from './evidence-grade.ts';
import type { Words } from './words.ts';

/** Why a reading is no evidence, in few words: what stands beside a stored mark, where the days are not known any more. */
export const gradeReasonWords = {
  instrument_unknown: { zh: '仪器没有登记', en: 'instrument not in the register' },
  certificate_missing: { zh: '没有登记检定证书或有效期', en: 'no verification certificate or no last day of it' },
  certificate_not_begun: { zh: '检定证书还没有生效', en: 'certificate not yet valid' },
  certificate_expired: { zh: '检定证书到期', en: 'certificate ended' },
  calibration_missing: { zh: '没有调校记录', en: 'no calibration on record' },
  calibration_overdue: { zh: '调校超期', en: 'calibration overdue' },
  rule_missing: { zh: '当日没有适用的规则包', en: 'no rule pack for that day' },
  error_exceeded: { zh: '误差超过允许值', en: 'error over what is permitted' },
  gas_unconfirmed: { zh: '气体没有问清', en: 'gas not confirmed' },
  unit_unconfirmed: { zh: '单位没有问清', en: 'unit not confirmed' },
  lel_basis_unconfirmed: { zh: '%LEL的基准没有问清', en: 'basis of %LEL not confirmed' },
  instrument_unconfirmed: { zh: '没有认准是不是登记的那一台', en: 'not known to be the registered instrument' },
  clock_offset_unknown: { zh: '没有量过仪器的钟差', en: 'clock offset not measured' },
} as const satisfies Record<GradeReason, Words>;
