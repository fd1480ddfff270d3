import { useState } from 'react';
import type { MineRiskRow } from '../../../../../electron/ports/prevention-models.ts';
import { type MineRisk, mineRisk, riskColour } from '../../../../../vocabulary/dual-prevention.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { Card } from '../../../../parts/card.tsx';
import { Choice } from '../../../../parts/choice.tsx';
import { DayField } from '../../../../parts/day-field.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { FormFoot } from '../form-foot.tsx';
import { TextField } from '../text-field.tsx';

/** One line of the mine's list of risks: how grave, what, where, held by what and by whom, looked at again when. */
export function RiskForm({
  mine,
  risk,
  onDone,
}: {
  readonly mine: string;
  readonly risk: MineRiskRow | null;
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const [colour, setColour] = useState<MineRisk['colour']>(risk?.colour ?? 'red');
  const [reviewOn, setReviewOn] = useState<string>(risk?.reviewOn ?? '');
  const [texts, setTexts] = useState({
    risk: risk?.risk ?? '',
    place: risk?.place ?? '',
    control: risk?.control ?? '',
    person: risk?.person ?? '',
  });
  const put = useDeed((ports, said: MineRisk) =>
    ports.recorder.ask('prevention/risk', { entryId: risk?.entryId ?? null, risk: said }),
  );
  const draft = mineRisk.safeParse({ mine, colour, ...texts, reviewOn: reviewOn || null, at: risk?.at ?? null }).data;
  return (
    <Card title={t('prevention.addRisk')} grow>
      <div className="mine-form">
        <Choice
          label={t('prevention.colour')}
          value={colour}
          options={riskColour.options.map((value) => ({ value, words: t(`prevention.colours.${value}`) }))}
          onChoose={setColour}
        />
        {(['risk', 'place', 'control', 'person'] as const).map((key) => (
          <TextField
            key={key}
            label={t(`prevention.fields.${key}`)}
            value={texts[key]}
            onChange={(text) => setTexts({ ...texts, [key]: text })}
          />
        ))}
        <DayField label={t('prevention.fields.reviewOn')} value={reviewOn} onChange={setReviewOn} />
      </div>
      <FormFoot
        saving={put}
        missing={[
          [t('prevention.fields.risk'), texts.risk.trim() === ''],
          [t('prevention.fields.reviewOn'), reviewOn !== '' && !isoDate.safeParse(reviewOn).success],
        ]}
        disabled={!draft}
        onCancel={onDone}
        onKeep={() => draft && void put.run(draft).then((done) => done.ok && onDone())}
      />
    </Card>
  );
}
