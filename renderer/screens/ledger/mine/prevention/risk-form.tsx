import { useState } from 'react';
import type { MineRiskRow } from '../../../../../electron/ports/prevention-models.ts';
import { type MineRisk, mineRisk, riskColour } from '../../../../../vocabulary/dual-prevention.ts';
import { isoDate } from '../../../../../vocabulary/time.ts';
import { Button } from '../../../../parts/button.tsx';
import { Card } from '../../../../parts/card.tsx';
import { Choice } from '../../../../parts/choice.tsx';
import { DayField } from '../../../../parts/day-field.tsx';
import { FaultLine } from '../../../../parts/fault-line.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { FormMissing } from '../form-missing.tsx';
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
      <FaultLine fault={put.fault} />
      <div className="mine-buttons">
        <FormMissing
          id="risk-missing"
          fields={[
            [t('prevention.fields.risk'), texts.risk.trim() === ''],
            [t('prevention.fields.reviewOn'), reviewOn !== '' && !isoDate.safeParse(reviewOn).success],
          ]}
        />
        <Button onPress={onDone}>{t('common.cancel')}</Button>
        <Button
          kind="primary"
          describedBy="risk-missing"
          disabled={!draft}
          busy={put.busy}
          onPress={() => draft && void put.run(draft).then((done) => done.ok && onDone())}
        >
          {t('areas.keep')}
        </Button>
      </div>
    </Card>
  );
}
