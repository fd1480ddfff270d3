import { useEffect, useRef, useState } from 'react';
import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { severityOf } from '../../../rules/checklist/judge-item.ts';
import { AnswerButtons } from '../../parts/answer-buttons.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { useDisplaySettings } from '../../theme/use-display.ts';
import { type SpokenWords, useWords } from '../../words/words.ts';
import type { CalculatorRule } from './calculators/calculators.ts';
import { CardBody } from './card-body.tsx';
import type { TypedFacts } from './fact-entry.ts';
import { FindingPanel } from './finding-panel.tsx';
import type { ItemView } from './item-view.ts';
import { workedRow } from './last-row.ts';
import { ReasonPanel } from './reason-panel.tsx';
import { rowKey } from './sections.ts';
import { StepRow } from './step-row.tsx';
import { type Answering, useAnswering } from './use-answering.ts';
import { decidingGap } from './verdict-gap.ts';

export interface ItemCardProps {
  readonly sheet: InspectionSheet;
  readonly row: SheetRow;
  readonly number: number;
  readonly previous: SheetRow | null;
  readonly next: SheetRow | null;
  readonly onChoose: (row: { readonly itemId: string; readonly placeId: string | null }) => void;
  readonly onSign: () => void;
  /** Opens the sub-form of a place. */
  readonly onSite: (placeId: string) => void;
  /** Opens a calculator, with the row its figures may go into. */
  readonly onCalculate: (asked: AskedCalculator) => void;
}

export interface AskedCalculator {
  readonly rule: CalculatorRule;
  readonly row: SheetRow;
  /** What stands in the row's fields. */
  readonly typed: TypedFacts;
}

/** One question, the law beside it, evidence attached, answered and saved. */
export function ItemCard(props: ItemCardProps) {
  const { t, pick } = useWords();
  const { sheet, row } = props;
  const answering = useAnswering(sheet, row);
  const [raising, setRaising] = useState<string | null>(null);
  const key = rowKey(row);
  const signed = sheet.summary.signedAt !== null;
  const { inspectionId } = sheet.summary;
  useEffect(() => workedRow.set({ inspectionId, itemId: row.itemId, placeId: row.placeId }), [inspectionId, row]);
  useAutoNext(answering.saving, () => props.next && props.onChoose(props.next));
  const canRaise = !signed && row.status === 'fail' && row.finding === null;
  useAnswerKeys(answering, signed, () => canRaise && setRaising(key));
  const { view } = answering;
  const enter = () => {
    if (view?.machine && view.machine !== 'unknown' && !signed) answering.answer(view.machine);
  };
  return (
    <div className="check-main">
      <CardBody {...props} answering={answering} signed={signed} onEnter={enter} />
      {answering.asking && (
        <ReasonPanel
          key={answering.asking}
          outcome={answering.asking}
          machine={view?.machine ?? null}
          onGive={answering.giveReason}
          onBack={answering.stopAsking}
        />
      )}
      {raising === key && view && (
        <FindingPanel
          inspectionId={inspectionId}
          row={row}
          fact={factWords(view, t, pick(view.item.title))}
          severity={row.severity ?? severityOf(view.item, sheet.summary.hydroType)}
          onDone={() => setRaising(null)}
        />
      )}
      <AnswerButtons
        chosen={answering.chosen}
        suggested={view?.machine && view.machine !== 'unknown' ? view.machine : null}
        severity={view?.verdict?.severity ?? row.severity}
        disabled={signed || answering.saving.kind === 'underway'}
        onAnswer={answering.answer}
      />
      <StepRow {...props} answering={answering} signed={signed} canRaise={canRaise} onRaise={() => setRaising(key)} />
    </div>
  );
}

/** 自动下一项, where it was switched on: only after the recorder has said that the answer is kept. */
function useAutoNext(saving: Answering['saving'], go: () => void): void {
  const { autoNext } = useDisplaySettings();
  const newest = useRef(go);
  newest.current = go;
  const event = saving.kind === 'kept' ? saving.event : null;
  const seen = useRef(event);
  useEffect(() => {
    if (event === null || event === seen.current) return;
    seen.current = event;
    if (autoNext) newest.current();
  }, [event, autoNext]);
}

function useAnswerKeys(answering: Answering, signed: boolean, raise: () => void): void {
  const { t } = useWords();
  const answer = (outcome: Parameters<Answering['answer']>[0]) => () => {
    if (!signed) answering.answer(outcome);
  };
  useKeys([
    { key: 'q', words: t('marks.pass'), run: answer('pass') },
    { key: 'w', words: t('marks.fail'), run: answer('fail') },
    { key: 'e', words: t('marks.unknown'), run: answer('unknown') },
    { key: 'r', words: t('marks.notApplicable'), run: answer('notApplicable') },
    { key: 'f', words: t('check.keys.finding'), run: raise },
  ]);
}

/** The fact of a finding in words, from the comparison that failed; else the title of the item, to be written out. */
function factWords(view: ItemView, t: SpokenWords['t'], title: string): string {
  const gap = view.verdict ? decidingGap(view.verdict.workings) : null;
  if (!gap || gap.met) return title;
  return t('check.finding.measured', {
    title,
    value: `${gap.value} ${gap.unit}`.trimEnd(),
    comparator: t(`check.verdict.comparators.${gap.sign}`),
    limit: `${gap.limit} ${gap.unit}`.trimEnd(),
  });
}
