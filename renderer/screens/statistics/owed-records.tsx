import { useState } from 'react';
import type { OwedUnit } from '../../../electron/ports/completeness-models.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { FilterChips } from '../../parts/filter-chips.tsx';
import { useWords } from '../../words/words.ts';
import { FastList } from './fast-list.tsx';
import { OwedList } from './owed-list.tsx';
import { type Chosen, isChosen, sumOf } from './statistics-model.ts';
import { monthWords } from './team-months.tsx';
import { UnitList } from './unit-list.tsx';

export interface RecordsProps {
  readonly units: readonly OwedUnit[];
  readonly chosen: Chosen;
  readonly today: string;
  readonly onChoose: (chosen: Chosen) => void;
}

const tabs = ['missing', 'excluded', 'unclear', 'fast', 'units'] as const;
type Tab = (typeof tabs)[number];

/** The records behind a bar: what nobody did, what was left out and by whom, what is unclear, what went too fast. */
export function OwedRecords({ units, chosen, today, onChoose }: RecordsProps) {
  const { t } = useWords();
  const [tab, setTab] = useState<Tab>('missing');
  const shown = units.filter((unit) => isChosen(unit, chosen));
  const sum = sumOf(shown);
  const counts: Record<Tab, number> = {
    missing: sum.missing,
    excluded: sum.excluded,
    unclear: sum.unclear,
    fast: shown.reduce((n, unit) => n + unit.tooFast, 0),
    units: shown.length,
  };
  return (
    <Card flush grow>
      <div className="owed-head">
        {Object.keys(chosen).length > 0 && (
          <p className="owed-only">
            <span>{t('statistics.only', { what: chosenWords(shown, chosen, t) })}</span>
            <Button size="small" onPress={() => onChoose({})}>
              {t('statistics.showAll')}
            </Button>
          </p>
        )}
        <FilterChips
          label={t('statistics.tabsLabel')}
          value={tab}
          onChoose={setTab}
          options={tabs.map((value) => ({ value, words: t(`statistics.tabs.${value}`), count: counts[value] }))}
        />
      </div>
      {counts[tab] === 0 && <p className="card-row text-small">{t(`statistics.none.${tab}`)}</p>}
      {counts[tab] > 0 && tab === 'fast' && <FastList chosen={chosen} />}
      {counts[tab] > 0 && tab === 'units' && <UnitList units={shown} onChoose={onChoose} />}
      {counts[tab] > 0 && tab !== 'fast' && tab !== 'units' && (
        <OwedList key={tab} standing={tab} units={shown} chosen={chosen} today={today} />
      )}
    </Card>
  );
}

function chosenWords(shown: readonly OwedUnit[], chosen: Chosen, t: ReturnType<typeof useWords>['t']): string {
  const [first] = shown;
  if (chosen.inspectionId !== undefined && first) return `${first.mine}　${first.period.to}`;
  return `${monthWords(chosen.month ?? '', t)}　${chosen.team || t('statistics.noTeam')}`;
}
