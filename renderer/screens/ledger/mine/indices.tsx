import { useState } from 'react';
import type { ChainRow, IndexRow } from '../../../../electron/ports/area-models.ts';
import { factLabel, optionLabel } from '../../../../rules/facts/describe-fact.ts';
import { unitOfKey } from '../../../../rules/facts/units.ts';
import { ruleTitles } from '../../../../rules/rule-titles.words.ts';
import type { FactValue } from '../../../../vocabulary/verdict.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { CitationDrawer } from '../../../parts/citation-card.tsx';
import { useWords } from '../../../words/words.ts';
import { Papers } from './papers.tsx';
import { TakeBack } from './take-back.tsx';

/** The indices behind a chain, the newest first, each with its verdict and workings. */
export function Indices({ chain, onAdd }: { readonly chain: ChainRow; readonly onAdd: () => void }) {
  const { t } = useWords();
  return (
    <Card
      title={t('areas.outburst.indices')}
      aside={
        <Button icon="plus" onPress={onAdd}>
          {t('areas.outburst.addIndex')}
        </Button>
      }
    >
      {chain.indices.length === 0 && <p className="text-small">{t('areas.outburst.noIndices')}</p>}
      <ol className="mine-history">
        {chain.indices.map((one) => (
          <Index key={one.indexId} one={one} />
        ))}
      </ol>
    </Card>
  );
}

function Index({ one }: { readonly one: IndexRow }) {
  const { t, pick } = useWords();
  const [basis, setBasis] = useState(false);
  const { verdict } = one;
  const title = ruleTitles[one.rule];
  const said = (value: FactValue): string => {
    if (typeof value === 'boolean') return t(value ? 'check.facts.yes' : 'check.facts.no');
    return typeof value === 'string' ? pick(optionLabel(value)) : String(value);
  };
  const facts = Object.entries(one.facts).map(([key, value]) =>
    `${pick(factLabel(key))} ${said(value)}\u00a0${unitOfKey(key) ?? ''}`.trimEnd(),
  );
  return (
    <li>
      <Mark kind={one.disputed ? 'conflict' : verdictMark(verdict.status, verdict.severity)} size={22} />
      <div>
        <p>
          <strong>{one.date}</strong>
          {'\u3000'}
          {one.where}
          {'\u3000'}
          {title && pick(title)}
          {'\u3000'}
          {t(verdict.status === 'unknown' ? 'marks.missingData' : `areas.outburst.found.${verdict.status}`)}
        </p>
        <p className="text-small">{facts.join(t('common.listJoin'))}</p>
        {one.note !== '' && <p className="text-small">{one.note}</p>}
        <Papers papers={one.papers} />
      </div>
      <span className="mine-buttons">
        <Button kind="quiet" size="small" onPress={() => setBasis(true)}>
          {t('check.verdict.workings')}
        </Button>
        <TakeBack areaId={one.areaId} entry={`outburstIndex:${one.indexId}`} name={one.date} />
      </span>
      <CitationDrawer
        open={basis}
        citations={verdict.citations}
        workings={verdict.workings}
        onClose={() => setBasis(false)}
      />
    </li>
  );
}
