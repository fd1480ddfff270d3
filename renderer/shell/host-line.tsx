import { useState } from 'react';
import { Band } from '../parts/band.tsx';
import { Button } from '../parts/button.tsx';
import { useAbout } from '../ports/questions.ts';
import { useWords } from '../words/words.ts';

const SEEN = 'jingxun.host-browser-seen';

/** Says once why this is a browser and not a window; the settings say it for ever. */
export function HostLine() {
  const { t } = useWords();
  const about = useAbout();
  const [seen, setSeen] = useState(() => localStorage.getItem(SEEN) === 'yes');
  if (seen || about.value?.why !== 'no-electron-runtime') return null;
  const dismiss = () => {
    localStorage.setItem(SEEN, 'yes');
    setSeen(true);
  };
  const action = (
    <Button size="small" onPress={dismiss}>
      {t('shell.bands.seen')}
    </Button>
  );
  return (
    <Band mark="ring" tone="plain" action={action}>
      {t('shell.bands.hostBrowser', { folder: about.value.dataFolder })}
    </Band>
  );
}
