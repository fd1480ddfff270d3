import { useState } from 'react';
import type { AreaRow } from '../../../../electron/ports/area-models.ts';
import { unitOfKey } from '../../../../rules/facts/units.ts';
import { drainageAreaType } from '../../../../vocabulary/area.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import { Card } from '../../../parts/card.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { cleanNumber } from '../../../parts/number-text.ts';
import { useDeed } from '../../../ports/questions.ts';
import { useWords } from '../../../words/words.ts';
import { type AreaDraft, areaFigures, badFigures, draftOfArea, sheetOf } from './area-draft.ts';
import { FormFoot } from './form-foot.tsx';
import { TextField } from './text-field.tsx';
import { usePapers } from './use-papers.tsx';

const isDayOrNothing = (text: string): boolean => text === '' || isoDate.safeParse(text).success;

export interface AreaFormProps {
  readonly mine: string;
  /** What is corrected, or null for a new one. */
  readonly area: AreaRow | null;
  readonly onDone: (areaId: string | null) => void;
}

/** Name, seam and figures as the mine's papers give them; what they do not give stays empty. */
export function AreaForm({ mine, area, onDone }: AreaFormProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<AreaDraft>(() => draftOfArea(area?.sheet ?? null));
  const change = (part: Partial<AreaDraft>) => setDraft((before) => ({ ...before, ...part }));
  const papers = usePapers(area?.sheet.papers ?? []);
  const bad = badFigures(draft);
  const sheet = sheetOf(mine, draft, papers.kept);
  const put = useDeed(async (ports, given: NonNullable<typeof sheet>) =>
    ports.recorder.ask('area/put', { areaId: area?.areaId ?? null, sheet: given, add: await papers.fresh() }),
  );
  const keep = () => sheet && void put.run(sheet).then((done) => done.ok && onDone(done.value.areaId));
  return (
    <Card title={t(area ? 'areas.drainage.correct' : 'areas.drainage.add')} grow>
      <div className="mine-form">
        <TextField label={t('areas.drainage.fields.name')} value={draft.name} onChange={(name) => change({ name })} />
        <TextField label={t('areas.drainage.fields.seam')} value={draft.seam} onChange={(seam) => change({ seam })} />
        {area === null && (
          <Choice
            label={t('areas.drainage.fields.areaType')}
            value={draft.areaType}
            options={drainageAreaType.options.map((value) => ({ value, words: t(`areas.types.${value}`) }))}
            onChoose={(areaType) => change({ areaType })}
          />
        )}
        {areaFigures.map((key) => (
          <TextField
            key={key}
            label={t(`areas.drainage.fields.${key}`)}
            unit={unitOfKey(key) ?? ''}
            numeric
            wrong={bad.includes(key) ? t('areas.badNumber') : null}
            value={draft[key]}
            onChange={(text) => change({ [key]: cleanNumber(text) })}
          />
        ))}
        <DayField
          label={t('areas.drainage.fields.plannedMiningStart_date')}
          value={draft.plannedMiningStart_date}
          onChange={(day) => change({ plannedMiningStart_date: day })}
        />
        <TextField
          label={t('areas.drainage.fields.bounds')}
          value={draft.bounds}
          onChange={(bounds) => change({ bounds })}
        />
        <TextField
          label={t('areas.drainage.fields.responsible')}
          value={draft.responsible}
          onChange={(responsible) => change({ responsible })}
        />
        <TextField
          label={t('areas.drainage.fields.source')}
          value={draft.source}
          onChange={(source) => change({ source })}
        />
        <DayField
          label={t('areas.drainage.fields.figures_date')}
          value={draft.figures_date}
          onChange={(day) => change({ figures_date: day })}
        />
        {papers.field}
      </div>
      <FormFoot
        saving={put}
        missing={[
          [t('areas.drainage.fields.name'), draft.name.trim() === ''],
          [t('areas.drainage.fields.plannedMiningStart_date'), !isDayOrNothing(draft.plannedMiningStart_date)],
          [t('areas.drainage.fields.figures_date'), !isDayOrNothing(draft.figures_date)],
        ]}
        disabled={sheet === null}
        onCancel={() => onDone(null)}
        onKeep={keep}
      />
    </Card>
  );
}
