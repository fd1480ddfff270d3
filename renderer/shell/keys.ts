/** One key of the screen: how it is printed, what it does, and the words the key list shows. */
export interface KeyBinding {
  /** `j`, `F8`, `Shift+F8`, `?`, `ArrowDown`, `Ctrl+z`. Letters in lower case. */
  readonly key: string;
  readonly words: string;
  readonly run: () => void;
  /** Works everywhere rather than on one page. */
  readonly everywhere?: boolean;
}

/** What of a keyboard event decides; taken apart so that it can be tested. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The name a binding is registered under. Shift counts only for keys that have no shifted sign of their own. */
export function keyName(pressed: PressedKey): string {
  const single = pressed.key.length === 1;
  const key = single ? pressed.key.toLowerCase() : pressed.key;
  const shiftCounts = pressed.shiftKey && (!single || /[a-z]/.test(key));
  return [
    pressed.ctrlKey || pressed.metaKey ? 'Ctrl+' : '',
    pressed.altKey ? 'Alt+' : '',
    shiftCounts ? 'Shift+' : '',
    key,
  ].join('');
}

/** Single letters and digits rest while someone types, and may be switched off altogether. */
export function keyIsLive(name: string, typing: boolean, lettersOn: boolean): boolean {
  const plain = name.length === 1 || /^Shift\+.$/.test(name);
  if (plain) return lettersOn && !typing;
  if (typing) return name.startsWith('F') || name === 'Shift+F8' || name === 'Escape';
  return true;
}

let stack: readonly (readonly KeyBinding[])[] = [];
const ears = new Set<() => void>();
const become = (next: typeof stack) => {
  stack = next;
  for (const ear of [...ears]) ear();
};

/** The keys that live now: those of the newest layer come first. */
export const keyRegistry = {
  add: (bindings: readonly KeyBinding[]): (() => void) => {
    become([bindings, ...stack]);
    return () => become(stack.filter((layer) => layer !== bindings));
  },
  get: (): typeof stack => stack,
  find: (name: string): KeyBinding | undefined => stack.flat().find((binding) => binding.key === name),
  listen: (ear: () => void): (() => void) => {
    ears.add(ear);
    return () => ears.delete(ear);
  },
};
