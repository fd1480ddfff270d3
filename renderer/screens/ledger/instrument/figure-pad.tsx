import { useState } from 'react';
import { Choice } from '../../../parts/choice.tsx';
import { NumberPad } from '../../../parts/number-pad.tsx';
import { useWords } from '../../../words/words.ts';
import { type Entry, type Figure, figures, unitsFor } from './calibration-draft.ts';

export interface FigurePadProps {
  readonly entry: Entry;
  readonly onChange: (part: Partial<Entry>) => void;
}

/** Three figures and one pad for the glove: the chosen one is typed, the others stay in sight. */
export function FigurePad({ entry, onChange }: FigurePadProps) {
  const { t } = useWords();
  const [at, setAt] = useState<Figure>('standard');
  return (
    <div className="register-form">
      <Choice
        label={t('register.calibrations.figures')}
        options={figures.map((value) => ({
          value,
          words: `${t(`register.calibrations.${value}`)} ${entry[value] === '' ? '—' : entry[value]}`,
        }))}
        value={at}
        onChoose={setAt}
      />
      <Choice
        label={t('register.calibrations.unit')}
        options={[...new Set([...unitsFor(entry.gas), entry.unit])].map((value) => ({ value, words: value }))}
        value={entry.unit}
        onChoose={(unit) => onChange({ unit })}
      />
      <NumberPad
        label={t(`register.calibrations.${at}`)}
        unit={entry.unit}
        value={entry[at]}
        negativeAllowed={at !== 'standard'}
        hint={t('common.optional')}
        onChange={(text) => onChange({ [at]: text })}
      />
    </div>
  );
}
