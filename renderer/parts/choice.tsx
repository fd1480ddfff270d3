import './choice.css';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  readonly hideLabel?: boolean;
}

/** A few fixed answers side by side; the chosen one is filled with ink. */
export function Choice<T extends string>({ label, options, value, onChoose, hideLabel = false }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend className={hideLabel ? 'visually-hidden' : undefined}>{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
          >
            {option.words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
