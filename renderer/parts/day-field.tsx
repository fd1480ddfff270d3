import { Input } from 'antd';
import { useState } from 'react';
import { dayOf, looksWhole } from '../../vocabulary/day-text.ts';
import { useWords } from '../words/words.ts';
import { Field } from './field.tsx';

export interface DayFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | null | undefined;
  /** An ISO day, or nothing while what is typed is no day. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day, typed. The picker of the browser speaks the language of the browser and its targets are too small for gloves. */
export function DayField({ label, hint, wrong, value, onChange }: DayFieldProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const [left, setLeft] = useState(false);
  const text = (dayOf(typed) ?? '') === value ? typed : value;
  const bad = text.trim() !== '' && dayOf(text) === null && (left || looksWhole(text));
  const type = (next: string) => {
    setTyped(next);
    setLeft(false);
    const day = dayOf(next) ?? '';
    if (day !== value) onChange(day);
  };
  return (
    <Field label={label} hint={hint} wrong={bad ? t('parts.day.bad') : wrong}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          inputMode="numeric"
          maxLength={14}
          placeholder={t('parts.day.placeholder')}
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            setTyped(dayOf(text) ?? text);
            setLeft(true);
          }}
        />
      )}
    </Field>
  );
}
