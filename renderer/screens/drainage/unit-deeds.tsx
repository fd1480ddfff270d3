import { Input } from 'antd';
import { useState } from 'react';
import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';

export interface UnitDeedsProps {
  readonly row: AssessmentRow;
  readonly onPaper: () => void;
  readonly onGone: () => void;
}

/** The paper of the unit, and taking the unit off with its reason; it stays in the record and can be brought back. */
export function UnitDeeds({ row, onPaper, onGone }: UnitDeedsProps) {
  const { t } = useWords();
  const [reason, setReason] = useState<string | null>(null);
  const remove = useDeed((ports, why: string) =>
    ports.recorder.ask('assessment/remove', { assessmentId: row.assessmentId, reason: why }),
  );
  const said = reason?.trim() ?? '';
  const takeOff = async () => {
    if (said === '') return;
    const reply = await remove.run(said);
    if (reply.ok) onGone();
  };
  return (
    <div className="drainage-deeds">
      <Button size="small" icon="document" keyName="Ctrl P" onPress={onPaper}>
        {t('drainage.report')}
      </Button>
      <Button
        size="small"
        kind="quiet"
        pressed={reason !== null}
        onPress={() => setReason(reason === null ? '' : null)}
      >
        {t('drainage.remove.ask')}
      </Button>
      {reason !== null && (
        <>
          <Field label={t('drainage.remove.reason')} hint={t('drainage.remove.hint')}>
            {({ id, describedBy }) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                autoFocus
                maxLength={500}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
                onPressEnter={() => void takeOff()}
              />
            )}
          </Field>
          <Button size="small" disabled={said === ''} busy={remove.busy} onPress={() => void takeOff()}>
            {t('drainage.remove.press')}
          </Button>
        </>
      )}
      <FaultLine fault={remove.fault} />
    </div>
  );
}
