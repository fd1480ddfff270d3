import { useState } from 'react';
import type { ChainStep, OutburstStep, StepResult } from '../../../../vocabulary/area.ts';
import { outburstStep } from '../../../../vocabulary/area.ts';
import type { EntityId } from '../../../../vocabulary/ids.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import { Choice } from '../../../parts/choice.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { useReach } from '../../../ports/ports-context.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { isoDay } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';
import { FormFoot } from './form-foot.tsx';
import { TextField } from './text-field.tsx';
import { usePapers } from './use-papers.tsx';

export interface StepFormProps {
  readonly areaId: EntityId;
  readonly step: ChainStep;
  readonly results: readonly StepResult[];
  readonly onDone: () => void;
}

/** How one step came out, on which day, by whom, with its papers. */
export function StepForm({ areaId, step, results, onDone }: StepFormProps) {
  const { t } = useWords();
  const today = isoDay(useReach().now());
  const [result, setResult] = useState<StepResult | ''>('');
  const [date, setDate] = useState<string>(today);
  const [by, setBy] = useState('');
  const [note, setNote] = useState('');
  const papers = usePapers([]);
  const put = useDeed(async (ports, entry: OutburstStep) =>
    ports.recorder.ask('chain/step', { areaId, step: entry, add: await papers.fresh() }),
  );
  const draft = outburstStep.safeParse({ step, result, date, by, note, papers: [] }).data;
  const future = date > today;
  return (
    <div className="mine-step-form">
      <Choice
        label={t('areas.outburst.result')}
        hideLabel
        value={result}
        options={results.map((value) => ({ value, words: t(`areas.outburst.results.${value}`) }))}
        onChoose={setResult}
      />
      <div className="mine-form">
        <DayField
          label={t('areas.outburst.date')}
          wrong={future ? t('areas.future') : null}
          value={date}
          onChange={setDate}
        />
        <TextField label={t('areas.outburst.by')} value={by} onChange={setBy} />
        <TextField label={t('areas.drainage.note')} value={note} onChange={setNote} />
        {papers.field}
      </div>
      <FormFoot
        saving={put}
        missing={[
          [t('areas.outburst.result'), result === ''],
          [t('areas.outburst.date'), !isoDate.safeParse(date).success || future],
        ]}
        disabled={!draft || future}
        small
        onCancel={onDone}
        onKeep={() => draft && void put.run(draft).then((done) => done.ok && onDone())}
      />
    </div>
  );
}
