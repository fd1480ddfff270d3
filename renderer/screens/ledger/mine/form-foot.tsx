import { useId } from 'react';
import type { Fault } from '../../../../vocabulary/fault.ts';
import { Button } from '../../../parts/button.tsx';
import { FaultLine } from '../../../parts/fault-line.tsx';
import { useWords } from '../../../words/words.ts';

export interface FormFootProps {
  readonly saving: { readonly fault: Fault | null; readonly busy: boolean };
  /** Each field with its label, and whether something is left to say in it. */
  readonly missing: readonly (readonly [label: string, isMissing: boolean])[];
  readonly disabled: boolean;
  /** Inside another card: its buttons stand back. */
  readonly small?: boolean;
  /** What keeping it is called; “keep” where it is not said. */
  readonly words?: string;
  readonly onCancel: () => void;
  readonly onKeep: () => void;
}

/** The end of a form: why it could not be kept, what it still wants by the names of its fields, and the way out or on. */
export function FormFoot({ saving, missing, disabled, small = false, words, onCancel, onKeep }: FormFootProps) {
  const { t } = useWords();
  const id = useId();
  const fields = missing.flatMap(([label, isMissing]) => (isMissing ? [label] : []));
  const size = small ? 'small' : 'normal';
  return (
    <>
      <FaultLine fault={saving.fault} />
      <div className="mine-buttons">
        <span className="text-small mine-missing" id={id}>
          {fields.length > 0 && t('today.form.missing', { fields: fields.join(t('common.listJoin')) })}
        </span>
        <Button size={size} onPress={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button
          kind={small ? 'normal' : 'primary'}
          size={size}
          describedBy={id}
          disabled={disabled}
          busy={saving.busy}
          onPress={onKeep}
        >
          {words ?? t('areas.keep')}
        </Button>
      </div>
    </>
  );
}
