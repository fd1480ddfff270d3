import { useMemo, useState } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useInspections, useInstruments } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { useWords } from '../../words/words.ts';
import { Instruments } from './instruments.tsx';
import { minesOf, peopleOf } from './ledger-model.ts';
import { Mines } from './mines.tsx';
import { People } from './people.tsx';

const tabs = ['mines', 'instruments', 'people'] as const;

/** The mines, instruments and people this record knows of. */
export function LedgerScreen() {
  const { t } = useWords();
  const { place } = useNavigation();
  const [tab, setTab] = useState(tabs.find((one) => one === place.focus) ?? 'mines');
  const inspections = useInspections();
  const instruments = useInstruments();
  const again = () => {
    inspections.again();
    instruments.again();
  };
  const mines = useMemo(() => minesOf(inspections.value ?? []), [inspections.value]);
  const people = useMemo(() => peopleOf(inspections.value ?? []), [inspections.value]);
  const known = instruments.value ?? [];
  const counts = { mines: mines.length, instruments: known.length, people: people.length };
  const nothing = mines.length + known.length + people.length === 0;
  return (
    <Page
      title={t('ledger.title')}
      aside={
        !nothing && (
          <Tabs
            label={t('ledger.title')}
            value={tab}
            onChoose={setTab}
            options={tabs.map((value) => ({ value, words: t(`ledger.tabs.${value}`, { n: counts[value] }) }))}
          />
        )
      }
      fault={inspections.fault ?? instruments.fault}
      again={again}
      ready={inspections.value !== undefined && instruments.value !== undefined}
    >
      {nothing && <EmptyState words={t('ledger.none')} />}
      {!nothing && counts[tab] === 0 && <EmptyState words={t(`ledger.noneOf.${tab}`)} />}
      {tab === 'mines' && mines.length > 0 && <Mines rows={mines} />}
      {tab === 'instruments' && known.length > 0 && <Instruments rows={known} />}
      {tab === 'people' && people.length > 0 && <People rows={people} />}
    </Page>
  );
}
