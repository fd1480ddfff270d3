import { Choice } from '../../parts/choice.tsx';
import { useWords } from '../../words/words.ts';

export interface AssignPartsProps {
  readonly parts: readonly { readonly key: string; readonly words: string }[];
  readonly officers: readonly { readonly key: string; readonly name: string }[];
  /** The officer's key by the part's key. */
  readonly assigned: Readonly<Record<string, string | undefined>>;
  readonly onAssign: (part: string, officer: string | null) => void;
  /** Whether a part may be given back to nobody. */
  readonly mayFree: boolean;
}

const NOBODY = '';

/** A line for each part, a button for each officer; the chosen one is filled with ink. */
export function AssignParts({ parts, officers, assigned, onAssign, mayFree }: AssignPartsProps) {
  const { t } = useWords();
  const options = [
    ...officers.map(({ key, name }) => ({ value: key, words: name })),
    ...(mayFree ? [{ value: NOBODY, words: t('plan.anybody') }] : []),
  ];
  return (
    <ul className="assign-parts">
      {parts.map((part) => (
        <li key={part.key}>
          <span>{part.words}</span>
          <Choice
            hideLabel
            label={t('plan.choose', { part: part.words })}
            value={assigned[part.key] ?? NOBODY}
            options={options}
            onChoose={(officer) => onAssign(part.key, officer === NOBODY ? null : officer)}
          />
        </li>
      ))}
    </ul>
  );
}
