import type { PlaceCode, PlaceKind } from '../../vocabulary/place.ts';

/** What a person chooses a place to be: a code, with a kind where the code alone does not say what repeats there. */
export interface PlaceSort {
  readonly code: PlaceCode;
  readonly kind?: PlaceKind;
}

/** Kinds of places that no code names; at the head of a heading its gas limits hold for a probing site too. */
export const kindSorts = {
  probeSite: { code: 'headingFace', kind: 'probeSite' },
  pumpRoom: { code: 'other', kind: 'pumpRoom' },
  zone: { code: 'other', kind: 'zone' },
} as const satisfies Readonly<Record<string, PlaceSort>>;

export const kindNames = ['probeSite', 'pumpRoom', 'zone'] as const;
