import { partForms } from '../../../../rules/sites/forms.ts';
import type { SiteField, SitePart } from '../../../../rules/sites/site.ts';
import type { PartKind } from '../../../../vocabulary/site.ts';
import { Button } from '../../../parts/button.tsx';
import { useWords } from '../../../words/words.ts';
import { isNumber, type Target } from './site-pad.tsx';
import type { SiteEditor } from './use-site.ts';

export interface PartTableProps {
  readonly kind: PartKind;
  readonly editor: SiteEditor;
  readonly target: Target | null;
  readonly onChoose: (target: Target) => void;
}

/** The holes, pumps or sumps of a place: a row each, a cell for each number. */
export function PartTable({ kind, editor, target, onChoose }: PartTableProps) {
  const { t, pick } = useWords();
  const parts = editor.site.parts.filter((part) => part.kind === kind);
  const fields = partForms[kind].filter(({ key }) => key !== 'name');
  const [first] = fields.filter(isNumber);
  const add = () =>
    void editor.addPart(kind).then((partId) => partId !== null && first && onChoose({ of: partId, key: first.key }));
  return (
    <section className="site-group">
      <h2>
        {t(`site.parts.${kind}`)}
        <span className="text-faint">{t('site.partCount', { n: parts.length })}</span>
      </h2>
      {parts.length > 0 && (
        <div className="part-scroll">
          <table className="part-table">
            <thead>
              <tr>
                <th scope="col">{t('site.partName')}</th>
                {fields.map((field) => (
                  <th key={field.key} scope="col">
                    {pick(field.short)}
                    {field.unit && <span className="text-faint"> {field.unit}</span>}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t('common.takeAway')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <PartRow
                  key={part.partId}
                  part={part}
                  fields={fields}
                  editor={editor}
                  target={target}
                  onChoose={onChoose}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button icon="plus" onPress={add}>
        {t(`site.add.${kind}`)}
      </Button>
    </section>
  );
}

interface PartRowProps {
  readonly part: SitePart;
  readonly fields: readonly SiteField[];
  readonly editor: SiteEditor;
  readonly target: Target | null;
  readonly onChoose: (target: Target) => void;
}

function PartRow({ part, fields, editor, target, onChoose }: PartRowProps) {
  const { t } = useWords();
  const { partId } = part;
  const name = String(part.facts.name ?? '');
  return (
    <tr>
      <th scope="row">{name}</th>
      {fields.map((field) => (
        <td key={field.key}>
          <PartCell
            field={field}
            part={part}
            name={name}
            editor={editor}
            active={target?.of === partId && target.key === field.key}
            onChoose={() => onChoose({ of: partId, key: field.key })}
          />
        </td>
      ))}
      <td>
        <Button
          kind="quiet"
          size="small"
          label={t('site.takeAway', { name })}
          onPress={() => editor.removePart(partId)}
        >
          {t('common.takeAway')}
        </Button>
      </td>
    </tr>
  );
}

interface PartCellProps {
  readonly field: SiteField;
  readonly part: SitePart;
  readonly name: string;
  readonly editor: SiteEditor;
  readonly active: boolean;
  readonly onChoose: () => void;
}

/** A number opens the pad; a choice or a yes goes round with each press. */
function PartCell({ field, part, name, editor, active, onChoose }: PartCellProps) {
  const { t, pick } = useWords();
  const value = editor.typedOf(part.partId)[field.key];
  const label = `${name} ${pick(field.label)}`;
  if (isNumber(field))
    return (
      <button type="button" className="part-cell" aria-pressed={active} aria-label={label} onClick={onChoose}>
        {typeof value === 'string' && value !== '' ? value.replace('-', '−') : t('common.none')}
      </button>
    );
  if (field.kind === 'flag')
    return (
      <button
        type="button"
        className="part-cell"
        aria-label={label}
        onClick={() => editor.type(part.partId, field.key, value !== true)}
      >
        {value === true ? t('check.facts.yes') : value === false ? t('check.facts.no') : t('common.none')}
      </button>
    );
  const at = field.options.findIndex((option) => option.value === value);
  const shown = field.options[at];
  const following = field.options[(at + 1) % field.options.length];
  return (
    <button
      type="button"
      className="part-cell"
      aria-label={label}
      onClick={() => following && editor.type(part.partId, field.key, following.value)}
    >
      {shown ? pick(shown.label) : t('common.none')}
    </button>
  );
}
