import './key-hint.css';

/** The key printed on a button; shown in the desk layout, where there is a keyboard. */
export const KeyHint = ({ name }: { readonly name: string }) => (
  <kbd className="key-hint" aria-hidden>
    {name}
  </kbd>
);
