import { useSyncExternalStore } from 'react';

/** The row one works on, so that readings kept on another screen go to it. In memory only. */
export interface WorkedRow {
  readonly inspectionId: string;
  readonly itemId: string;
  readonly placeId: string | null;
}

let row: WorkedRow | null = null;
const ears = new Set<() => void>();

export const workedRow = {
  get: (): WorkedRow | null => row,
  set: (next: WorkedRow): void => {
    if (row && row.inspectionId === next.inspectionId && row.itemId === next.itemId && row.placeId === next.placeId)
      return;
    row = next;
    for (const ear of [...ears]) ear();
  },
  listen: (ear: () => void): (() => void) => {
    ears.add(ear);
    return () => ears.delete(ear);
  },
};

export const useWorkedRow = (): WorkedRow | null => useSyncExternalStore(workedRow.listen, workedRow.get);
