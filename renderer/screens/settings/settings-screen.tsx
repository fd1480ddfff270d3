import { useState } from 'react';
import { Tabs } from '../../parts/tabs.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import { useWords } from '../../words/words.ts';
import { About } from './about.tsx';
import { Care } from './care.tsx';
import { Display } from './display-settings.tsx';
import { Me } from './me.tsx';
import { Packs } from './packs.tsx';
import './settings.css';

const sections = { me: Me, display: Display, packs: Packs, care: Care, about: About } as const;
type Section = keyof typeof sections;
const names = ['me', 'display', 'packs', 'care', 'about'] as const satisfies readonly Section[];

/** Judging anew stands under the packs it judges by. */
const sectionOf = (focus: string | null): Section =>
  names.find((name) => name === focus) ?? (focus === 'rejudge' ? 'packs' : 'me');

/** Few settings; each says what it changes. None weakens law or alarm. */
export function SettingsScreen() {
  const { t } = useWords();
  const { place } = useNavigation();
  const [section, setSection] = useState<Section>(sectionOf(place.focus));
  const Shown = sections[section];
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
        <Tabs
          label={t('settings.title')}
          value={section}
          onChoose={setSection}
          options={names.map((value) => ({ value, words: t(`settings.${value}.title`) }))}
        />
      </div>
      <div className="settings-section">
        <Shown />
      </div>
    </div>
  );
}
