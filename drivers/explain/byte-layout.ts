import type { ByteField, ByteMeaning } from '../../vocabulary/byte-field.ts';

/** Meanings with their lengths, in order; one of them may take what is left. */
export type ByteLayout = readonly (readonly [ByteMeaning, number])[];

/** The length of a stretch that takes whatever the others leave. */
export const REST = -1;

/** The fields of a layout over so many bytes; none where it does not fit them. */
export function fieldsOf(layout: ByteLayout, length: number): readonly ByteField[] {
  const fixed = layout.reduce((sum, [, bytes]) => sum + Math.max(0, bytes), 0);
  const rest = length - fixed;
  const hasRest = layout.some(([, bytes]) => bytes === REST);
  if (rest < 0 || (rest > 0 && !hasRest)) return [];
  let from = 0;
  return layout.flatMap(([means, bytes]) => {
    const to = from + (bytes === REST ? rest : bytes);
    const field = { from, to, means };
    from = to;
    return field.to > field.from ? [field] : [];
  });
}
