import { useEffect, useRef } from 'react';

/** Hears a picture that is pasted anywhere on the page, while `active`. */
export function usePaste(active: boolean, onFile: (file: File) => void): void {
  const ear = useRef(onFile);
  ear.current = onFile;
  useEffect(() => {
    if (!active) return;
    const hear = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (!file) return;
      event.preventDefault();
      ear.current(file);
    };
    window.addEventListener('paste', hear);
    return () => window.removeEventListener('paste', hear);
  }, [active]);
}
