import { useState } from 'react';
import type { ChainRow } from '../../../../electron/ports/area-models.ts';
import { type ChainStepKind, chainSteps } from '../../../../rules/gas/chain-steps.ts';
import type { ChainStep } from '../../../../vocabulary/area.ts';
import type { Verdict } from '../../../../vocabulary/verdict.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { CitationDrawer } from '../../../parts/citation-card.tsx';
import { useWords } from '../../../words/words.ts';
import { Indices } from './indices.tsx';
import { Papers } from './papers.tsx';
import { StepForm } from './step-form.tsx';
import { TakeBack } from './take-back.tsx';

export interface ChainViewProps {
  readonly chain: ChainRow;
  readonly chains: readonly ChainRow[];
  readonly onIndex: () => void;
}

/** Whether a region or face is effective, which step says so or is missing, and how each step came out. */
export function ChainView({ chain, chains, onIndex }: ChainViewProps) {
  const { t } = useWords();
  const [step, setStep] = useState<ChainStep | null>(null);
  const region = chains.find(({ areaId }) => areaId === chain.chain.region);
  return (
    <div className="mine-thing">
      <Card title={chain.chain.name} aside={chain.chain.seam}>
        <Standing verdict={chain.verdict} />
        {chain.cycles && <Standing verdict={chain.cycles} cycles />}
        {chain.chain.chain === 'local' && (
          <p className="cell-mark">
            <Mark kind={region ? verdictMark(region.verdict.status, region.verdict.severity) : 'unknown'} size={20} />
            {region
              ? t('areas.outburst.inRegion', {
                  name: region.chain.name,
                  standing: t(`areas.outburst.standing.${region.verdict.status}`),
                })
              : t('areas.outburst.regionUnknown')}
          </p>
        )}
        <ol className="mine-history">
          {chainSteps(chain.chain.chain).map((kind) => (
            <Step key={kind.step} chain={chain} kind={kind} open={step === kind.step} onOpen={setStep} />
          ))}
        </ol>
        <div className="mine-buttons">
          <TakeBack areaId={chain.areaId} entry="outburstChain" name={chain.chain.name} named />
        </div>
      </Card>
      <Indices chain={chain} onAdd={onIndex} />
    </div>
  );
}

/** The verdict in words: effective, broken by which steps, or what is still missing. */
function Standing({ verdict, cycles = false }: { readonly verdict: Verdict; readonly cycles?: boolean }) {
  const { t } = useWords();
  const [basis, setBasis] = useState(false);
  const fails = Array.isArray(verdict.results.fails) ? verdict.results.fails : [];
  const missing = verdict.reason?.startsWith('missing:') ? verdict.reason.slice('missing:'.length) : null;
  const names = (keys: readonly unknown[]) => keys.map((key) => stepName(t, String(key))).join(t('common.listJoin'));
  const words = cycles
    ? t(`areas.outburst.cycles.${verdict.status === 'pass' ? 'pass' : 'fail'}`)
    : t(`areas.outburst.standing.${verdict.status}`);
  return (
    <div className="mine-standing">
      <h3>
        <Mark kind={verdictMark(verdict.status, verdict.severity)} size={24} /> {words}
      </h3>
      <p className="text-small">
        {fails.length > 0 && t('areas.outburst.brokenBy', { list: names(fails) })}
        {missing !== null && t('areas.outburst.missing', { list: names([missing]) })}
      </p>
      <Button kind="quiet" size="small" onPress={() => setBasis(true)}>
        {t('check.verdict.workings')}
      </Button>
      <CitationDrawer open={basis} citations={verdict.citations} onClose={() => setBasis(false)} />
    </div>
  );
}

const steps = ['prediction', 'measures', 'effectCheck', 'verification', 'protection'] as const;
const stepName = (t: ReturnType<typeof useWords>['t'], key: string): string => {
  const step = steps.find((one) => one === key);
  return step ? t(`areas.outburst.steps.${step}`) : key;
};

interface StepProps {
  readonly chain: ChainRow;
  readonly kind: ChainStepKind;
  readonly open: boolean;
  readonly onOpen: (step: ChainStep | null) => void;
}

function Step({ chain, kind: { step, results }, open, onOpen }: StepProps) {
  const { t } = useWords();
  const said = chain.steps.find((one) => one.step === step);
  const good = said && said.result === results[0];
  const mark = !said ? 'unanswered' : said.disputed ? 'conflict' : good ? 'pass' : 'fail';
  const name = t(`areas.outburst.steps.${step}`);
  return (
    <li>
      <Mark kind={mark} size={22} />
      <div>
        <p>
          <strong>{name}</strong>
          {'\u3000'}
          {said ? t(`areas.outburst.results.${said.result}`) : t('areas.outburst.notRecorded')}
        </p>
        {said && (
          <p className="text-small">{[said.date, said.by, said.note].filter((words) => words !== '').join('\u3000')}</p>
        )}
        {said && <Papers papers={said.papers} />}
        {open && <StepForm areaId={chain.areaId} step={step} results={results} onDone={() => onOpen(null)} />}
      </div>
      {!open && (
        <span className="mine-buttons">
          {said && <TakeBack areaId={chain.areaId} entry={`step:${step}`} name={name} />}
          <Button size="small" label={t('areas.outburst.recordOf', { step: name })} onPress={() => onOpen(step)}>
            {t(said ? 'areas.outburst.again' : 'areas.outburst.record')}
          </Button>
        </span>
      )}
    </li>
  );
}
