import type { EvidenceGrade } from '../../vocabulary/evidence-grade.ts';
import type { CheckItem, EvidenceKind } from './item.ts';

/**
 * The kinds of evidence a row still wants: of each entry none of whose alternatives is present, the first.
 * A number counts as given once every needed fact of the row is filled.
 */
export function missingEvidence(
  item: CheckItem,
  facts: Readonly<Record<string, unknown>>,
  present: readonly EvidenceKind[],
): readonly EvidenceKind[] {
  const given = new Set(present);
  if (item.criterion.facts.length > 0 && hasNumbers(item, facts)) given.add('number');
  return item.evidence.flatMap((alternatives) => {
    const [first] = alternatives;
    return first === undefined || alternatives.some((kind) => given.has(kind)) ? [] : [first];
  });
}

/** The notes of an inspector's row are its number too. */
function hasNumbers(item: CheckItem, facts: Readonly<Record<string, unknown>>): boolean {
  const asked = item.criterion.facts.filter(({ needed }) => needed || item.criterion.kind === 'inspector');
  return asked.every(({ key }) => facts[key] !== undefined && facts[key] !== null);
}

/** A piece of evidence, with the grade of each reading in it. */
interface Piece {
  readonly kind: EvidenceKind;
  /** What was written down. */
  readonly text: string | null;
  readonly grades: readonly EvidenceGrade[];
}

/** Readings that are kept and none of which may stand as evidence (不作证据). */
const isNoEvidence = ({ grades }: Piece): boolean =>
  grades.length > 0 && grades.every(({ grade }) => grade === 'notEvidence');

/** Asking somebody is proved by a written note of who said what: a voice note alone is kept and heard, and is none. */
const isUnwritten = ({ kind, text }: Piece): boolean => kind === 'interview' && (text ?? '').trim() === '';

/** The kinds that count for what a row asks: readings that are no evidence are kept and shown, and prove nothing. */
export const kindsThatCount = (pieces: readonly Piece[]): readonly EvidenceKind[] =>
  pieces.filter((one) => !isNoEvidence(one) && !isUnwritten(one)).map(({ kind }) => kind);

/** Whether all that stands behind an answer are such readings: then it cannot alone prove an excess. */
export const restsOnNotEvidence = (pieces: readonly Piece[]): boolean =>
  pieces.length > 0 && pieces.every(isNoEvidence);
