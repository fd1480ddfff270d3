import type { Severity, VerdictStatus } from '../../vocabulary/verdict.ts';
import type { MarkKind } from './mark-kind.ts';

/** The mark of an answer or a row: a failing row of major severity has a shape of its own. */
export function verdictMark(status: VerdictStatus | 'unanswered', severity: Severity | null): MarkKind {
  if (status === 'fail') return severity === 'major' ? 'failMajor' : 'fail';
  return status;
}
