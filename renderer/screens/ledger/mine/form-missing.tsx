import { useWords } from '../../../words/words.ts';

export interface FormMissingProps {
  /** What the button beside is described by. */
  readonly id: string;
  /** Each field with its label, and whether something is left to say in it. */
  readonly fields: readonly (readonly [label: string, isMissing: boolean])[];
}

/** What a form still wants before it can be kept, by the names of its fields. */
export function FormMissing({ id, fields }: FormMissingProps) {
  const { t } = useWords();
  const missing = fields.flatMap(([label, isMissing]) => (isMissing ? [label] : []));
  return (
    <span className="text-small mine-missing" id={id}>
      {missing.length > 0 && t('today.form.missing', { fields: missing.join(t('common.listJoin')) })}
    </span>
  );
}
