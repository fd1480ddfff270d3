import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { itemAt } from '../../../rules/checklist/at-place.ts';
import { kindsThatCount, missingEvidence } from '../../../rules/checklist/evidence.ts';
import type { CheckItem, EvidenceKind, groups } from '../../../rules/checklist/item.ts';
import { judgeItem, judgeItemByCompany } from '../../../rules/checklist/judge-item.ts';
import { findItem } from '../../../rules/checklist/registry.ts';
import type { FactInput } from '../../../rules/facts/describe-fact.ts';
import type { CompanyLimit } from '../../../rules/packs/company.ts';
import type { FactValue, Verdict, VerdictStatus } from '../../../vocabulary/verdict.ts';

export type GroupName = (typeof groups)[number] | 'other';

/** The group of a row; items these rules do not know stand last. */
export const groupOf = (itemId: string): GroupName => findItem(itemId)?.group ?? 'other';

const everyKind: readonly EvidenceKind[] = ['photo', 'document', 'number', 'detector', 'signature', 'interview'];

/** What the card of one row shows beside the answer. */
export interface ItemView {
  readonly item: CheckItem;
  readonly fields: readonly FactInput[];
  /** What the facts on screen say, evidence apart: a preview; the recorder makes the one that is kept. */
  readonly verdict: Verdict | null;
  /** What the mine's own stricter figures say of the same facts, a preview as well; it binds nobody. */
  readonly byCompany: Verdict | null;
  /** The status that binds the person, or null where the item is the inspector's. */
  readonly machine: VerdictStatus | null;
  readonly missing: readonly EvidenceKind[];
}

/** The fields of a row: those of its criterion and the one flag that confirms what a rule requires. */
export function fieldsOf(item: CheckItem): readonly FactInput[] {
  const { criterion } = item;
  return criterion.kind === 'rule' && criterion.confirm ? [...criterion.facts, criterion.confirm] : criterion.facts;
}

export function viewOf(
  row: SheetRow,
  facts: Readonly<Record<string, FactValue>>,
  { summary, places }: Pick<InspectionSheet, 'summary' | 'places'>,
  company: readonly CompanyLimit[] = [],
): ItemView | null {
  const known = findItem(row.itemId);
  if (!known) return null;
  const item = itemAt(known, places.find(({ placeId }) => placeId === row.placeId)?.code ?? null);
  const { date, hydroType } = summary;
  const judged = judgeItem(item, facts, everyKind, { date, hydroType });
  const verdict = judged.ok ? judged.value : null;
  const own = judgeItemByCompany(item, facts, { date, hydroType }, company);
  const byMachine = item.criterion.kind !== 'inspector' && verdict !== null;
  return {
    item,
    fields: fieldsOf(item),
    verdict,
    byCompany: own.ok ? own.value : null,
    machine: byMachine ? verdict.status : null,
    missing: missingEvidence(item, facts, kindsThatCount(row.evidence)),
  };
}
