import { useSyncExternalStore } from 'react';
import { type Place, type PlaceCode, placeCode } from '../../vocabulary/place.ts';
import { useCurrentInspection } from '../shell/current-inspection.ts';

/** Where the inspector stands. `placeId` is null while no inspection is open: the place then chooses the limit only. */
export interface PlaceHere {
  readonly placeId: Place['placeId'] | null;
  readonly code: PlaceCode;
  readonly name: string | null;
}

const KEY = 'jingxun.place-without-inspection';
let chosen: PlaceCode | null | undefined;
const ears = new Set<() => void>();

/** The place chosen while no inspection is open; kept on this machine only. */
export const loosePlace = {
  get: (): PlaceCode | null => {
    chosen ??= placeCode.safeParse(globalThis.localStorage?.getItem(KEY)).data ?? null;
    return chosen;
  },
  choose: (code: PlaceCode): void => {
    chosen = code;
    globalThis.localStorage?.setItem(KEY, code);
    for (const ear of [...ears]) ear();
  },
  listen: (ear: () => void): (() => void) => {
    ears.add(ear);
    return () => ears.delete(ear);
  },
};

/** The place of the open inspection, else the one chosen without; null while none is chosen. */
export function usePlaceHere(): PlaceHere | null {
  const { sheet } = useCurrentInspection();
  const loose = useSyncExternalStore(loosePlace.listen, loosePlace.get);
  const inspection = sheet.value;
  if (inspection && inspection.summary.signedAt === null) {
    const place = inspection.places.find((one) => one.placeId === inspection.currentPlace);
    return place ? { placeId: place.placeId, code: place.code, name: place.name } : null;
  }
  return loose ? { placeId: null, code: loose, name: null } : null;
}
