import type { OrderDraft } from '../../../electron/ports/withdrawal-models.ts';
import { wholeMine } from '../../../rules/withdrawal/withdrawal.words.ts';
import type { InspectionId } from '../../../vocabulary/ids.ts';
import type { NamedPlace, TriggerKind } from '../../../vocabulary/withdrawal.ts';
import type { WithdrawalRequest } from '../../shell/withdrawal-request.ts';

/** What a person has said before the order is issued. */
export interface Draft {
  readonly kind: TriggerKind;
  readonly signs: readonly string[];
  readonly area: readonly NamedPlace[];
}

export const samePlace = (a: NamedPlace, b: NamedPlace): boolean =>
  a.placeId === null && b.placeId === null ? a.name === b.name : a.placeId === b.placeId;

/** The place it is about stands first, so that it is in sight; the others keep their order. */
export const nearestFirst = (places: readonly NamedPlace[], near: NamedPlace | null): readonly NamedPlace[] =>
  near === null
    ? places
    : [...places.filter((one) => samePlace(one, near)), ...places.filter((one) => !samePlace(one, near))];

/** The whole mine, as it is written into an order. */
export const everywhere: NamedPlace = { placeId: null, name: wholeMine.zh };

/** The place where it was found is to be cleared in any case. */
export const firstDraft = (request: WithdrawalRequest, here: NamedPlace | null): Draft => {
  const place = request.place ?? here;
  return { kind: request.kind ?? 'other', signs: request.signs, area: place ? [place] : [] };
};

export const toggleArea = (draft: Draft, place: NamedPlace): Draft => {
  const without = draft.area.filter((one) => !samePlace(one, place));
  return { ...draft, area: without.length < draft.area.length ? without : [...draft.area, place] };
};

/** A sign is the reason as long as one is pressed. */
export const toggleSign = (draft: Draft, code: string): Draft => {
  const without = draft.signs.filter((one) => one !== code);
  const signs = without.length < draft.signs.length ? without : [...draft.signs, code];
  return { ...draft, signs, kind: signs.length > 0 ? 'sign' : 'other' };
};

/** A storm threatens everyone underground (规程 art. 289). */
export const chooseKind = (draft: Draft, kind: TriggerKind): Draft => {
  const area =
    kind === 'storm' && !draft.area.some((one) => samePlace(one, everywhere))
      ? [...draft.area, everywhere]
      : draft.area;
  return { kind, signs: [], area };
};

export const orderOf = (
  draft: Draft,
  request: WithdrawalRequest,
  about: { readonly inspectionId: InspectionId | null; readonly mine: string; readonly here: NamedPlace | null },
  foundAt: OrderDraft['foundAt'],
): OrderDraft => ({
  inspectionId: about.inspectionId,
  mine: about.mine,
  trigger: {
    kind: draft.kind,
    signs: [...draft.signs],
    alarm: draft.kind === 'gas' ? request.alarm : null,
    item: request.item,
  },
  foundAt,
  foundPlace: request.place ?? about.here,
  area: [...draft.area],
  danger: '',
});
