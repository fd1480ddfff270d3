import type { EntityId, ItemId } from '../../vocabulary/ids.ts';
import type { NamedPlace, TriggerKind } from '../../vocabulary/withdrawal.ts';

/** What brings a person to the withdrawal order: an order that stands, or what was found and where. */
export interface WithdrawalRequest {
  readonly orderId: EntityId | null;
  readonly kind: TriggerKind | null;
  readonly signs: readonly string[];
  readonly alarm: EntityId | null;
  readonly item: ItemId | null;
  readonly place: NamedPlace | null;
}

export const blankRequest: WithdrawalRequest = {
  orderId: null,
  kind: null,
  signs: [],
  alarm: null,
  item: null,
  place: null,
};
