import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FactInput } from '../../../rules/facts/describe-fact.ts';
import type { Offers } from '../../../rules/sites/offers.ts';
import { NumberPad } from '../../parts/number-pad.tsx';
import { keyRegistry } from '../../shell/keys.ts';
import { displayStore } from '../../theme/display.ts';
import { useWords } from '../../words/words.ts';
import type { Typed } from './fact-entry.ts';
import { FactWord, useFactWord } from './fact-word.tsx';
import { type FactAnswering, OtherFact } from './other-fact.tsx';
import { OfferedFacts } from './site/offered-facts.tsx';
import './fact-column.css';

const isNumber = (field: FactInput): boolean => field.kind === 'number' || field.kind === 'count';

export interface FactColumnProps {
  readonly fields: readonly FactInput[];
  readonly answering: FactAnswering & { readonly offers?: Offers };
  readonly row: string;
  /** What stands above the pad of a number: the readings that may be put into it. */
  readonly above?: (key: string) => ReactNode;
  /** Enter in a number: the answer of the machine, where it has one. */
  readonly onEnter: () => void;
  /** Opens the sub-form of a place. */
  readonly onSite?: (placeId: string) => void;
  readonly placeOf?: (placeId: string) => string;
}

/** The facts of a row. One number is one pad; several are a list whose chosen number the pad fills. */
export function FactColumn({ fields, answering, row, above, onEnter, onSite, placeOf }: FactColumnProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const place = useRef<HTMLFieldSetElement>(null);
  const own = fields.filter(({ key }) => answering.offers?.[key] === undefined);
  const offered = fields.filter(({ key }) => answering.offers?.[key] !== undefined);
  const numbers = own.filter(isNumber);
  const active = numbers.find((field) => field.key === wanted) ?? numbers[0];
  const activeKey = active?.key;
  useEffect(() => {
    if (row && activeKey) place.current?.querySelector<HTMLInputElement>('.number-pad-field input')?.focus();
  }, [row, activeKey]);
  const step = (by: 1 | -1) => {
    const next = numbers[numbers.findIndex((field) => field.key === activeKey) + by];
    if (next) setWanted(next.key);
    return next !== undefined;
  };
  return (
    <fieldset
      ref={place}
      className="fact-column"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isPadInput(event.target)) {
          event.preventDefault();
          if (!step(1)) onEnter();
        } else passKey(event);
      }}
    >
      {offered.length > 0 && <OfferedFacts fields={offered} answering={answering} onSite={onSite} placeOf={placeOf} />}
      {own.length > 1 && (
        <div className="fact-list">
          {own.map((field) =>
            isNumber(field) ? (
              <FactRow
                key={field.key}
                field={field}
                text={textOf(answering, field)}
                typed={answering.typed[field.key]}
                active={field.key === activeKey}
                onChoose={() => setWanted(field.key)}
              />
            ) : (
              <OtherFact key={field.key} field={field} answering={answering} />
            ),
          )}
        </div>
      )}
      {own.length === 1 && !active && own[0] && <OtherFact field={own[0]} answering={answering} />}
      {active && above?.(active.key)}
      {active && <Pad key={active.key} field={active} answering={answering} />}
    </fieldset>
  );
}

const textOf = (answering: FactAnswering, field: FactInput): string => {
  const value = answering.typed[field.key];
  return typeof value === 'string' ? value : '';
};

const isPadInput = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.closest('.number-pad-field') !== null;

const arrows: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };

/** A number takes no letters, so the letters keep their meaning while it is typed: 27.5, W, J. */
function passKey(event: KeyboardEvent): void {
  if (!isPadInput(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    event.target.blur();
    return;
  }
  const name = arrows[event.key] ?? (/^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : null);
  if (name === null || !displayStore.get().letterKeys) return;
  const binding = keyRegistry.find(name);
  if (!binding) return;
  event.preventDefault();
  event.stopPropagation();
  binding.run();
}

interface FactRowProps {
  readonly field: FactInput;
  readonly text: string;
  readonly typed: Typed | undefined;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function FactRow({ field, text, typed, active, onChoose }: FactRowProps) {
  const { t, pick } = useWords();
  const word = useFactWord(typed);
  return (
    <button type="button" className="fact-row" aria-pressed={active} onClick={onChoose}>
      <span>{pick(field.label)}</span>
      <strong>{word ?? (text === '' ? t('common.none') : `${text} ${field.unit ?? ''}`)}</strong>
    </button>
  );
}

function Pad({ field, answering }: { readonly field: FactInput; readonly answering: FactAnswering }) {
  const { t, pick } = useWords();
  const wrong = answering.bad.includes(field.key) && field.kind === 'count';
  const stored = field.unit ? t('check.facts.storedAs', { unit: field.unit }) : '';
  return (
    <>
      <FactWord typed={answering.typed[field.key]} />
      <NumberPad
        label={pick(field.label)}
        unit={field.unit ?? ''}
        value={textOf(answering, field)}
        onChange={(text) => answering.type(field.key, text)}
        hint={wrong ? t('check.facts.countBad') : stored}
      />
    </>
  );
}
