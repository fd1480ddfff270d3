import { useMemo, useState } from 'react';
import type { InstrumentRow } from '../../../electron/ports/instrument-models.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useInspections, useInstruments } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';
import { useWords } from '../../words/words.ts';
import { InstrumentPage } from './instrument/instrument-page.tsx';
import { NewInstrument } from './instrument/new-instrument.tsx';
import { Instruments } from './instruments.tsx';
import { minesOf, peopleOf } from './ledger-model.ts';
import { MinePage } from './mine/mine-page.tsx';
import { Mines } from './mines.tsx';
import { People } from './people.tsx';
import { useGraded } from './use-graded.ts';

const NEW = 'new';
const noRows: readonly InstrumentRow[] = [];

/** `instrument/<id>` opens one; anything else is a tab. */
const openedBy = (focus: string | null): string | null => focus?.match(/^instrument\/(.+)$/)?.[1] ?? null;

/** `mine/<name>` opens the page of a mine, `mine/<name>/<tab>` at a tab of it. */
const mineBy = (focus: string | null) => {
  const [, name, at] = focus?.match(/^mine\/([^/]+)(?:\/(\w+))?$/) ?? [];
  return name === undefined ? null : { name: decodeURIComponent(name), at: at ?? null };
};

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
  const known = instruments.value ?? noRows;
  const graded = useGraded(known);
  const [opened, setOpened] = useState(openedBy(place.focus));
  const [mine, setMine] = useState(mineBy(place.focus));
  const counts = { mines: mines.length, instruments: known.length, people: people.length };
  const nothing = mines.length + known.length + people.length === 0;
  const register = (
    <Button icon="plus" onPress={() => setOpened(NEW)}>
      {t('register.fresh.button')}
    </Button>
  );
  const one = graded?.find(({ row }) => row.instrumentId === opened);
  if (one)
    return (
      <InstrumentPage
        key={one.row.instrumentId}
        one={one}
        onBack={() => {
          setTab('instruments');
          setOpened(null);
        }}
      />
    );
  if (mine) return <MinePage mine={mine.name} at={mine.at} onBack={() => setMine(null)} />;
  if (opened === NEW) return <NewInstrument onDone={setOpened} />;
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
      ready={inspections.value !== undefined && instruments.value !== undefined && graded !== undefined}
    >
      {nothing && <EmptyState words={t('ledger.none')}>{register}</EmptyState>}
      {!nothing && counts[tab] === 0 && (
        <EmptyState words={t(`ledger.noneOf.${tab}`)}>{tab === 'instruments' && register}</EmptyState>
      )}
      {tab === 'mines' && mines.length > 0 && <Mines rows={mines} onOpen={(name) => setMine({ name, at: null })} />}
      {tab === 'instruments' && graded && graded.length > 0 && (
        <>
          <div>{register}</div>
          <Instruments rows={graded} onOpen={setOpened} />
        </>
      )}
      {tab === 'people' && people.length > 0 && <People rows={people} />}
    </Page>
  );
}
