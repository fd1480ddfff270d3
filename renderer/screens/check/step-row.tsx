import type { InspectionId } from '../../../vocabulary/ids.ts';
import { Mark } from '../../marks/mark.tsx';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useNow } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { clockSeconds } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import type { ItemCardProps } from './item-card.tsx';
import { SLOW_MS } from './saving.ts';
import { rowKey } from './sections.ts';
import type { Answering } from './use-answering.ts';
import './panels.css';

export interface StepRowProps extends ItemCardProps {
  readonly answering: Answering;
  readonly signed: boolean;
  readonly canRaise: boolean;
  readonly onRaise: () => void;
}

/** Back, undo by its name, what is saved, raise a finding, on. */
export function StepRow(props: StepRowProps) {
  const { t } = useWords();
  const { sheet, row, previous, next, answering, signed, canRaise, onRaise, onChoose, onSign } = props;
  const undo = useDeed((ports, inspectionId: InspectionId) => ports.recorder.ask('answer/undo', { inspectionId }));
  const takeBack = () => {
    if (!sheet.undo || signed || undo.busy) return;
    void undo.run(sheet.summary.inspectionId).then((done) => {
      if (!done.ok || !done.value) return;
      answering.takenBack(rowKey(done.value));
      onChoose(done.value);
    });
  };
  const onward = () => (next ? onChoose(next) : onSign());
  const back = () => previous && onChoose(previous);
  useKeys([
    { key: 'j', words: t('check.keys.next'), run: onward },
    { key: 'ArrowDown', words: t('check.keys.next'), run: onward },
    { key: 'k', words: t('check.keys.previous'), run: back },
    { key: 'ArrowUp', words: t('check.keys.previous'), run: back },
    { key: 'Ctrl+z', words: t('check.keys.undo'), run: takeBack },
  ]);
  return (
    <>
      <SaveTrouble answering={answering} />
      <FaultLine fault={undo.fault} />
      <div className="step-row">
        <Button icon="back" keyName="K" disabled={!previous} onPress={back}>
          {t('check.previous')}
        </Button>
        {sheet.undo && !signed && (
          <Button kind="quiet" icon="undo" busy={undo.busy} onPress={takeBack}>
            {t('check.undo', { word: t(`marks.${sheet.undo.outcome}`) })}
          </Button>
        )}
        <SavedLine answering={answering} savedAt={row.answer?.savedAt ?? null} />
        {row.status === 'fail' && (
          <Button keyName="F" disabled={!canRaise} onPress={onRaise}>
            {t(row.finding === null ? 'check.finding.raise' : 'check.finding.raised')}
          </Button>
        )}
        <Button kind="primary" keyName="J" iconAfter="next" onPress={onward}>
          {onwardWords(t, sheet, row, next)}
        </Button>
      </div>
    </>
  );
}

/** The next row, the next place where the rows of this one are through, or signing. */
function onwardWords(
  t: ReturnType<typeof useWords>['t'],
  { places }: StepRowProps['sheet'],
  row: StepRowProps['row'],
  next: StepRowProps['next'],
): string {
  if (!next) return t('check.sign');
  if (next.placeId === row.placeId) return t('check.next');
  const name = places.find(({ placeId }) => placeId === next.placeId)?.name ?? t('check.wholeMine');
  return t('site.nextPlace', { name });
}

/** 已存 with the recorder's own time; 正在存 only when it takes a while. */
function SavedLine({ answering, savedAt }: { readonly answering: Answering; readonly savedAt: number | null }) {
  const { t } = useWords();
  const now = useNow(250);
  const { saving } = answering;
  if (saving.kind === 'underway' && now - saving.since >= SLOW_MS)
    return (
      <p className="step-saved" role="status">
        <Mark kind="stale" size={18} /> {t('check.saving')}
      </p>
    );
  const at = saving.kind === 'kept' ? Math.max(saving.at, savedAt ?? 0) : savedAt;
  return (
    <p className="step-saved" role="status">
      {at !== null && saving.kind !== 'failed' && (
        <>
          <Mark kind="saved" size={18} /> {t('check.savedAt', { time: clockSeconds(at) })}
        </>
      )}
    </p>
  );
}

/** The answer is not in the record: said in full, with the way to try again; what is on screen stays. */
function SaveTrouble({ answering }: { readonly answering: Answering }) {
  const { t, say } = useWords();
  const { saving } = answering;
  if (saving.kind !== 'failed') return null;
  return (
    <div className="save-trouble" role="alert">
      <Mark kind="alarm2" size={22} />
      <p>{t('check.saveFailed', { reason: say(saving.fault) })}</p>
      <Button size="small" onPress={answering.again}>
        {t('check.saveAgain')}
      </Button>
    </div>
  );
}
