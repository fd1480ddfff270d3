import { useState } from 'react';
import type { ChainRow } from '../../../../electron/ports/area-models.ts';
import { factInput } from '../../../../rules/facts/describe-fact.ts';
import { findRule, judge } from '../../../../rules/judge.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import type { FactValue } from '../../../../vocabulary/verdict.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { Card } from '../../../parts/card.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { CitationLine } from '../../../parts/citation-card.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { Workings } from '../../../parts/workings.tsx';
import { useReach } from '../../../ports/ports-context.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { isoDay } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';
import { FactColumn } from '../../check/fact-column.tsx';
import { readFacts, type TypedFacts } from '../../check/fact-entry.ts';
import { FormFoot } from './form-foot.tsx';
import { TextField } from './text-field.tsx';
import { usePapers } from './use-papers.tsx';

/** Which indices a region and a face have, by their rules. */
const rulesOf = {
  regional: ['gas.outburst.seam', 'gas.outburst.region', 'gas.outburst.residual', 'gas.outburst.checkPoints'],
  local: ['gas.outburst.faceIndex', 'gas.outburst.residual', 'gas.outburst.checkPoints'],
} as const;
type IndexRule = (typeof rulesOf)['regional' | 'local'][number];

export interface IndexFormProps {
  readonly chain: ChainRow;
  readonly onDone: (areaId: string | null) => void;
}

/** The indices of one seam, region or cycle: judged while they are typed, and once more by the recorder when kept. */
export function IndexForm({ chain, onDone }: IndexFormProps) {
  const { t, pick } = useWords();
  const today = isoDay(useReach().now());
  const offered: readonly IndexRule[] = rulesOf[chain.chain.chain];
  const [rule, setRule] = useState<IndexRule>(offered[0] ?? 'gas.outburst.faceIndex');
  const [typed, setTyped] = useState<TypedFacts>({});
  const [date, setDate] = useState<string>(today);
  const [where, setWhere] = useState(chain.chain.name);
  const papers = usePapers([]);
  const known = findRule(rule);
  const fields = (known?.fields ?? []).map(({ key, kind, options, needed }) => factInput(key, kind, options, needed));
  const { facts, bad } = readFacts(fields, typed);
  const day = isoDate.safeParse(date).data;
  const judged = day ? judge(rule, facts, { date: day }) : null;
  const verdict = judged?.ok ? judged.value : null;
  const put = useDeed(async (ports, given: Readonly<Record<string, FactValue>>) =>
    ports.recorder.ask('chain/index', {
      areaId: chain.areaId,
      index: { where, rule, date: isoDate.parse(date), note: '', facts: given },
      add: await papers.fresh(),
    }),
  );
  const ready = verdict !== null && where.trim() !== '' && bad.length === 0 && Object.keys(facts).length > 0;
  const future = date > today;
  const keep = () => void put.run(facts).then((done) => done.ok && onDone(chain.areaId));
  return (
    <Card title={t('areas.outburst.addIndex')} aside={chain.chain.name} grow>
      <div className="mine-index-form">
        <div className="mine-index-left">
          <Choice
            label={t('areas.outburst.rule')}
            value={rule}
            options={offered.map((value) => ({
              value,
              words: pick(findRule(value)?.title ?? { zh: value, en: value }),
            }))}
            onChoose={(chosen) => {
              setRule(chosen);
              setTyped({});
            }}
          />
          <div className="mine-form">
            <TextField label={t('areas.outburst.where')} value={where} onChange={setWhere} />
            <DayField
              label={t('areas.outburst.date')}
              wrong={future ? t('areas.future') : null}
              value={date}
              onChange={setDate}
            />
          </div>
          {papers.field}
          {verdict && (
            <div className="mine-standing">
              <h3>
                <Mark kind={verdictMark(verdict.status, verdict.severity)} size={24} />
                {t(verdict.status === 'unknown' ? 'marks.missingData' : `areas.outburst.found.${verdict.status}`)}
              </h3>
              <Workings workings={verdict.workings} />
              <ul className="mine-citations">
                {verdict.citations.map((citation) => (
                  <li key={`${citation.document}${citation.article ?? ''}`}>
                    <CitationLine citation={citation} />
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <FactColumn
          key={rule}
          fields={fields}
          answering={{
            typed,
            bad,
            type: (key, value) => setTyped((before) => ({ ...before, [key]: value })),
          }}
          row={rule}
          onEnter={() => ready && !future && keep()}
        />
      </div>
      <FormFoot
        saving={put}
        missing={[
          [t('areas.outburst.where'), where.trim() === ''],
          [t('areas.outburst.date'), day === undefined || future],
          [t('areas.outburst.figures'), bad.length > 0 || Object.keys(facts).length === 0],
        ]}
        disabled={!ready || future}
        onCancel={() => onDone(null)}
        onKeep={keep}
      />
    </Card>
  );
}
