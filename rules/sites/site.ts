import type { PartKind, SiteKind } from '../../vocabulary/site.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import type { Words } from '../../vocabulary/words.ts';
import { type FactInput, factInput } from '../facts/describe-fact.ts';
import type { FactKind } from '../facts/fact.ts';
import { shortLabels } from './form-titles.words.ts';

type Facts = Readonly<Record<string, FactValue>>;

export interface SitePart {
  readonly partId: string;
  readonly kind: PartKind;
  readonly facts: Facts;
}

/** A site as it is recorded; what was not said is absent. `parent`: the heading a probing site belongs to. */
export interface Site {
  readonly placeId: string;
  readonly kind: SiteKind;
  readonly parent: string | null;
  readonly facts: Facts;
  readonly parts: readonly SitePart[];
}

/** A field of a sub-form. Signed fields take a minus: an angle to the left, a hole that falls. */
export interface SiteField extends FactInput {
  readonly signed: boolean;
  /** At the head of a column of holes or pumps, where the whole label has no room. */
  readonly short: Words;
}

/** Fields that are asked together, under a heading. */
export interface FieldGroup {
  readonly title: Words;
  readonly fields: readonly SiteField[];
}

export interface SiteForm {
  readonly groups: readonly FieldGroup[];
  readonly parts: readonly PartKind[];
}

export const field = (
  key: string,
  kind: FactKind = 'number',
  more: { readonly options?: readonly string[]; readonly signed?: true } = {},
): SiteField => {
  const input = factInput(key, kind, more.options ?? [], false);
  return { ...input, signed: more.signed ?? false, short: shortLabels[key] ?? input.label };
};
