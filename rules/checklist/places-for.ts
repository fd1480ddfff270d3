import { kindOfPlace, type Place, type PlaceKind } from '../../vocabulary/place.ts';
import type { Each } from './item.ts';

/** Where a row is answered: at every place of these kinds, else of the next ones. */
const KINDS: Readonly<Record<Each, readonly (readonly PlaceKind[])[]>> = {
  mine: [],
  heading: [['heading']],
  // The water in front of a heading is probed at its head where the plan names no site of its own.
  probe: [['probeSite'], ['heading']],
  survey: [['heading']],
  face: [['face']],
  workface: [['face', 'heading']],
  pumpRoom: [['pumpRoom']],
};

/** Where the plan names no head of a heading (or no face), any place that belongs to one stands for it. */
const LIKE: Partial<Readonly<Record<Each, RegExp>>> = {
  heading: /^heading/,
  probe: /^heading/,
  survey: /^heading/,
  face: /^face/,
  workface: /^(?:heading|face)/,
};

/** The places a row is owed at, in the order given; none where it is owed once for the whole mine. */
export function placesFor<P extends Pick<Place, 'code' | 'kind'>>(each: Each, places: readonly P[]): readonly P[] {
  for (const kinds of KINDS[each]) {
    const exact = places.filter((place) => {
      const kind = kindOfPlace(place);
      return kind !== null && kinds.includes(kind);
    });
    if (exact.length > 0) return exact;
  }
  const like = LIKE[each];
  return like ? places.filter((place) => place.kind === undefined && like.test(place.code)) : [];
}
