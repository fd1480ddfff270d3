import type { ChecklistPack } from '../../vocabulary/place.ts';
import type { CheckItem, HydroType } from './item.ts';
import { drainageItems } from './items/drainage.ts';
import { equipmentItems } from './items/equipment.ts';
import { explorationItems } from './items/exploration.ts';
import { gasAirItems } from './items/gas-air.ts';
import { gasChecksItems } from './items/gas-checks.ts';
import { gasFanItems } from './items/gas-fan.ts';
import { gasInstrumentsItems } from './items/gas-instruments.ts';
import { gasSensorsItems } from './items/gas-sensors.ts';
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

/** Gas on site, one line per group. */
export const gasItems: readonly CheckItem[] = [
  ...gasAirItems,
  ...gasFanItems,
  ...gasSensorsItems,
  ...gasChecksItems,
  ...gasInstrumentsItems,
];

const checklists: Readonly<Record<ChecklistPack, readonly CheckItem[]>> = { water: checkItems, gas: gasItems };

/** The checklists of an inspection that does not say. */
export const DEFAULT_PACKS: readonly ChecklistPack[] = ['water'];

const itemsById: ReadonlyMap<string, CheckItem> = new Map([...checkItems, ...gasItems].map((item) => [item.id, item]));

export const findItem = (id: string): CheckItem | null => itemsById.get(id) ?? null;

/** What rows are owed by: the hydrogeological type of the mine and the checklists one works by. */
export interface ItemScope {
  readonly hydroType: HydroType;
  readonly packs?: readonly ChecklistPack[];
}

/** The rows owed, in the order of the checklists: water before gas. */
export const itemsFor = (...scopes: readonly ItemScope[]): readonly CheckItem[] =>
  Object.values(checklists)
    .flat()
    .filter((item) => scopes.some((scope) => isOwed(item, scope)));

const isOwed = (item: CheckItem, { hydroType, packs = DEFAULT_PACKS }: ItemScope): boolean =>
  item.hydroTypes.includes(hydroType) && packs.some((pack) => checklists[pack].includes(item));
