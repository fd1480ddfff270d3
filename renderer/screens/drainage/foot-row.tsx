import { useState } from 'react';
import type { AssessmentRow, AssessmentUndo } from '../../../electron/ports/assessment-models.ts';
import { type StepId, type SubId, stepWords } from '../../../rules/assessment/steps.words.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useSaved } from '../../ports/use-saved.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { clockSeconds } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { UndoButton } from './undo-button.tsx';
import { failingSub } from './unit-model.ts';
import type { Figures } from './use-figures.ts';
import { saySub } from './verdict-words.ts';

export interface FootRowProps {
  readonly row: AssessmentRow;
  readonly figures: Figures;
  readonly step: StepId;
  readonly undo: AssessmentUndo | null;
  readonly before: StepId | undefined;
  readonly after: StepId | undefined;
  readonly onStep: (step: StepId) => void;
}

/** Back, undo by its name, what is saved, a finding in one touch, on. */
export function FootRow({ row, figures, step, undo, before, after, onStep }: FootRowProps) {
  const words = useWords();
  const { t, pick } = words;
  const saved = useSaved();
  const sub = failingSub(step, figures.assessment);
  const raise = useRaise(row, figures);
  const raiseNow = () => {
    if (sub && !raise.busy) raise.press(sub);
  };
  useKeys([{ key: 'f', words: t('drainage.keys.finding'), run: raiseNow }]);
  const isRaised = sub !== null && row.findings.some(({ rule }) => rule === figures.assessment.subs[sub].verdict.rule);
  return (
    <>
      <FaultLine fault={raise.fault} />
      <div className="drainage-foot">
        {before && (
          <Button icon="back" keyName="K" onPress={() => onStep(before)}>
            {pick(stepWords[before])}
          </Button>
        )}
        {undo && <UndoButton undo={undo} unit={row.name} />}
        <p className="drainage-saved text-small" role="status">
          {saved && (
            <>
              <Mark kind="saved" size={18} /> {t('drainage.field.saved', { time: clockSeconds(saved.wall) })}
            </>
          )}
        </p>
        {sub && (
          <Button kind={isRaised ? 'normal' : 'primary'} keyName="F" busy={raise.busy} onPress={raiseNow}>
            {t(isRaised ? 'drainage.finding.raised' : 'drainage.finding.raise')}
          </Button>
        )}
        {after && (
          <Button
            kind={sub && !isRaised ? 'normal' : 'primary'}
            keyName="J"
            iconAfter="next"
            onPress={() => onStep(after)}
          >
            {pick(stepWords[after])}
          </Button>
        )}
      </div>
    </>
  );
}

/** The failing criterion in words, with the unit it is of, becomes the fact of a finding. */
function useRaise(row: AssessmentRow, figures: Figures) {
  const words = useWords();
  const [pressed, setPressed] = useState<SubId | null>(null);
  const raise = useDeed((ports, { sub, fact }: { readonly sub: SubId; readonly fact: string }) =>
    ports.recorder.ask('assessment/raise', {
      assessmentId: row.assessmentId,
      sub,
      fact,
      severity: figures.assessment.severity ?? 'general',
    }),
  );
  const press = (sub: SubId) => {
    setPressed(sub);
    const said = saySub(words, sub, figures.assessment.subs[sub]);
    const fact = words.t('drainage.finding.fact', { mine: row.mine, face: row.face, unit: row.name, words: said });
    void raise.run({ sub, fact });
  };
  return { press, busy: raise.busy, fault: pressed === null ? null : raise.fault };
}
