import { type ItemId, itemId } from '../../vocabulary/ids.ts';
import type { ChecklistPack } from '../../vocabulary/place.ts';
import { type DecimalString, decimalString } from '../../vocabulary/quantity.ts';
import type { ActionCode, FactValue, Severity } from '../../vocabulary/verdict.ts';
import type { Words } from '../../vocabulary/words.ts';
import { type FactInput, factInput } from '../facts/describe-fact.ts';
import type { FactKind } from '../facts/fact.ts';
import type { Comparator, Family } from '../packs/pack.ts';

/** 三专 are people, team and equipment; 两探 is exploration; 一撤 withdrawal; 三区 zones; 排水 drainage. */
const waterGroups = ['people', 'team', 'equipment', 'exploration', 'withdrawal', 'zones', 'drainage'] as const;
/** Gas on site: the air of each place, local fans, fixed sensors, the mine's own checks, its portable instruments. */
const gasGroups = ['air', 'fan', 'sensors', 'checks', 'instruments'] as const;
export const groupsOfPack = { water: waterGroups, gas: gasGroups } as const satisfies Record<ChecklistPack, object>;
export const groups = [...waterGroups, ...gasGroups] as const;
export type Group = (typeof groups)[number];

const hydroTypes = ['simple', 'medium', 'complex', 'extreme'] as const;
export type HydroType = (typeof hydroTypes)[number];

export type EvidenceKind = 'photo' | 'document' | 'number' | 'detector' | 'signature' | 'interview';

/** What one answer of the item stands for: the mine once, or each of what repeats. A workface is a face or a heading. */
export type Each = 'mine' | 'heading' | 'probe' | 'survey' | 'face' | 'workface' | 'pumpRoom' | EachAir;

/** Gas rows repeat by what the code of a place says of its air. */
export type EachAir = 'place' | 'gasPlace' | 'co2Place' | 'faceIntake' | 'chargingRoom' | 'sensorPlace';

export interface ItemWords {
  readonly question: Words;
  /** At most eight Chinese characters, for the list. */
  readonly title: Words;
  /** When the item applies at all, or null: otherwise it is answered 不适用 with a reason. */
  readonly condition: Words | null;
}

/** The machine judges by a rule or a number and its facts; the rest the inspector judges, facts being notes. */
export type Criterion =
  | {
      readonly kind: 'rule';
      readonly rule: string;
      readonly facts: readonly FactInput[];
      /** Facts the row itself fixes, not asked. */
      readonly preset: Readonly<Record<string, FactValue>>;
      /** The row judges only this entry of the rule's `fails`. */
      readonly part: string | null;
      /** The fact that the code of the place fixes, where it does. */
      readonly placed: PlacedFact | null;
      /** Facts asked only where the placed fact has one of these values. */
      readonly onlyAt: Readonly<Record<string, readonly string[]>>;
      /** A flag to confirm: where the rule's result lists requirements, or `always`. */
      readonly confirm: FactInput | null;
      readonly always: boolean;
    }
  | {
      readonly kind: 'number';
      readonly facts: readonly [FactInput];
      readonly comparator: Comparator;
      readonly limit: DecimalString;
      readonly unit: string | null;
    }
  | { readonly kind: 'inspector'; readonly facts: readonly FactInput[] };

/** `location`: of the action rules; `sensorLocation`: of the table of methane sensors. */
export type PlacedFact = 'location' | 'sensorLocation';

export type Source = readonly [family: Family, key: string];

/** One row of the checklist. The id is stable for ever. */
export interface CheckItem extends ItemWords {
  readonly id: ItemId;
  readonly group: Group;
  readonly each: Each;
  readonly hydroTypes: readonly HydroType[];
  /** Every entry is asked; inside an entry one of the alternatives is enough. */
  readonly evidence: readonly (readonly EvidenceKind[])[];
  readonly criterion: Criterion;
  readonly severity: Severity;
  /** Major in mines of complex or extreme type only. */
  readonly majorWhenComplex: boolean;
  /** Major only by the wording of the hazard list: the inspector decides. */
  readonly majorPossible: boolean;
  readonly actions: readonly ActionCode[];
  readonly majorActions: readonly ActionCode[];
  /** Documents of the row itself, cited beside those of its rule. */
  readonly sources: readonly Source[];
  /** Documents the row's rule may cite: shown before it has spoken. */
  readonly ruleSources: readonly Source[];
  readonly needsCheck: boolean;
}

export interface ItemDraft {
  readonly each?: Each;
  readonly hydroTypes?: readonly HydroType[];
  readonly evidence: readonly EvidenceKind[];
  readonly criterion?: Criterion;
  /** `possible` is general with `majorPossible`; `complex` is major in complex and extreme mines. */
  readonly severity?: 'general' | 'major' | 'possible' | 'complex';
  readonly actions: readonly ActionCode[];
  readonly sources?: readonly Source[];
  readonly ruleSources?: readonly Source[];
  readonly needsCheck?: true;
}

/** The rows of one group: the words give the ids and their order. */
export function itemsOf<W extends Readonly<Record<string, ItemWords>>>(
  group: Group,
  words: W,
  drafts: { readonly [K in keyof W]: ItemDraft },
): readonly CheckItem[] {
  return Object.entries<ItemWords>(words).map(([id, texts]) => itemOf(group, id, texts, drafts[id]));
}

function itemOf(group: Group, id: string, words: ItemWords, draft: ItemDraft | undefined): CheckItem {
  if (draft === undefined) throw new Error(`no draft for ${id}`);
  const { severity = 'general', each = 'mine', evidence, actions, sources = [] } = draft;
  return {
    id: itemId.parse(id),
    group,
    ...words,
    each,
    hydroTypes: draft.hydroTypes ?? hydroTypes,
    evidence: evidence.map((kind) => [kind]),
    criterion: draft.criterion ?? { kind: 'inspector', facts: [] },
    severity: severity === 'major' ? 'major' : 'general',
    majorWhenComplex: severity === 'complex',
    majorPossible: severity === 'possible',
    actions,
    majorActions: severity === 'complex' ? ['stopMine'] : actions,
    sources,
    ruleSources: draft.ruleSources ?? [],
    needsCheck: draft.needsCheck ?? false,
  };
}

/** The row is judged when `key comparator limit` holds. */
export const byNumber = (key: string, kind: FactKind, comparator: Comparator, limit: string): Criterion => {
  const fact = factInput(key, kind);
  return { kind: 'number', facts: [fact], comparator, limit: decimalString.parse(limit), unit: fact.unit };
};

export const noted = (...keys: readonly string[]): Criterion => ({
  kind: 'inspector',
  facts: keys.map((key) => factInput(key, 'count', [], false)),
});
