import { Input } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { unitDraft } from '../../../electron/ports/assessment-models.ts';
import type { InspectionId } from '../../../vocabulary/ids.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { isoDay } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

export interface NewUnitProps {
  readonly mine: string;
  readonly face: string;
  readonly inspectionId: InspectionId | null;
  readonly onOpened: (assessmentId: string) => void;
  readonly onBack: () => void;
}

const texts = ['mine', 'face', 'name', 'year'] as const;
const quarters = ['1', '2', '3', '4'] as const;

/** What a unit is called; Enter goes from field to field and begins after the last. */
export function NewUnit({ mine, face, inspectionId, onOpened, onBack }: NewUnitProps) {
  const { t } = useWords();
  const { now } = useReach();
  const today = isoDay(now());
  const [typed, setTyped] = useState({ mine, face, name: '', year: today.slice(0, 4) });
  const [quarter, setQuarter] = useState(String(Math.ceil(Number(today.slice(5, 7)) / 3)));
  const place = useRef<HTMLDivElement>(null);
  const open = useDeed((ports, draft: Parameters<typeof unitDraft.parse>[0]) =>
    ports.recorder.ask('assessment/open', { ...unitDraft.parse(draft), inspectionId }),
  );
  const draft = { ...typed, year: Number(typed.year.normalize('NFKC')), quarter: Number(quarter) };
  const ready = unitDraft.safeParse(draft).success;
  const make = () => {
    if (ready && !open.busy) void open.run(draft).then((done) => done.ok && onOpened(done.value.assessmentId));
  };
  useKeys([{ key: 'Escape', words: t('drainage.back'), run: onBack }]);
  const next = (event: KeyboardEvent<HTMLInputElement>) => {
    const inputs = [...(place.current?.querySelectorAll('input') ?? [])];
    const empty = inputs.slice(inputs.indexOf(event.currentTarget) + 1).find((input) => input.value.trim() === '');
    if (empty) empty.focus();
    else make();
  };
  const first = texts.find((key) => typed[key] === '');
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('drainage.back')}
        </Button>
        <h1>{t('drainage.form.title')}</h1>
      </div>
      <Card>
        <div className="drainage-new" ref={place}>
          {texts.map((key) => (
            <Field key={key} label={t(`drainage.form.${key}`)}>
              {({ id, describedBy }) => (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  autoFocus={key === first}
                  maxLength={60}
                  value={typed[key]}
                  onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
                  onPressEnter={next}
                />
              )}
            </Field>
          ))}
          <Choice
            label={t('drainage.form.quarter')}
            value={quarter}
            options={quarters.map((value) => ({ value, words: value }))}
            onChoose={setQuarter}
          />
        </div>
        <p className="text-small">{ready ? t('drainage.form.copied') : t('drainage.form.missing')}</p>
        <FaultLine fault={open.fault} />
        <Button kind="primary" disabled={!ready} busy={open.busy} onPress={make}>
          {t('drainage.form.make')}
        </Button>
      </Card>
    </div>
  );
}
