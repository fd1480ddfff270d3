import { useSyncExternalStore } from 'react';
import type { TypedFacts } from '../fact-entry.ts';

let typed: TypedFacts = {};
const ears = new Set<() => void>();

/** What was typed into the calculators of this page: one figure is typed once, whichever asks for it. In memory only. */
const calculatorStore = {
  get: (): TypedFacts => typed,
  put: (more: TypedFacts): void => {
    typed = { ...typed, ...more };
    for (const ear of [...ears]) ear();
  },
  listen: (ear: () => void): (() => void) => {
    ears.add(ear);
    return () => ears.delete(ear);
  },
};

export const useCalculatorFacts = () => ({
  typed: useSyncExternalStore(calculatorStore.listen, calculatorStore.get),
  put: calculatorStore.put,
});
