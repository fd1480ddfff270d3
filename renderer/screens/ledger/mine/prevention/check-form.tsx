import { useState } from 'react';
import { checkLevel, type FoundHazard, type MineCheck, mineCheck } from '../../../../../vocabulary/dual-prevention.ts';
import type { IsoDate } from '../../../../../vocabulary/time.ts';
import { Button } from '../../../../parts/button.tsx';
import { Card } from '../../../../parts/card.tsx';
import { Choice } from '../../../../parts/choice.tsx';
import { DayField } from '../../../../parts/day-field.tsx';
import { FaultLine } from '../../../../parts/fault-line.tsx';
import { useDeed } from '../../../../ports/questions.ts';
import { useWords } from '../../../../words/words.ts';
import { TextField } from '../text-field.tsx';

const texted = ['unit', 'checkers', 'area', 'source'] as const;

type HazardDraft = Record<'content' | 'place' | 'responsible' | 'measure' | 'deadline' | 'closedOn', string> & {
  readonly row: number;
  readonly level: FoundHazard['level'];
};
const emptyHazard = (row: number): HazardDraft => ({
  row,
  level: 'general',
  content: '',
  place: '',
  responsible: '',
  measure: '',
  deadline: '',
  closedOn: '',
});
const hazardOf = ({ row: _, deadline, closedOn, ...hazard }: HazardDraft) => ({
  ...hazard,
  deadline: deadline || null,
  closedOn: closedOn || null,
});

/** One check of the mine's own as its paper shows it, with what it found. */
export function CheckForm({
  mine,
  today,
  onDone,
}: {
  readonly mine: string;
  readonly today: IsoDate;
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const [level, setLevel] = useState<MineCheck['level']>('team');
  const [checkedOn, setCheckedOn] = useState<string>(today);
  const [texts, setTexts] = useState({ unit: '', checkers: '', area: '', source: '' });
  const [hazards, setHazards] = useState<readonly HazardDraft[]>([]);
  const put = useDeed((ports, check: MineCheck) => ports.recorder.ask('prevention/check', { entryId: null, check }));
  const read = mineCheck.safeParse({ mine, level, checkedOn, ...texts, hazards: hazards.map(hazardOf) });
  const draft = read.data;
  const lacks = (key: keyof MineCheck) => read.error?.issues.some(({ path }) => path[0] === key);
  const missing = [
    ...(lacks('checkedOn') ? [t('prevention.checkedOn')] : []),
    ...texted.filter(lacks).map((key) => t(`prevention.fields.${key}`)),
    ...(lacks('hazards') ? [t('prevention.hazard')] : []),
  ];
  const isFuture = checkedOn > today;
  return (
    <Card title={t('prevention.add')} grow>
      <div className="mine-form">
        <Choice
          label={t('prevention.level')}
          value={level}
          options={checkLevel.options.map((value) => ({ value, words: t(`prevention.levels.${value}`) }))}
          onChoose={setLevel}
        />
        <DayField
          label={t('prevention.checkedOn')}
          wrong={isFuture ? t('areas.future') : null}
          value={checkedOn}
          onChange={setCheckedOn}
        />
        {texted.map((key) => (
          <TextField
            key={key}
            label={t(`prevention.fields.${key}`)}
            value={texts[key]}
            onChange={(text) => setTexts({ ...texts, [key]: text })}
          />
        ))}
        {hazards.map((hazard) => (
          <HazardFields
            key={hazard.row}
            hazard={hazard}
            onChange={(next) => setHazards(hazards.map((one) => (one.row === hazard.row ? next : one)))}
            onRemove={() => setHazards(hazards.filter((one) => one.row !== hazard.row))}
          />
        ))}
      </div>
      <FaultLine fault={put.fault} />
      <div className="mine-buttons">
        <span className="text-small mine-missing" id="check-missing">
          {missing.length > 0 && t('today.form.missing', { fields: missing.join(t('common.listJoin')) })}
        </span>
        <Button
          icon="plus"
          onPress={() => setHazards([...hazards, emptyHazard(Math.max(-1, ...hazards.map(({ row }) => row)) + 1)])}
        >
          {t('prevention.addHazard')}
        </Button>
        <Button onPress={onDone}>{t('common.cancel')}</Button>
        <Button
          kind="primary"
          disabled={!draft || isFuture}
          describedBy="check-missing"
          busy={put.busy}
          onPress={() => draft && void put.run(draft).then((done) => done.ok && onDone())}
        >
          {t('areas.keep')}
        </Button>
      </div>
    </Card>
  );
}

function HazardFields({
  hazard,
  onChange,
  onRemove,
}: {
  readonly hazard: HazardDraft;
  readonly onChange: (next: HazardDraft) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useWords();
  return (
    <fieldset className="prevention-hazard">
      <legend>{t('prevention.hazard')}</legend>
      <Choice
        label={t('prevention.hazardLevel')}
        value={hazard.level}
        options={(['general', 'major'] as const).map((value) => ({
          value,
          words: t(`prevention.hazardLevels.${value}`),
        }))}
        onChoose={(level) => onChange({ ...hazard, level })}
      />
      {(['content', 'place', 'responsible', 'measure'] as const).map((key) => (
        <TextField
          key={key}
          label={t(`prevention.fields.${key}`)}
          value={hazard[key]}
          onChange={(text) => onChange({ ...hazard, [key]: text })}
        />
      ))}
      {(['deadline', 'closedOn'] as const).map((key) => (
        <DayField
          key={key}
          label={t(`prevention.fields.${key}`)}
          value={hazard[key]}
          onChange={(day) => onChange({ ...hazard, [key]: day })}
        />
      ))}
      <Button size="small" onPress={onRemove}>
        {t('common.takeAway')}
      </Button>
    </fieldset>
  );
}
