import { useEffect, useRef } from 'react';
import { partForms, siteFields, siteForms } from '../../../../rules/sites/forms.ts';
import type { SiteField } from '../../../../rules/sites/site.ts';
import type { SiteKind } from '../../../../vocabulary/site.ts';
import { NumberPad } from '../../../parts/number-pad.tsx';
import { useWords } from '../../../words/words.ts';
import { WHOLE } from './site-model.ts';
import type { SiteEditor } from './use-site.ts';

/** The number the pad fills. */
export interface Target {
  readonly of: string;
  readonly key: string;
}

export const isNumber = ({ kind }: SiteField): boolean => kind === 'number' || kind === 'count';
const numbersOf = (fields: readonly SiteField[]) => fields.filter(isNumber);

/** Where the pad opens by itself: at the first number of the form, or nowhere while its parts come first. */
export function firstNumber(kind: SiteKind): Target | null {
  const [first] = numbersOf(siteFields(kind));
  return siteForms[kind].parts.length > 0 || !first ? null : { of: WHOLE, key: first.key };
}

export interface SitePadProps {
  readonly editor: SiteEditor;
  readonly kind: SiteKind;
  readonly target: Target | null;
  readonly disabled: boolean;
  readonly onTarget: (next: Target) => void;
}

/** One pad for every number of the form. Enter keeps it and goes to the next: angle, dip, depth, then the next hole. */
export function SitePad({ editor, kind, target, disabled, onTarget }: SitePadProps) {
  const { t, pick } = useWords();
  const place = useRef<HTMLFieldSetElement>(null);
  const ask = `${target?.of} ${target?.key}`;
  useEffect(() => {
    if (ask) place.current?.querySelector('input')?.focus();
  }, [ask]);
  const order = orderOf(editor, kind);
  const at = order.findIndex(({ of, field }) => of === target?.of && field.key === target?.key);
  const asked = order[at];
  if (!asked || disabled) return <p className="site-pad text-faint">{t('site.noNumber')}</p>;
  const { of, field, name } = asked;
  const value = editor.typedOf(of)[field.key];
  const wrong = editor.badOf(of).includes(field.key) && field.kind === 'count';
  const next = order[at + 1];
  return (
    <fieldset
      ref={place}
      className="site-pad"
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        editor.keep();
        if (next) onTarget({ of: next.of, key: next.field.key });
      }}
    >
      <NumberPad
        key={ask}
        label={[name, pick(field.label)].filter((words) => words !== '').join('\u3000')}
        unit={field.unit ?? ''}
        value={typeof value === 'string' ? value : ''}
        negativeAllowed={field.signed}
        onChange={(text) => editor.type(of, field.key, text)}
        hint={wrong ? t('check.facts.countBad') : ''}
      />
    </fieldset>
  );
}

interface Asked {
  readonly of: string;
  readonly field: SiteField;
  readonly name: string;
}

/** Every number of the form in the order it is asked: the parts first, each across, then the fields of the place. */
function orderOf(editor: SiteEditor, kind: SiteKind): readonly Asked[] {
  const parts = siteForms[kind].parts.flatMap((part) =>
    editor.site.parts
      .filter((one) => one.kind === part)
      .flatMap(({ partId, facts }) =>
        numbersOf(partForms[part]).map((field) => ({ of: partId, field, name: String(facts.name ?? '') })),
      ),
  );
  return [...parts, ...numbersOf(siteFields(kind)).map((field) => ({ of: WHOLE, field, name: '' }))];
}
