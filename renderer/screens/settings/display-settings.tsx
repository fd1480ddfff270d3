import { useState } from 'react';
import { createSoundPlayer } from '../../live/sound-player.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { displayStore } from '../../theme/display.ts';
import { brightnessSteps, themeNames } from '../../theme/tokens.ts';
import { useDisplaySettings } from '../../theme/use-display.ts';
import { useWords } from '../../words/words.ts';

const player = createSoundPlayer();

const densities = ['auto', 'field', 'desk'] as const;

/** Light, brightness, size, language, keys, and whether the alarm can be heard. */
export function Display() {
  const { t } = useWords();
  const display = useDisplaySettings();
  const onOff = [
    { value: 'on' as const, words: t('settings.display.letterKeysOn') },
    { value: 'off' as const, words: t('settings.display.letterKeysOff') },
  ];
  return (
    <div className="settings-columns">
      <Card>
        <div className="settings-choices">
          <Choice
            label={t('settings.display.theme')}
            value={display.theme}
            options={themeNames.map((value) => ({ value, words: t(`common.theme.${value}`) }))}
            onChoose={(theme) => displayStore.change({ theme })}
          />
          <p className="text-faint">{t('settings.display.themeWhy')}</p>
          <Choice
            label={t('settings.display.brightness')}
            value={String(display.brightness)}
            options={brightnessSteps.map((step) => ({ value: String(step), words: `${step} %` }))}
            onChoose={(chosen) => {
              const brightness = brightnessSteps.find((step) => String(step) === chosen);
              if (brightness) displayStore.change({ brightness });
            }}
          />
          <Choice
            label={t('settings.display.density')}
            value={display.density}
            options={densities.map((value) => ({ value, words: t(`settings.display.densities.${value}`) }))}
            onChoose={(density) => displayStore.change({ density })}
          />
          <p className="text-faint">{t('settings.display.densityWhy')}</p>
        </div>
      </Card>
      <div className="settings-column">
        <Card>
          <div className="settings-choices">
            <Choice
              label={t('settings.display.language')}
              value={display.language}
              options={[
                { value: 'zh', words: t('common.zhName') },
                { value: 'en', words: t('common.enName') },
              ]}
              onChoose={(language) => displayStore.change({ language })}
            />
            <Choice
              label={t('settings.display.letterKeys')}
              value={display.letterKeys ? 'on' : 'off'}
              options={onOff}
              onChoose={(chosen) => displayStore.change({ letterKeys: chosen === 'on' })}
            />
          </div>
        </Card>
        <SoundTest />
      </div>
    </div>
  );
}

/** Plays the gravest alarm and asks; a machine that cannot be heard says so. */
function SoundTest() {
  const { t } = useWords();
  const [state, setState] = useState<'untried' | 'asked' | 'heard' | 'silent'>('untried');
  const play = () => {
    player.tryOut('level1');
    setState('AudioContext' in globalThis ? 'asked' : 'silent');
  };
  return (
    <Card title={t('settings.display.sound')}>
      <div className="settings-line">
        <p className="card-row-words text-small">{t('settings.display.soundWhy')}</p>
        <Button icon="sound" onPress={play}>
          {t('settings.display.sound')}
        </Button>
      </div>
      {state === 'asked' && (
        <div className="settings-line">
          <Button onPress={() => setState('heard')}>{t('settings.display.heard')}</Button>
          <Button onPress={() => setState('silent')}>{t('settings.display.notHeard')}</Button>
        </div>
      )}
      {(state === 'heard' || state === 'silent') && (
        <p className="settings-line" role="status">
          <Mark kind={state === 'heard' ? 'saved' : 'alarm3'} />
          {t(state === 'heard' ? 'settings.display.soundGood' : 'settings.display.soundBad')}
        </p>
      )}
    </Card>
  );
}
