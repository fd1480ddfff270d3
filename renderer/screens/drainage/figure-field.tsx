import type { KeyboardEvent } from 'react';
import { type FieldKey, fieldLabel, fieldUnit, specOf } from '../../../rules/assessment/fields.ts';
import type { Clash } from '../../../rules/assessment/values.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import type { FactValue } from '../../../vocabulary/verdict.ts';
import { Formula } from '../../parts/formula.tsx';
import { useWords } from '../../words/words.ts';
import { readDraft, textOf, typedDraft } from './drafts.ts';
import { FieldNote } from './field-note.tsx';
import type { Figures } from './use-figures.ts';

/** A reading that may be put into a field, in the field's unit. */
export interface Offer {
  readonly value: FactValue;
  readonly words: string;
  readonly reading: Reading;
}

export interface FieldProps {
  readonly field: FieldKey;
  readonly figures: Figures;
  readonly clash: Clash | undefined;
  readonly offer: Offer | null;
  /** Enter or an arrow: to the neighbour in the order of 163号. */
  readonly onMove: (by: 1 | -1) => void;
}

/** A figure with its letter and its fixed unit; what is wrong with it stands beneath. */
export function FigureField({ field, figures, clash, offer, onMove }: FieldProps) {
  const { pick } = useWords();
  const draft = figures.draftOf(field);
  const text = draft ? draft.text : textOf(figures.figureOf(field)?.value);
  const read = draft ? readDraft(field, draft) : null;
  const wrong = read?.is === 'trouble' || read?.is === 'asks' || clash !== undefined || draft?.fault != null;
  const spec = specOf(field);
  const unit = fieldUnit(field);
  const id = `drainage-${field}`;
  const move = (by: 1 | -1): boolean => {
    figures.commit(field);
    onMove(by);
    return true;
  };
  const hear = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = event.key.toLowerCase();
    const deed = deeds[event.key] ?? (read?.is === 'asks' || offer ? letters[key] : undefined);
    if (!deed || event.ctrlKey || event.metaKey || event.altKey) return;
    if (deed()) event.preventDefault();
  };
  /** Enter goes on only from a figure that can stand. */
  const deeds: Readonly<Record<string, () => boolean>> = {
    Enter: () => read?.is === 'trouble' || read?.is === 'asks' || move(1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  };
  /** A figure holds no letters, so a letter answers the question that stands beneath it, or takes the reading. */
  const letters: Readonly<Record<string, () => boolean>> = {
    y: () => settle(read?.is === 'asks' ? (read.meant?.amount ?? null) : null),
    n: () => settle(read?.is === 'asks' ? read.amount : null),
    l: () => {
      if (offer) figures.putReading(field, offer.value, offer.reading);
      return offer !== null;
    },
  };
  function settle(amount: string | null): boolean {
    if (amount !== null) figures.commit(field, typedDraft(amount, true));
    return amount !== null;
  }
  return (
    <div className="drainage-field" data-wrong={wrong ? '' : undefined}>
      <label htmlFor={id}>
        {pick(fieldLabel(field))}
        {'symbol' in spec && spec.symbol && (
          <span className="drainage-symbol">
            <Formula text={spec.symbol} />
          </span>
        )}
      </label>
      <div className="drainage-input">
        <input
          id={id}
          data-field={field}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-describedby={`${id}-note`}
          aria-invalid={wrong}
          onChange={(event) => figures.type(field, typedDraft(event.target.value))}
          onKeyDown={hear}
          onBlur={() => figures.commit(field)}
        />
        {unit !== '' && <span>{unit}</span>}
      </div>
      <FieldNote id={`${id}-note`} field={field} figures={figures} clash={clash} offer={offer} onSettle={settle} />
    </div>
  );
}
