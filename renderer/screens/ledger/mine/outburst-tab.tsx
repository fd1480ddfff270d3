import { useState } from 'react';
import type { ChainRow } from '../../../../electron/ports/area-models.ts';
import { chainKind } from '../../../../vocabulary/area.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { Button } from '../../../parts/button.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { FaultPlace } from '../../../parts/fault-line.tsx';
import { Slow } from '../../../parts/slow.tsx';
import { useWords } from '../../../words/words.ts';
import { ChainForm } from './chain-form.tsx';
import { ChainView } from './chain-view.tsx';
import { IndexForm } from './index-form.tsx';
import { useAreas } from './use-areas.ts';

type Doing = 'look' | 'new' | 'index';

/** 两个四位一体: how each region and face stands, step by step, with the indices behind it. */
export function OutburstTab({ mine }: { readonly mine: string }) {
  const { t } = useWords();
  const { value, fault, again } = useAreas(mine);
  const [chosen, setChosen] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing>('look');
  if (fault) return <FaultPlace fault={fault} again={again} />;
  if (!value) return <Slow />;
  const { chains } = value;
  const chain = chains.find(({ areaId }) => areaId === chosen) ?? chains[0];
  const done = (areaId: string | null) => {
    if (areaId) setChosen(areaId);
    setDoing('look');
  };
  const fresh = (
    <Button icon="plus" onPress={() => setDoing('new')}>
      {t('areas.outburst.add')}
    </Button>
  );
  if (doing === 'new') return <ChainForm mine={mine} chains={chains} onDone={done} />;
  if (!chain) return <EmptyState words={t('areas.outburst.none')}>{fresh}</EmptyState>;
  if (doing === 'index') return <IndexForm chain={chain} onDone={done} />;
  return (
    <div className="mine-split">
      <nav className="mine-list" aria-label={t('areas.tabs.outburst')}>
        {chainKind.options.map((kind) => (
          <ChainGroup
            key={kind}
            title={t(`areas.outburst.kinds.${kind}`)}
            chains={chains.filter((one) => one.chain.chain === kind)}
            chosen={chain.areaId}
            onChoose={setChosen}
          />
        ))}
        {fresh}
      </nav>
      <ChainView key={chain.areaId} chain={chain} chains={chains} onIndex={() => setDoing('index')} />
    </div>
  );
}

interface ChainGroupProps {
  readonly title: string;
  readonly chains: readonly ChainRow[];
  readonly chosen: string;
  readonly onChoose: (areaId: string) => void;
}

function ChainGroup({ title, chains, chosen, onChoose }: ChainGroupProps) {
  const { t } = useWords();
  return (
    <section>
      <h2>
        {title} <span className="text-faint">{chains.length}</span>
      </h2>
      {chains.map(({ areaId, chain, verdict, disputed }) => (
        <button key={areaId} type="button" aria-pressed={areaId === chosen} onClick={() => onChoose(areaId)}>
          <Mark kind={disputed ? 'conflict' : verdictMark(verdict.status, verdict.severity)} size={20} />
          <strong>{chain.name}</strong>
          <span className="text-small">{t(`areas.outburst.standing.${verdict.status}`)}</span>
        </button>
      ))}
    </section>
  );
}
