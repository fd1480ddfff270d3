import type { Pack } from './pack.ts';
import { packs } from './registry.ts';

/** The packs everything is judged by where a caller names none: those shipped, until the host has taken a release of the province. */
let inUse: readonly Pack[] = packs;

export const packsInUse = (): readonly Pack[] => inUse;

/** Called by a host when a record is opened and when a release came in; screens and recorder get the same. */
export function putPacksInUse(next: readonly Pack[]): void {
  inUse = next;
}
