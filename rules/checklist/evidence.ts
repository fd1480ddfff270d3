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
