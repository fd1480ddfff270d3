import { Icon } from '../../marks/icon.tsx';
import { Mark } from '../../marks/mark.tsx';
import { Choice } from '../../parts/choice.tsx';
import { displayStore } from '../../theme/display.ts';
import { themeNames } from '../../theme/tokens.ts';
import { useDisplaySettings } from '../../theme/use-display.ts';
import { useWords } from '../../words/words.ts';

/** What this is, what it promises, the warning that is always seen, and the two switches. */
export function FirstRunSide() {
  const { t } = useWords();
  const display = useDisplaySettings();
  return (
    <aside className="first-run-side">
      <Icon name="well" size={48} />
      <h1>{t('common.product')}</h1>
      <p className="first-run-intro">{t('firstRun.intro')}</p>
      <ul>
        {(['offline', 'saved', 'leaves'] as const).map((point) => (
          <li key={point}>
            <Mark kind="saved" size={20} />
            {t(`firstRun.points.${point}`)}
          </li>
        ))}
      </ul>
      <p className="ma-warning">
        <Mark kind="alarm3" />
        {t('firstRun.ma')}
      </p>
      <div className="first-run-switches">
        <Choice
          hideLabel
          label={t('settings.display.language')}
          value={display.language}
          options={[
            { value: 'zh', words: t('common.zhName') },
            { value: 'en', words: t('common.enName') },
          ]}
          onChoose={(language) => displayStore.change({ language })}
        />
        <Choice
          hideLabel
          label={t('settings.display.theme')}
          value={display.theme}
          options={themeNames.map((value) => ({ value, words: t(`common.theme.${value}`) }))}
          onChoose={(theme) => displayStore.change({ theme })}
        />
      </div>
    </aside>
  );
}
