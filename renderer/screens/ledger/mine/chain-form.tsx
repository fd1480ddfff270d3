import { useState } from 'react';
import type { ChainRow } from '../../../../electron/ports/area-models.ts';
import { chainKind, type OutburstChain, outburstChain } from '../../../../vocabulary/area.ts';
import { Card } from '../../../parts/card.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { useWords } from '../../../words/words.ts';
import { FormFoot } from './form-foot.tsx';
import { TextField } from './text-field.tsx';

export interface ChainFormProps {
  readonly mine: string;
  readonly chains: readonly ChainRow[];
  readonly onDone: (areaId: string | null) => void;
}

const NONE = 'none';

/** A region, or a face with the region it lies in. */
export function ChainForm({ mine, chains, onDone }: ChainFormProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<OutburstChain['chain']>('regional');
  const [region, setRegion] = useState(NONE);
  const [texts, setTexts] = useState({ name: '', seam: '', responsible: '' });
  const regions = chains.filter((one) => one.chain.chain === 'regional');
  const inRegion = kind === 'local' && region !== NONE ? region : null;
  const draft = outburstChain.safeParse({ mine, chain: kind, ...texts, region: inRegion }).data;
  const put = useDeed((ports, chain: OutburstChain) => ports.recorder.ask('chain/put', { areaId: null, chain }));
  const keep = () => draft && void put.run(draft).then((done) => done.ok && onDone(done.value.areaId));
  return (
    <Card title={t('areas.outburst.add')} grow>
      <div className="mine-form">
        <Choice
          label={t('areas.outburst.kind')}
          value={kind}
          options={chainKind.options.map((value) => ({ value, words: t(`areas.outburst.kinds.${value}`) }))}
          onChoose={setKind}
        />
        {(['name', 'seam', 'responsible'] as const).map((key) => (
          <TextField
            key={key}
            label={t(`areas.outburst.fields.${key}`)}
            value={texts[key]}
            onChange={(text) => setTexts({ ...texts, [key]: text })}
          />
        ))}
        {kind === 'local' && regions.length > 0 && (
          <Choice
            label={t('areas.outburst.region')}
            value={region}
            options={[
              ...regions.map(({ areaId, chain }) => ({ value: String(areaId), words: chain.name })),
              { value: NONE, words: t('areas.outburst.noRegion') },
            ]}
            onChoose={setRegion}
          />
        )}
      </div>
      <FormFoot
        saving={put}
        missing={[[t('areas.outburst.fields.name'), texts.name.trim() === '']]}
        disabled={!draft}
        onCancel={() => onDone(null)}
        onKeep={keep}
      />
    </Card>
  );
}
