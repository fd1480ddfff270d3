import { useState } from 'react';
import { Button } from '../../../parts/button.tsx';
import { Page } from '../../../parts/page.tsx';
import { Tabs } from '../../../parts/tabs.tsx';
import { useKeys } from '../../../shell/use-keys.ts';
import { useWords } from '../../../words/words.ts';
import { type MineTab, mineTabs } from './mine-tabs.ts';
import './mine.css';

export interface MinePageProps {
  readonly mine: string;
  /** Which tab to open at; the first where it is none of them. */
  readonly at: string | null;
  readonly onBack: () => void;
}

/** What is true of one mine beyond its inspections, one tab for each subject. */
export function MinePage({ mine, at, onBack }: MinePageProps) {
  const { t } = useWords();
  const [tab, setTab] = useState<MineTab>(mineTabs.find(({ id }) => id === at)?.id ?? mineTabs[0].id);
  useKeys([{ key: 'Escape', words: t('list.toList'), run: onBack }]);
  const Shown = mineTabs.find(({ id }) => id === tab)?.Tab;
  return (
    <Page
      title={mine}
      back={
        <Button icon="back" onPress={onBack}>
          {t('list.toList')}
        </Button>
      }
      aside={
        <Tabs
          label={mine}
          value={tab}
          onChoose={setTab}
          options={mineTabs.map(({ id }) => ({ value: id, words: t(`areas.tabs.${id}`) }))}
        />
      }
      fault={null}
      again={() => {}}
      ready
    >
      {Shown && <Shown mine={mine} />}
    </Page>
  );
}
