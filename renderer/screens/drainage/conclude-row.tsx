import type { AssessmentRow } from '../../../electron/ports/assessment-models.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { dayAndTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

/** Records every verdict as it stands; said anew when a figure came after it. */
export function ConcludeRow({ row }: { readonly row: AssessmentRow }) {
  const { t } = useWords();
  const keep = useDeed((ports, assessmentId: AssessmentRow['assessmentId']) =>
    ports.recorder.ask('assessment/conclude', { assessmentId, note: '' }),
  );
  const press = () => {
    if (!keep.busy) void keep.run(row.assessmentId);
  };
  useKeys([{ key: 'c', words: t('drainage.keys.conclude'), run: press }]);
  const { conclusion } = row;
  return (
    <div className="drainage-conclude">
      {conclusion && !conclusion.outdated && (
        <p className="cell-mark text-small">
          <Mark kind="saved" size={18} />
          {t('drainage.conclude.done', {
            time: dayAndTime(conclusion.savedAt),
            outcome: t(`drainage.outcome.${conclusion.outcome}`),
          })}
        </p>
      )}
      {conclusion?.outdated && <p className="text-small drainage-outdated">{t('drainage.conclude.outdated')}</p>}
      {(!conclusion || conclusion.outdated) && (
        <Button wide size="small" keyName="C" busy={keep.busy} onPress={press}>
          {t('drainage.conclude.press')}
        </Button>
      )}
      <FaultLine fault={keep.fault} />
    </div>
  );
}
