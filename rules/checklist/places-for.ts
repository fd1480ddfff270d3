import { kindOfPlace, type Place, type PlaceKind, sensorLocation } from '../../vocabulary/place.ts';
import { placeToActionLocation } from '../live/place-rules.ts';
import type { Each, EachAir } from './item.ts';

/** Where a row is answered: at every place of these kinds, else of the next ones. */
const KINDS: Readonly<Record<Exclude<Each, EachAir>, readonly (readonly PlaceKind[])[]>> = {
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

type Sort = Pick<Place, 'code' | 'kind'>;

/** Articles 171, 172 and 174 give no figure of carbon dioxide for these. */
const methaneOnly: ReadonlySet<string> = new Set(['blastingWithin20m', 'motorWithin20m', 'localAccumulation']);

/** Where the air is judged: by what the code says, whatever the place is besides. A sensor belongs to the place of its code. */
const AIR: Readonly<Record<EachAir, (place: Sort) => boolean>> = {
  place: () => true,
  gasPlace: ({ code }) => placeToActionLocation(code) !== null,
  co2Place: ({ code }) => placeToActionLocation(code) !== null && !methaneOnly.has(code),
  faceIntake: ({ code }) => /Intake/.test(code),
  chargingRoom: ({ code }) => code === 'chargingRoom',
  sensorPlace: ({ code, kind }) => kind !== 'probeSite' && kind !== 'zone' && sensorLocation.safeParse(code).success,
};

const isAir = (each: Each): each is EachAir => Object.hasOwn(AIR, each);

/** The places a row is owed at, in the order given; none where it is owed once for the whole mine. */
export function placesFor<P extends Pick<Place, 'code' | 'kind'>>(each: Each, places: readonly P[]): readonly P[] {
  if (isAir(each)) return places.filter(AIR[each]);
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
