import { conclusionBody, figureBody, pointBody } from '../../db/log/assessment-bodies.ts';
import type { EventRecord } from '../../db/record.ts';
import { fieldKey, fieldLabel } from '../../rules/assessment/fields.ts';

const SUBJECT = /^assessment\/([0-9a-f]{32})\/(?:figure:(\w+)|point:(\d+))?/;

/** The unit and the figure that two tablets wrote differently. */
export function assessmentTitle(record: EventRecord, subject: string): string | null {
  const [, assessment, field = '', no] = SUBJECT.exec(subject) ?? [];
  if (assessment === undefined) return null;
  const [unit] = record.rows('assessments', { assessment });
  const known = fieldKey.safeParse(field).data;
  const words = [
    unit ? `${unit.face} ${unit.name}` : assessment.slice(0, 8),
    known ? fieldLabel(known).zh : field,
    no ? `测点${no}` : '',
  ];
  return words.filter((word) => word !== '').join(' · ');
}

export const mineOfAssessment = (record: EventRecord, subject: string): string | null => {
  const [, assessment] = SUBJECT.exec(subject) ?? [];
  return assessment === undefined ? null : (record.rows('assessments', { assessment })[0]?.mine ?? null);
};

/** What one of them says. */
export function assessmentFacts(body: unknown): Readonly<Record<string, unknown>> | null {
  const figure = figureBody.safeParse(body).data;
  if (figure) return { value: figure.value };
  const point = pointBody.safeParse(body).data;
  if (point) {
    const { salt: _, source: __, ...said } = point;
    return said;
  }
  const conclusion = conclusionBody.safeParse(body).data;
  return conclusion ? { outcome: conclusion.outcome, note: conclusion.note } : null;
}
