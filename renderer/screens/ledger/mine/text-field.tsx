import { Input } from 'antd';
import { Field } from '../../../parts/field.tsx';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly unit?: string;
  readonly numeric?: boolean;
  readonly wrong?: string | null;
  readonly hint?: string;
}

/** One line of text, with its unit where it is an amount. */
export const TextField = ({ label, value, onChange, unit = '', numeric = false, wrong, hint }: TextFieldProps) => (
  <Field label={label} wrong={wrong} hint={hint}>
    {({ id, describedBy }) => (
      <Input
        id={id}
        aria-describedby={describedBy}
        inputMode={numeric ? 'decimal' : 'text'}
        maxLength={numeric ? 20 : 120}
        suffix={unit === '' ? null : unit}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
