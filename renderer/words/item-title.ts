import { useCallback } from 'react';
import { findItem } from '../../rules/checklist/registry.ts';
import { useWords } from './words.ts';

/** The short title of a check item in the language of the screen; null for an item these rules do not know. */
export function useItemTitle(): (itemId: string) => string | null {
  const { language } = useWords();
  return useCallback((itemId) => findItem(itemId)?.title[language] ?? null, [language]);
}
