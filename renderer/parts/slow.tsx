import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/words.ts';

/** Shows its words only when a thing takes longer than a blink, so that nothing flickers. */
export function Slow({ afterMs = 1000, children }: { readonly afterMs?: number; readonly children?: ReactNode }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return <p className="text-faint">{shown ? (children ?? t('common.reading')) : '\u00a0'}</p>;
}
