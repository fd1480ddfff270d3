import { type ReactNode, useId } from 'react';
import './field.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, and what to do; stands under the input. */
  readonly wrong?: string | null | undefined;
  readonly children: (ids: { readonly id: string; readonly describedBy: string }) => ReactNode;
}

/** A labelled input with its hint and its trouble. */
export function Field({ label, hint, wrong, children }: FieldProps) {
  const id = useId();
  const describedBy = `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy })}
      <p id={describedBy} className="field-hint" data-wrong={wrong ? '' : undefined}>
        {wrong || hint}
      </p>
    </div>
  );
}
