import { Icon } from '../marks/icon.tsx';
import { useSession } from '../ports/questions.ts';
import { screens } from '../screens/registry.ts';
import { useWords } from '../words/words.ts';
import { useNavigation } from './navigation.tsx';
import { useOwed } from './owed.ts';
import './rail.css';

/** The way to every screen, in the order of the day. Never collapses, never scrolls. */
export function Rail() {
  const { t } = useWords();
  const { place, go } = useNavigation();
  const session = useSession();
  const owed = useOwed();
  return (
    <nav className="rail" aria-label={t('shell.rail.label')}>
      <div className="rail-mark">
        <Icon name="well" size={30} />
        <span>{t('common.product')}</span>
      </div>
      <ul>
        {screens.map((screen, at) => {
          const word = t(`shell.rail.${screen.id}`);
          const count = owed[screen.id] ?? 0;
          return (
            <li key={screen.id}>
              <button
                type="button"
                aria-current={place.screen === screen.id ? 'page' : undefined}
                aria-label={count > 0 ? t('shell.rail.owed', { word, n: count }) : undefined}
                aria-keyshortcuts={String(at + 1)}
                onClick={() => go(screen.id)}
              >
                <Icon name={screen.id} size={26} />
                <span>{word}</span>
                {count > 0 && <span className="rail-count">{count}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" className="rail-person" onClick={() => go('settings', { focus: 'me' })}>
        <Icon name="person" size={20} />
        <span>{session.value?.person?.name ?? t('shell.person')}</span>
      </button>
    </nav>
  );
}
