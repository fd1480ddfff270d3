import { useState } from 'react';
import type { InstrumentGrading } from '../../../../rules/instrument/grade-instrument.ts';
import type { Verdict } from '../../../../vocabulary/verdict.ts';
import { gasFormula } from '../../../live/gas-formula.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { CitationDrawer, CitationLine } from '../../../parts/citation-card.tsx';
import { useWords } from '../../../words/words.ts';
import type { GasGrade } from '../graded.ts';
import { GasGrades } from './gas-grades.tsx';

/** Whether its readings stand as evidence today, each test with its verdict, its article and its arithmetic. */
export function GradeCard({ gases }: { readonly gases: readonly GasGrade[] }) {
  const { t } = useWords();
  const [shown, setShown] = useState<Verdict | null>(null);
  const bad = gases.some(({ grading }) => grading.reasons.length > 0);
  return (
    <Card title={t('register.grade.title')} tone={bad ? 'unknown' : 'plain'}>
      <GasGrades gases={gases} />
      {bad && <p className="text-small">{t('register.grade.kept')}</p>}
      {gases.map(({ gas, grading }, at) => (
        <ul key={gas} className="grade-tests" aria-label={gasFormula(gas)}>
          {testsOf(grading, at === 0).map(([name, verdict]) => (
            <li key={name}>
              <Mark kind={verdictMark(verdict.status, null)} size={20} />
              <span>
                {gases.length > 1 && name !== 'certificate' && `${gasFormula(gas)}　`}
                {t(`register.grade.tests.${name}`)}
                {verdict.citations.slice(0, 1).map((citation) => (
                  <CitationLine key={citation.document} citation={citation} />
                ))}
                {verdict.status === 'unknown' && <span className="text-faint">{whyUnknown(verdict, t)}</span>}
              </span>
              {verdict.citations.length > 0 && (
                <Button size="small" onPress={() => setShown(verdict)}>
                  {t('register.grade.basis')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ))}
      <CitationDrawer
        open={shown !== null}
        citations={shown?.citations ?? []}
        workings={shown?.workings ?? []}
        onClose={() => setShown(null)}
      />
    </Card>
  );
}

type TestName = 'certificate' | 'calibration' | 'error';

/** The certificate is of the instrument, not of a gas: it is shown once. */
const testsOf = (
  { certificate, calibration, error }: InstrumentGrading,
  first: boolean,
): readonly (readonly [TestName, Verdict])[] =>
  (
    [
      ['certificate', first ? certificate : null],
      ['calibration', calibration],
      ['error', error],
    ] as const
  ).flatMap(([name, weighed]) => (weighed ? [[name, weighed.verdict] as const] : []));

/** Why the error cannot be told. */
function whyUnknown({ reason }: Verdict, t: ReturnType<typeof useWords>['t']): string {
  if (reason === 'missing:principle') return t('register.error.noPrinciple');
  if (reason === 'lel-basis') return t('register.error.noBasis');
  return reason === 'no-pack' ? t('register.error.noPack') : t('register.error.noFigure');
}
