import { useId } from 'react';
import { Icon } from '../marks/icon.tsx';
import { useWords } from '../words/words.ts';
import { cleanNumber, numberTrouble, pressKey } from './number-text.ts';
import './number-pad.css';

const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0', 'erase'] as const;

export interface NumberPadProps {
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly negativeAllowed?: boolean;
  readonly hint?: string;
}

/** A number with its fixed unit; the keys are for a glove, a real keyboard types straight in. */
export function NumberPad({ label, unit, value, onChange, negativeAllowed = false, hint }: NumberPadProps) {
  const { t } = useWords();
  const id = useId();
  const trouble = numberTrouble(value, unit, negativeAllowed);
  return (
    <div className="number-pad">
      <label htmlFor={id}>{label}</label>
      <div className="number-pad-field" data-wrong={trouble ? '' : undefined}>
        <input
          id={id}
          inputMode="none"
          autoComplete="off"
          value={value}
          aria-describedby={`${id}-hint`}
          aria-invalid={trouble !== null}
          onChange={(event) => onChange(cleanNumber(event.target.value))}
        />
        <span>{unit}</span>
      </div>
      <fieldset className="number-pad-keys">
        <legend className="visually-hidden">{t('parts.pad.label')}</legend>
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            aria-label={key === 'erase' ? t('parts.pad.erase') : undefined}
            onClick={() => onChange(pressKey(value, key))}
          >
            {key === 'erase' ? <Icon name="backspace" /> : key}
          </button>
        ))}
        {negativeAllowed && (
          <button type="button" className="number-pad-minus" onClick={() => onChange(pressKey(value, 'minus'))}>
            {t('parts.pad.minus')} −
          </button>
        )}
      </fieldset>
      <p id={`${id}-hint`} className="field-hint" data-wrong={trouble ? '' : undefined}>
        {trouble ? t(`parts.pad.${trouble}`) : hint}
      </p>
    </div>
  );
}
