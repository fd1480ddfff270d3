import type { KeyboardEvent } from 'react';
import { type FieldKey, fieldLabel, specOf } from '../../../rules/assessment/fields.ts';
import { optionLabel } from '../../../rules/facts/describe-fact.ts';
import { useWords } from '../../words/words.ts';
import { chosenDraft } from './drafts.ts';
import { FieldNote } from './field-note.tsx';
import type { FieldProps } from './figure-field.tsx';

interface Option {
  readonly value: boolean | string;
  readonly words: string;
  /** The key that chooses it: Y and N, or its number. */
  readonly keys: readonly string[];
}

/** Yes or no, met or not met, or one of a few; a key chooses, Enter goes on. */
export function ChoiceField({ field, figures, clash, onMove }: FieldProps) {
  const { pick } = useWords();
  const options = useOptions(field);
  const draft = figures.draftOf(field);
  const chosen = draft ? draft.chosen : (figures.figureOf(field)?.value ?? null);
  const choose = (value: boolean | string) => figures.commit(field, chosenDraft(value));
  const at = options.findIndex(({ value }) => value === chosen);
  const hear = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const option = options.find(({ keys }) => keys.includes(event.key.toLowerCase()));
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const by = ({ Enter: 1, ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (option) choose(option.value);
    else if (by !== undefined) onMove(by);
    else if (side !== undefined) {
      const next = options[(Math.max(0, at) + (at < 0 ? 0 : side) + options.length) % options.length];
      if (next) choose(next.value);
    } else return;
    event.preventDefault();
  };
  return (
    <fieldset className="drainage-choice" onKeyDown={hear}>
      <legend>{pick(fieldLabel(field))}</legend>
      <div className="drainage-options">
        {options.map(({ value, words }, place) => (
          <button
            key={String(value)}
            type="button"
            aria-pressed={value === chosen}
            tabIndex={place === Math.max(0, at) ? 0 : -1}
            data-field={place === Math.max(0, at) ? field : undefined}
            onClick={() => choose(value)}
          >
            {words}
          </button>
        ))}
      </div>
      <FieldNote
        id={`drainage-${field}-note`}
        field={field}
        figures={figures}
        clash={clash}
        offer={null}
        onSettle={() => {}}
      />
    </fieldset>
  );
}

function useOptions(field: FieldKey): readonly Option[] {
  const { t, pick } = useWords();
  const spec = specOf(field);
  if (spec.kind === 'choice')
    return (spec.options ?? []).map((value, at) => ({
      value,
      words: pick(optionLabel(value)),
      keys: [String(at + 1)],
    }));
  const isBase = field.startsWith('base');
  return [
    { value: true, words: t(isBase ? 'drainage.field.met' : 'drainage.field.yes'), keys: ['y', '1'] },
    { value: false, words: t(isBase ? 'drainage.field.notMet' : 'drainage.field.no'), keys: ['n', '2'] },
  ];
}
