import type { CheckItem, HydroType } from './item.ts';
import { drainageItems } from './items/drainage.ts';
import { equipmentItems } from './items/equipment.ts';
import { explorationItems } from './items/exploration.ts';
import { peopleItems } from './items/people.ts';
import { teamItems } from './items/team.ts';
import { withdrawalItems } from './items/withdrawal.ts';
import { zonesItems } from './items/zones.ts';

/** 三专两探一撤, 三区 and 排水: the 68 rows, one line per group. */
export const checkItems: readonly CheckItem[] = [
  ...peopleItems,
  ...teamItems,
  ...equipmentItems,
  ...explorationItems,
  ...withdrawalItems,
  ...zonesItems,
  ...drainageItems,
];

const itemsById: ReadonlyMap<string, CheckItem> = new Map(checkItems.map((item) => [item.id, item]));

export const findItem = (id: string): CheckItem | null => itemsById.get(id) ?? null;

/** The rows owed by a mine of this hydrogeological type, in the order of the checklist. */
export const itemsFor = (mine: { readonly hydroType: HydroType }): readonly CheckItem[] =>
  checkItems.filter((item) => item.hydroTypes.includes(mine.hydroType));
