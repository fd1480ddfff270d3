import { isAsked } from '../../../rules/assessment/asked.ts';
import { type FieldKey, fieldsOf, specOf } from '../../../rules/assessment/fields.ts';
import { coalKeys } from '../../../rules/assessment/nodes.ts';
import type { StepId } from '../../../rules/assessment/steps.words.ts';
import { clashesIn, type FieldValues } from '../../../rules/assessment/values.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../words/words.ts';
import { ChoiceField } from './choice-field.tsx';
import { FigureField } from './figure-field.tsx';
import type { Figures } from './use-figures.ts';
import { useOffers } from './use-offers.ts';

/** The fields of a step that are asked of this unit, in their order. */
export const askedFields = (step: StepId, values: FieldValues): readonly FieldKey[] =>
  fieldsOf(step).filter((field) => isAsked(field, values));

/** Figures of another step that this one rests on as well; they are shown again, and typed once. */
const shared: Readonly<Partial<Record<StepId, readonly FieldKey[]>>> = {
  desorbable: ['residualPressure_MPa', 'measuredContent_m3PerT', ...coalKeys],
  outburst: ['residualPressure_MPa', 'measuredContent_m3PerT'],
};

export interface InputsCardProps {
  readonly step: StepId;
  readonly figures: Figures;
  readonly date: string;
  readonly onMove: (from: FieldKey, by: 1 | -1) => void;
}

/** The inputs of one step. */
export function InputsCard({ step, figures, date, onMove }: InputsCardProps) {
  const { t } = useWords();
  return (
    <Card title={t('drainage.inputs')} aside={t('drainage.judgedBy', { date })}>
      <Inputs fields={askedFields(step, figures.values)} figures={figures} onMove={onMove} />
    </Card>
  );
}

/** The inputs of other steps that this one rests on; nothing where it stands alone. */
export function SharedInputsCard({ step, figures, onMove }: Omit<InputsCardProps, 'date'>) {
  const { t } = useWords();
  const fields = shared[step];
  if (!fields) return null;
  return (
    <Card title={t('drainage.sharedInputs')}>
      <Inputs fields={fields} figures={figures} onMove={onMove} />
    </Card>
  );
}

interface InputsProps {
  readonly fields: readonly FieldKey[];
  readonly figures: Figures;
  readonly onMove: InputsCardProps['onMove'];
}

function Inputs({ fields, figures, onMove }: InputsProps) {
  const offerFor = useOffers();
  const clashes = clashesIn(figures.values);
  return (
    <div className="drainage-inputs">
      {fields.map((field) => {
        const { kind } = specOf(field);
        const Field = kind === 'flag' || kind === 'choice' ? ChoiceField : FigureField;
        return (
          <Field
            key={field}
            field={field}
            figures={figures}
            clash={clashes.find((clash) => clash.field === field)}
            offer={offerFor(field)}
            onMove={(by) => onMove(field, by)}
          />
        );
      })}
    </div>
  );
}
