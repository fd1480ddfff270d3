import { useState } from 'react';
import type { AreaRow } from '../../../../electron/ports/area-models.ts';
import { type AreaHandover, areaHandover, drainageAreaType } from '../../../../vocabulary/area.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import { Card } from '../../../parts/card.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { UnknownTag } from '../../../parts/tag.tsx';
import { useReach } from '../../../ports/ports-context.tsx';
import { useDeed } from '../../../ports/questions.ts';
import { isoDay } from '../../../words/format.ts';
import { useWords } from '../../../words/words.ts';
import { FormFoot } from './form-foot.tsx';
import { TextField } from './text-field.tsx';
import { usePapers } from './use-papers.tsx';

/** Moves an area on: from where it is to the next, by which figure, and whether that was met. Nobody is asked to guess. */
export function HandoverForm({
  area,
  onDone,
}: {
  readonly area: AreaRow;
  readonly onDone: (areaId: string | null) => void;
}) {
  const { t } = useWords();
  const today = isoDay(useReach().now());
  const later = drainageAreaType.options.slice(drainageAreaType.options.indexOf(area.now) + 1);
  const [to, setTo] = useState(later[0] ?? 'production');
  const [date, setDate] = useState<string>(today);
  const [index, setIndex] = useState<AreaHandover['index'] | ''>('');
  const [texts, setTexts] = useState({ criterion: '', handedBy: '', takenBy: '', note: '' });
  const papers = usePapers([]);
  const put = useDeed(async (ports, handover: AreaHandover) =>
    ports.recorder.ask('area/handover', { areaId: area.areaId, handover, add: await papers.fresh() }),
  );
  const draft = areaHandover.safeParse({ from: area.now, to, date, index, ...texts, papers: [] }).data;
  const future = date > today;
  const keep = () => draft && void put.run(draft).then((done) => done.ok && onDone(area.areaId));
  return (
    <Card title={t('areas.drainage.handover')} aside={area.sheet.name} grow>
      <div className="mine-form">
        <Choice
          label={t('areas.drainage.to')}
          value={to}
          options={later.map((value) => ({ value, words: t(`areas.types.${value}`) }))}
          onChoose={setTo}
        />
        <DayField
          label={t('areas.drainage.date')}
          wrong={future ? t('areas.future') : null}
          value={date}
          onChange={setDate}
        />
        <div>
          <Choice
            label={t('areas.drainage.met')}
            value={index}
            options={(['met', 'notMet', 'notGiven'] as const).map((value) => ({
              value,
              words: t(`areas.drainage.index.${value}`),
            }))}
            onChoose={(chosen) => setIndex(chosen === '' ? 'notGiven' : chosen)}
          />
          <p className="text-small">
            {t('areas.drainage.criterionWhy')} <UnknownTag words={t('marks.needsCheck')} />
          </p>
        </div>
        {(['criterion', 'handedBy', 'takenBy', 'note'] as const).map((key) => (
          <TextField
            key={key}
            label={t(`areas.drainage.${key}`)}
            value={texts[key]}
            onChange={(text) => setTexts({ ...texts, [key]: text })}
          />
        ))}
        {papers.field}
      </div>
      <FormFoot
        saving={put}
        missing={[
          [t('areas.drainage.date'), !isoDate.safeParse(date).success || future],
          [t('areas.drainage.met'), index === ''],
        ]}
        disabled={!draft || future}
        words={t('areas.drainage.handoverKeep')}
        onCancel={() => onDone(null)}
        onKeep={keep}
      />
    </Card>
  );
}
