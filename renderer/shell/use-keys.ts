import { useEffect, useRef } from 'react';
import { displayStore } from '../theme/display.ts';
import { type KeyBinding, keyIsLive, keyName, keyRegistry } from './keys.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Keys of a screen while it is shown. The handlers may change each render; the list of keys should not. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  const shape = bindings.map((binding) => `${binding.key}:${binding.words}`).join('|');
  useEffect(() => {
    void shape;
    const forwarded = latest.current.map((binding, at) => ({ ...binding, run: () => latest.current[at]?.run() }));
    return keyRegistry.add(forwarded);
  }, [shape]);
}

/** Listens once for the whole app. Enter and Space on a focused button stay the button's own. */
export function useKeyListener(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = keyName(event);
      if (!keyIsLive(name, isTyping(event.target), displayStore.get().letterKeys)) return;
      const ownKey = name === 'Enter' || name === ' ';
      if (ownKey && event.target instanceof HTMLElement && event.target.matches('button, a, summary')) return;
      const binding = keyRegistry.find(name);
      if (!binding) return;
      event.preventDefault();
      binding.run();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
