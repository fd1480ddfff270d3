import './filter-chips.css';

export interface FilterChipsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly words: string; readonly count: number }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** What is shown of a list; every chip says how many it holds. */
export function FilterChips<T extends string>({ label, options, value, onChoose }: FilterChipsProps<T>) {
  return (
    <fieldset className="filter-chips">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.words} <span>{option.count}</span>
        </button>
      ))}
    </fieldset>
  );
}
