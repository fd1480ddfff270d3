import { useState } from 'react';
import type { ExchangeState } from '../../../electron/ports/exchange-models.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useLayout } from '../../theme/use-display.ts';
import { useWords } from '../../words/words.ts';
import { ChangesCard } from './changes-card.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { GapCards, LogsCard, NeverSealedCards, SameCard } from './logs-card.tsx';
import { QuarantineCard } from './quarantine-card.tsx';
import { TakenCard, TakenList } from './taken.tsx';
import { useIntake } from './use-intake.ts';

/** What came in, what a person must decide, and how far each tablet has arrived. */
export function TakeIn({ state, onSetAside }: { readonly state: ExchangeState; readonly onSetAside: () => void }) {
  const { t } = useWords();
  const { layout } = useLayout();
  const { state: intake } = useIntake();
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = intake.taken.find((one) => one.id === chosen) ?? intake.taken[0];
  const others = state.logs.some((log) => !log.own);
  const nothing = !others && intake.taken.length === 0 && !intake.running;
  const list = intake.taken.length > 0 || intake.running !== null || intake.waiting > 0;
  return (
    <div className="page-columns exchange-in" data-list={list ? '' : undefined}>
      {list && layout === 'desk' && <TakenList chosen={shown?.id ?? null} onChoose={setChosen} />}
      <div className="exchange-column">
        {nothing && <EmptyState words={t('exchange.none')} />}
        {shown && <TakenCard taken={shown} />}
        <ChangesCard />
        {state.conflicts.length > 0 && <ConflictCard conflicts={state.conflicts} />}
        {list && layout === 'field' && <TakenList chosen={shown?.id ?? null} onChoose={setChosen} />}
        {!nothing && <p className="text-faint">{t('exchange.dropHint')}</p>}
      </div>
      <div className="exchange-column">
        <LogsCard state={state} />
        <GapCards state={state} />
        <NeverSealedCards state={state} />
        {state.quarantined.length > 0 && <QuarantineCard count={state.quarantined.length} onSee={onSetAside} />}
        <SameCard state={state} />
      </div>
    </div>
  );
}
