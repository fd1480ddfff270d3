import { distinct } from '../../../../rules/citations.ts';
import { sayReasons } from '../../../../rules/instrument/say-grade.ts';
import { gasFormula } from '../../../live/gas-formula.ts';
import { GradeMark } from '../../../parts/grade-mark.tsx';
import { markLimit } from '../../../parts/with-limits.tsx';
import { useWords } from '../../../words/words.ts';
import type { GasGrade } from '../graded.ts';

/** What the readings of each gas are worth today, and why. */
export function GasGrades({ gases }: { readonly gases: readonly GasGrade[] }) {
  const { t, pick } = useWords();
  return (
    <ul className="gas-grades">
      {gases
        .map(({ gas, grading }) => ({ gas, grading, said: sayReasons(grading, markLimit) }))
        .map(({ gas, grading, said }) => (
          <li key={gas}>
            {gases.length > 1 && <strong>{gasFormula(gas)} </strong>}
            <GradeMark
              reasons={grading.reasons}
              say={said.map(({ words }) => pick(words)).join(t('common.listJoin'))}
              citations={distinct(said.flatMap(({ citations }) => citations))}
            />
          </li>
        ))}
    </ul>
  );
}
