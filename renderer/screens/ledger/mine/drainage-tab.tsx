import { useState } from 'react';
import type { AreaRow } from '../../../../electron/ports/area-models.ts';
import { drainageAreaType } from '../../../../vocabulary/area.ts';
import { Mark } from '../../../marks/mark.tsx';
import { Button } from '../../../parts/button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FaultPlace } from '../../../parts/fault-line.tsx';
import { Slow } from '../../../parts/slow.tsx';
import { useWords } from '../../../words/words.ts';
import { AreaForm } from './area-form.tsx';
import { AreaView } from './area-view.tsx';
import { HandoverForm } from './handover-form.tsx';
import { useAreas } from './use-areas.ts';

type Doing = { readonly kind: 'look' | 'new' | 'correct' | 'handover' };

/** 三区联动: where each area stands, what its figures are and how it was handed on. */
export function DrainageTab({ mine }: { readonly mine: string }) {
  const { t } = useWords();
  const { value, fault, again } = useAreas(mine);
  const [chosen, setChosen] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing['kind']>('look');
  if (fault) return <FaultPlace fault={fault} again={again} />;
  if (!value) return <Slow />;
  const { areas } = value;
  const area = areas.find(({ areaId }) => areaId === chosen) ?? areas[0];
  const done = (areaId: string | null) => {
    if (areaId) setChosen(areaId);
    setDoing('look');
  };
  const fresh = (
    <Button icon="plus" onPress={() => setDoing('new')}>
      {t('areas.drainage.add')}
    </Button>
  );
  if (doing === 'new') return <AreaForm mine={mine} area={null} onDone={done} />;
  if (!area) return <EmptyState words={t('areas.drainage.none')}>{fresh}</EmptyState>;
  if (doing === 'correct') return <AreaForm mine={mine} area={area} onDone={done} />;
  if (doing === 'handover') return <HandoverForm area={area} onDone={done} />;
  return (
    <div className="mine-split">
      <nav className="mine-list" aria-label={t('areas.tabs.drainage')}>
        {drainageAreaType.options.map((type) => (
          <AreaGroup
            key={type}
            title={t(`areas.types.${type}`)}
            areas={areas.filter(({ now }) => now === type)}
            chosen={area.areaId}
            onChoose={setChosen}
          />
        ))}
        {fresh}
      </nav>
      <AreaView area={area} onCorrect={() => setDoing('correct')} onHandover={() => setDoing('handover')} />
    </div>
  );
}

interface AreaGroupProps {
  readonly title: string;
  readonly areas: readonly AreaRow[];
  readonly chosen: string;
  readonly onChoose: (areaId: string) => void;
}

function AreaGroup({ title, areas, chosen, onChoose }: AreaGroupProps) {
  return (
    <section>
      <h2>
        {title} <span className="text-faint">{areas.length}</span>
      </h2>
      {areas.map(({ areaId, sheet, disputed }) => (
        <button key={areaId} type="button" aria-pressed={areaId === chosen} onClick={() => onChoose(areaId)}>
          {disputed && <Mark kind="conflict" size={18} />}
          <strong>{sheet.name}</strong>
          <span className="text-small">{sheet.seam}</span>
        </button>
      ))}
    </section>
  );
}
