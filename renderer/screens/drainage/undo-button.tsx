import type { AssessmentUndo } from '../../../electron/ports/assessment-models.ts';
import { fieldKey, fieldLabel } from '../../../rules/assessment/fields.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';

export interface UndoButtonProps {
  readonly undo: AssessmentUndo;
  /** The unit in sight; what was done to another one is named with it. */
  readonly unit: string;
}

/** Takes back the last thing done, by its name, as new events. */
export function UndoButton({ undo, unit }: UndoButtonProps) {
  const { t, pick } = useWords();
  const takeBack = useDeed((ports, _: null) => ports.recorder.ask('assessment/undo', {}));
  const press = () => {
    if (!takeBack.busy) void takeBack.run(null);
  };
  useKeys([{ key: 'Ctrl+z', words: t('drainage.keys.undo'), run: press }]);
  const field = fieldKey.safeParse(undo.what).data;
  const what = undo.kind === 'figure' && field ? pick(fieldLabel(field)) : undo.what;
  const words = t(`drainage.undo.${undo.kind}`, { what, unit: undo.unit });
  const elsewhere = undo.kind === 'figure' && undo.unit !== unit;
  return (
    <>
      <Button kind="quiet" icon="undo" keyName="Ctrl Z" busy={takeBack.busy} onPress={press}>
        {elsewhere ? t('drainage.undo.ofUnit', { words, unit: undo.unit }) : words}
      </Button>
      {takeBack.fault && <FaultLine fault={takeBack.fault} />}
    </>
  );
}
