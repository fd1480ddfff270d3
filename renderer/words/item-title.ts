import { useCallback } from 'react';
import { findItem } from '../../rules/checklist/registry.ts';
import { ruleTitles } from '../../rules/rule-titles.words.ts';
import { useWords } from './words.ts';

/** The short title of a check item, or of the rule a unit of gas drainage failed; null for one that these rules do not know. */
export function useItemTitle(): (itemId: string) => string | null {
  const { language } = useWords();
  return useCallback((itemId) => (findItem(itemId)?.title ?? ruleTitles[itemId])?.[language] ?? null, [language]);
}
