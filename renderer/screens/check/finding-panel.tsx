import { Input } from 'antd';
import { useState } from 'react';
import type { SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { InspectionId } from '../../../vocabulary/ids.ts';
import type { Severity } from '../../../vocabulary/verdict.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';

export interface FindingPanelProps {
  readonly inspectionId: InspectionId;
  readonly row: SheetRow;
  /** The fact in words, to be mended by the person. */
  readonly fact: string;
  readonly severity: Severity;
  readonly onDone: () => void;
}

/** From a failed answer to a finding: the fact, the level. */
export function FindingPanel({ inspectionId, row, fact, severity, onDone }: FindingPanelProps) {
  const { t } = useWords();
  const [text, setText] = useState(fact);
  const [level, setLevel] = useState<Severity>(severity);
  const raise = useDeed((ports, ask: { readonly fact: string; readonly severity: Severity }) =>
    ports.recorder.ask('finding/raise', { inspectionId, itemId: row.itemId, placeId: row.placeId, ...ask }),
  );
  const keep = () => {
    if (text.trim() !== '') void raise.run({ fact: text, severity: level }).then((done) => done.ok && onDone());
  };
  useKeys([{ key: 'Escape', words: t('check.reasons.back'), run: onDone }]);
  return (
    <section className="reason-panel">
      <div className="reason-other">
        <Field label={t('check.finding.fact')}>
          {({ id }) => (
            <Input
              id={id}
              autoFocus
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onPressEnter={keep}
              onKeyDown={(event) => event.key === 'Escape' && onDone()}
            />
          )}
        </Field>
        <Choice
          label={t('check.finding.severity')}
          value={level}
          options={(['general', 'major'] as const).map((value) => ({ value, words: t(`marks.${value}`) }))}
          onChoose={setLevel}
        />
        <Button disabled={text.trim() === ''} busy={raise.busy} onPress={keep}>
          {t('check.finding.keep')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('check.reasons.back')}
        </Button>
      </div>
      <FaultLine fault={raise.fault} />
    </section>
  );
}
