import './tabs.css';

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** Two or more halves of one screen; the shown one has an ink bar and weight. */
export function Tabs<T extends string>({ label, options, value, onChoose }: TabsProps<T>) {
  return (
    <nav className="tabs" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-current={option.value === value ? 'true' : undefined}
          onClick={() => onChoose(option.value)}
        >
          {option.words}
        </button>
      ))}
    </nav>
  );
}
