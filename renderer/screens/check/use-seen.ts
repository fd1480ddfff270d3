import { type RefCallback, useCallback, useRef, useState } from 'react';

/** How much of a row must have been on the screen. */
const ENOUGH = 0.8;

/** Which rows of a list have been on the screen, by their key: nobody gives a reason for what was never in sight. */
export function useSeen() {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const keys = useRef(new WeakMap<Element, string>());
  const observer = useRef<IntersectionObserver | null>(null);
  const watches = useRef(new Map<string, RefCallback<Element>>());
  const watch = useCallback((key: string): RefCallback<Element> => {
    const known = watches.current.get(key);
    if (known) return known;
    const made: RefCallback<Element> = (element) => {
      if (!element) return;
      observer.current ??= new IntersectionObserver(
        (entries) => {
          const fresh = entries.flatMap((entry) =>
            entry.isIntersecting ? (keys.current.get(entry.target) ?? []) : [],
          );
          if (fresh.length > 0) setSeen((before) => new Set([...before, ...fresh]));
        },
        { threshold: ENOUGH },
      );
      keys.current.set(element, key);
      const { current } = observer;
      current.observe(element);
      return () => current.unobserve(element);
    };
    // one for each row, so that a row that did not change is not drawn again
    watches.current.set(key, made);
    return made;
  }, []);
  return { seen, watch };
}
