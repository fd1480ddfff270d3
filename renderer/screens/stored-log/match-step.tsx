import { Select } from 'antd';
import type { LogPreview } from '../../../electron/ports/log-models.ts';
import { type InspectionId, inspectionId as inspectionIdOf } from '../../../vocabulary/ids.ts';
import { Card } from '../../parts/card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useInspections, useQuestion } from '../../ports/questions.ts';
import { groupDigits, WIDE } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { MatchView } from './match-view.tsx';
import type { Choice } from './use-import.ts';

const NONE = 'none';

export interface InspectionFieldProps {
  readonly chosen: InspectionId | null;
  readonly onChoose: (id: InspectionId | null) => void;
}

/** Which inspection the log belongs to, the newest first, or none. */
export function InspectionField({ chosen, onChoose }: InspectionFieldProps) {
  const { t } = useWords();
  const list = useInspections();
  const options = (list.value ?? [])
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .map((one) => ({ value: one.inspectionId as string, label: `${one.mine}${WIDE}${one.date}` }));
  return (
    <Field label={t('storedLog.match.inspection')}>
      {({ id }) => (
        <Select
          id={id}
          className="stored-log-inspection"
          value={chosen ?? NONE}
          options={[...options, { value: NONE, label: t('storedLog.match.noInspection') }]}
          onChange={(value: string) => onChoose(value === NONE ? null : inspectionIdOf.parse(value))}
        />
      )}
    </Field>
  );
}

export interface MatchStepProps {
  readonly preview: LogPreview;
  readonly choice: Choice;
  readonly onInspection: (id: InspectionId | null) => void;
}

/** Held against an inspection before anything is kept. */
export function MatchStep({ preview, choice, onInspection }: MatchStepProps) {
  const { t } = useWords();
  const key = [preview.draft, choice.instrumentId, choice.inspectionId ?? '', choice.measurement ?? ''];
  const match = useQuestion(
    ['inspection', 'log-match', ...key],
    choice.inspectionId === null
      ? null
      : (ports) => ports.recorder.ask('log/match', { draft: preview.draft, ...choice }),
  );
  return (
    <Card title={t('storedLog.match.title')} grow>
      <InspectionField chosen={choice.inspectionId} onChoose={onInspection} />
      <FaultLine fault={match.fault} />
      {choice.inspectionId !== null && !match.value && !match.fault && <Slow />}
      {match.value && (
        <>
          <p className="stored-log-sentence">
            {t('storedLog.match.would', {
              count: groupDigits(preview.counts.imported),
              places: match.value.places.length,
              unmatched: groupDigits(match.value.unmatchedRows),
            })}
          </p>
          <MatchView match={match.value} />
        </>
      )}
    </Card>
  );
}
