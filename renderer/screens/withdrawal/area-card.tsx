import { Input } from 'antd';
import { useState } from 'react';
import { wholeMine } from '../../../rules/withdrawal/withdrawal.words.ts';
import type { NamedPlace } from '../../../vocabulary/withdrawal.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../words/words.ts';
import { everywhere, samePlace } from './draft-model.ts';

export interface AreaCardProps {
  readonly places: readonly NamedPlace[];
  readonly area: readonly NamedPlace[];
  readonly onToggle: (place: NamedPlace) => void;
  readonly disabled?: boolean;
  /** In two columns, so that every place is in sight beside the count. */
  readonly tight?: boolean;
}

/** Which places are cleared: the one thing that has to be said. */
export function AreaCard({ places, area, onToggle, disabled = false, tight = false }: AreaCardProps) {
  const { t, pick } = useWords();
  const own = area.filter((one) => ![...places, everywhere].some((place) => samePlace(place, one)));
  const nameOf = (place: NamedPlace) => (samePlace(place, everywhere) ? pick(wholeMine) : place.name);
  return (
    <Card
      grow
      title={t('withdrawal.area')}
      aside={area.length === 0 ? t('withdrawal.areaNone') : t('withdrawal.areaChosen', { n: area.length })}
    >
      <ul className="withdrawal-area" data-tight={tight ? '' : undefined}>
        {[...places, ...own, everywhere].map((place) => {
          const chosen = area.some((one) => samePlace(one, place));
          return (
            <li key={place.placeId ?? place.name}>
              <button
                type="button"
                className="withdrawal-place"
                aria-pressed={chosen}
                disabled={disabled}
                onClick={() => onToggle(place)}
              >
                <Mark kind={chosen ? 'saved' : 'unanswered'} size={22} />
                <span>{nameOf(place)}</span>
              </button>
            </li>
          );
        })}
        {!disabled && (
          <li>
            <AddPlace onAdd={onToggle} />
          </li>
        )}
      </ul>
    </Card>
  );
}

function AddPlace({ onAdd }: { readonly onAdd: (place: NamedPlace) => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd({ placeId: null, name: name.trim() });
    setName('');
  };
  return (
    <div className="withdrawal-add">
      <Input
        value={name}
        maxLength={60}
        aria-label={t('withdrawal.addAreaLabel')}
        placeholder={t('withdrawal.addAreaLabel')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={add}
      />
      <Button icon="plus" disabled={name.trim() === ''} onPress={add}>
        {t('withdrawal.addArea')}
      </Button>
    </div>
  );
}
