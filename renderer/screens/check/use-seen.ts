import { useCallback, useRef, useState } from 'react';

/** How much of a row must have been on the screen. */
const ENOUGH = 0.8;

/** Which rows of a list have been on the screen, by their key: nobody gives a reason for what was never in sight. */
export function useSeen() {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const keys = useRef(new WeakMap<Element, string>());
  const observer = useRef<IntersectionObserver | null>(null);
  const watch = useCallback(
    (key: string) => (element: Element | null) => {
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
    },
    [],
  );
  return { seen, watch };
}
