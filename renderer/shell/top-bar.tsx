import { Icon } from '../marks/icon.tsx';
import { Mark } from '../marks/mark.tsx';
import { useNow } from '../ports/ports-context.tsx';
import { useSession } from '../ports/questions.ts';
import { useSaved } from '../ports/use-saved.ts';
import { clockSeconds, clockTime } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import { Battery } from './battery.tsx';
import { useCurrentInspection } from './current-inspection.ts';
import { useNavigation } from './navigation.tsx';
import { LiveStrip } from './strip.tsx';
import './top-bar.css';

/** Where I am, what the air is, whether my work is safe, what time it is. */
export function TopBar({ onKeys }: { readonly onKeys: () => void }) {
  const { t } = useWords();
  return (
    <header className="top-bar">
      <WhereIAm />
      <LiveStrip />
      <SavedMark />
      <Battery />
      <button type="button" className="top-bar-keys" aria-label={t('shell.keys.button')} onClick={onKeys}>
        <Icon name="keys" size={20} />
        <kbd>?</kbd>
      </button>
      <Clock />
    </header>
  );
}

function WhereIAm() {
  const { t } = useWords();
  const session = useSession();
  const { place } = useNavigation();
  const { summary, sheet } = useCurrentInspection();
  const inMine = (place.screen === 'check' || place.screen === 'live' || place.withdrawal !== null) && summary;
  const at = sheet.value?.places.find((one) => one.placeId === sheet.value?.currentPlace)?.name;
  return (
    <div className="where">
      <strong>{inMine ? summary.mine : (session.value?.person?.team ?? t('common.product'))}</strong>
      <span>
        {place.withdrawal !== null
          ? t('withdrawal.title')
          : inMine
            ? (at ?? t(`inspectionKinds.${summary.kind}`))
            : t('shell.noNetwork')}
      </span>
    </div>
  );
}

function SavedMark() {
  const { t } = useWords();
  const wall = useSaved()?.wall ?? 0;
  return (
    <span className="saved-mark" aria-live="off">
      {wall > 0 && <Mark kind="saved" size={18} />}
      {wall > 0 ? t('shell.saved', { time: clockSeconds(wall) }) : t('shell.notSavedYet')}
    </span>
  );
}

function Clock() {
  const { t } = useWords();
  const time = clockTime(useNow(1000));
  return (
    <time className="clock" title={t('shell.clock', { time })}>
      {time}
    </time>
  );
}
