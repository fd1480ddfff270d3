import { useEffect, useRef, useState } from 'react';
import type { AssessmentRow, AssessmentUndo } from '../../../electron/ports/assessment-models.ts';
import type { FieldKey } from '../../../rules/assessment/fields.ts';
import type { StepId } from '../../../rules/assessment/steps.words.ts';
import { Button } from '../../parts/button.tsx';
import { LimitButton } from '../../parts/limit-button.tsx';
import { Workings } from '../../parts/workings.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { useLayout } from '../../theme/use-display.ts';
import { useWords } from '../../words/words.ts';
import { AssessmentPrint } from './assessment-print.tsx';
import { CompareCard } from './compare-card.tsx';
import { FootRow } from './foot-row.tsx';
import { askedFields, InputsCard, SharedInputsCard } from './inputs-card.tsx';
import { PointsCard } from './points-card.tsx';
import { SiblingsCard } from './siblings-card.tsx';
import { StepList } from './step-list.tsx';
import { UnitDeeds } from './unit-deeds.tsx';
import { citationsOf, stepIds, workingsOf } from './unit-model.ts';
import { useFigures } from './use-figures.ts';
import { VerdictCard } from './verdict-card.tsx';
import { WaysCard } from './ways-card.tsx';

export interface UnitScreenProps {
  readonly row: AssessmentRow;
  readonly all: readonly AssessmentRow[];
  readonly undo: AssessmentUndo | null;
  readonly onBack: () => void;
  readonly onUnit: (assessmentId: string) => void;
}

/** One unit: the criteria at the left, what the chosen one comes to, its inputs, its arithmetic, how it was before. */
export function UnitScreen(props: UnitScreenProps) {
  const [isPaper, setIsPaper] = useState(false);
  if (isPaper) return <AssessmentPrint assessmentId={props.row.assessmentId} onBack={() => setIsPaper(false)} />;
  return <UnitForm {...props} onPaper={() => setIsPaper(true)} />;
}

function UnitForm({ row, all, undo, onBack, onUnit, onPaper }: UnitScreenProps & { readonly onPaper: () => void }) {
  const { t } = useWords();
  const desk = useLayout().layout === 'desk';
  const figures = useFigures(row);
  const place = useRef<HTMLDivElement>(null);
  const wanted = useRef<FieldKey | 'first' | null>('first');
  const [step, setStep] = useState<StepId>(stepIds[0] ?? 'required');
  const goStep = (next: StepId | undefined, field: FieldKey | 'first' | null) => {
    if (!next) return;
    wanted.current = field;
    setStep(next);
  };
  useEffect(() => {
    if (wanted.current === null || step === undefined) return;
    focusField(place.current, wanted.current);
    wanted.current = null;
  }, [step]);
  const number = stepIds.indexOf(step);
  const [before, after] = [stepIds[number - 1], stepIds[number + 1]];
  const move = (from: FieldKey, by: 1 | -1) => {
    const order = askedFields(step, figures.values);
    const at = order.indexOf(from);
    const next = at < 0 ? undefined : order[at + by];
    if (next) return focusField(place.current, next);
    const neighbour = by === 1 ? after : before;
    if (neighbour)
      return goStep(neighbour, by === 1 ? 'first' : (askedFields(neighbour, figures.values).at(-1) ?? null));
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  useKeys([
    { key: 'j', words: t('drainage.keys.next'), run: () => goStep(after, null) },
    { key: 'k', words: t('drainage.keys.previous'), run: () => goStep(before, null) },
    { key: 'i', words: t('drainage.keys.fields'), run: () => focusField(place.current, 'first') },
    { key: 'Ctrl+p', words: t('drainage.report'), run: onPaper },
    { key: 'Escape', words: t('drainage.back'), run: onBack },
  ]);
  const points = ofPoints.includes(step) && <PointsCard row={row} values={figures.values} />;
  const inputs = <InputsCard key={step} step={step} figures={figures} date={row.date} onMove={move} />;
  const shared = <SharedInputsCard key={`${step} shared`} step={step} figures={figures} onMove={move} />;
  return (
    <div className="page drainage-page" ref={place}>
      {!desk && <h1 className="visually-hidden">{t('drainage.title')}</h1>}
      {desk && (
        <div className="page-head">
          <Button icon="back" onPress={onBack}>
            {t('drainage.back')}
          </Button>
          <h1>{t('drainage.title')}</h1>
          <span className="text-small page-title">
            {row.mine}　{row.face}
          </span>
        </div>
      )}
      <div className="drainage-columns" data-part="unit">
        <StepList
          row={row}
          figures={figures}
          chosen={step}
          onChoose={(next) => goStep(next, null)}
          deeds={<UnitDeeds row={row} onPaper={onPaper} onGone={onBack} />}
          back={
            desk ? null : (
              <Button size="small" icon="back" label={t('drainage.back')} onPress={onBack}>
                {t('drainage.backShort')}
              </Button>
            )
          }
        />
        <div className="drainage-main">
          <div className="drainage-scroll">
            <VerdictCard step={step} row={row} figures={figures} />
            {!desk && inputs}
            {points}
            {!desk && <WaysCard step={step} row={row} figures={figures} />}
            <Workings
              workings={workingsOf(step, figures.assessment)}
              basis={
                <LimitButton limit={t('drainage.verdict.basis')} citations={citationsOf(step, figures.assessment)} />
              }
            />
            {!desk && shared}
            {!desk && <CompareCard step={step} row={row} all={all} figures={figures} />}
            {desk && <SiblingsCard step={step} row={row} all={all} onUnit={onUnit} />}
          </div>
          <FootRow
            row={row}
            figures={figures}
            step={step}
            undo={undo}
            before={before}
            after={after}
            onStep={(next) => goStep(next, null)}
          />
        </div>
        {desk && (
          <div className="drainage-side">
            {inputs}
            {shared}
            <WaysCard step={step} row={row} figures={figures} />
            <CompareCard step={step} row={row} all={all} figures={figures} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Where the residual gas is looked at. */
const ofPoints: readonly StepId[] = ['layout', 'residual', 'outburst'];

function focusField(place: HTMLElement | null, field: FieldKey | 'first'): void {
  const found = place?.querySelector<HTMLElement>(field === 'first' ? '[data-field]' : `[data-field="${field}"]`);
  found?.focus();
  if (found instanceof HTMLInputElement) found.select();
}
