/** What a screen should open on: a row of the inspection, or a place alone. */
export interface RowFocus {
  readonly itemId: string | null;
  readonly placeId: string | null;
}

/** As `go(screen, { focus })` carries it: `item@place`, either half may be empty. */
export const rowFocus = (itemId: string | null, placeId: string | null): string => `${itemId ?? ''}@${placeId ?? ''}`;

export function parseRowFocus(focus: string | null): RowFocus | null {
  const [itemId, placeId, more] = (focus ?? '').split('@');
  if (itemId === undefined || placeId === undefined || more !== undefined) return null;
  return { itemId: itemId || null, placeId: placeId || null };
}
