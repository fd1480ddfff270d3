import { useSyncExternalStore } from 'react';
import { z } from 'zod';

/**
 * The row one works on: readings kept on another screen go to it, and the card comes back to it after a look elsewhere, a reload or a
 * crash. Only the ids stand in the page's own store.
 */
export interface WorkedRow {
  readonly inspectionId: string;
  readonly itemId: string;
  readonly placeId: string | null;
}

const KEY = 'jingxun.worked-row';
const stored = z.object({ inspectionId: z.string(), itemId: z.string(), placeId: z.string().nullable() });

function remembered(): WorkedRow | null {
  try {
    return stored.safeParse(JSON.parse(globalThis.localStorage?.getItem(KEY) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

let row: WorkedRow | null = remembered();
const ears = new Set<() => void>();

export const workedRow = {
  get: (): WorkedRow | null => row,
  set: (next: WorkedRow): void => {
    if (row && row.inspectionId === next.inspectionId && row.itemId === next.itemId && row.placeId === next.placeId)
      return;
    row = next;
    globalThis.localStorage?.setItem(KEY, JSON.stringify(next));
    for (const ear of [...ears]) ear();
  },
  listen: (ear: () => void): (() => void) => {
    ears.add(ear);
    return () => ears.delete(ear);
  },
};

export const useWorkedRow = (): WorkedRow | null => useSyncExternalStore(workedRow.listen, workedRow.get);
