import { siteForms } from '../../../../rules/sites/forms.ts';
import type { SiteField } from '../../../../rules/sites/site.ts';
import type { SiteKind } from '../../../../vocabulary/site.ts';
import { useWords } from '../../../words/words.ts';
import { OtherFact } from '../other-fact.tsx';
import { WHOLE } from './site-model.ts';
import { isNumber, type Target } from './site-pad.tsx';
import type { SiteEditor } from './use-site.ts';

export interface SiteFieldsProps {
  readonly kind: SiteKind;
  readonly editor: SiteEditor;
  readonly target: Target | null;
  readonly onChoose: (target: Target) => void;
}

/** The fields of the place itself, group by group. */
export function SiteFields({ kind, editor, target, onChoose }: SiteFieldsProps) {
  const { pick } = useWords();
  const typed = editor.typedOf(WHOLE);
  const answering = {
    typed,
    type: (key: string, value: Parameters<SiteEditor['type']>[2]) => editor.type(WHOLE, key, value),
  };
  return siteForms[kind].groups.map(({ title, fields }) => (
    <section key={title.zh} className="site-group">
      <h2>{pick(title)}</h2>
      <div className="fact-list">
        {fields.map((field) =>
          isNumber(field) ? (
            <NumberField
              key={field.key}
              field={field}
              text={typeof typed[field.key] === 'string' ? String(typed[field.key]) : ''}
              active={target?.of === WHOLE && target.key === field.key}
              onChoose={() => onChoose({ of: WHOLE, key: field.key })}
            />
          ) : (
            <OtherFact key={field.key} field={field} answering={answering} />
          ),
        )}
      </div>
    </section>
  ));
}

interface NumberFieldProps {
  readonly field: SiteField;
  readonly text: string;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function NumberField({ field, text, active, onChoose }: NumberFieldProps) {
  const { t, pick } = useWords();
  return (
    <button type="button" className="fact-row" aria-pressed={active} onClick={onChoose}>
      <span>{pick(field.label)}</span>
      <strong>{text === '' ? t('common.none') : `${text} ${field.unit ?? ''}`.trimEnd()}</strong>
    </button>
  );
}
