import { useState } from 'react';
import { judgeError } from '../../../../rules/instrument/judge-error.ts';
import type { Calibration, Principle } from '../../../../vocabulary/instrument.ts';
import type { Verdict } from '../../../../vocabulary/verdict.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { CitationDrawer } from '../../../parts/citation-card.tsx';
import { nameOfLimit } from '../../../parts/limit-button.tsx';
import { useWords } from '../../../words/words.ts';

/** The error before and after the adjustment; a press opens article and arithmetic. Past the limit as found, the readings before are in doubt. */
export function ErrorCell({ made, principle }: { readonly made: Calibration; readonly principle: Principle | null }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const found = judgeError(made, principle, made.date, made.asFound);
  const left = judgeError(made, principle, made.date, made.asLeft);
  const verdicts = [found, left].filter((one) => one !== null);
  const [first] = verdicts;
  if (!first) return <span className="text-faint">{t('register.error.noFigures')}</span>;
  const doubt = found?.status === 'fail' && made.asLeft !== null;
  return (
    <>
      <button
        type="button"
        className="error-cell"
        data-limit={nameOfLimit(first.citations)}
        onClick={() => setOpen(true)}
      >
        {found && <ErrorLine name={t('register.calibrations.asFound')} verdict={found} />}
        {left && <ErrorLine name={t('register.calibrations.asLeft')} verdict={left} />}
      </button>
      {doubt && <span className="text-small">{t('register.error.doubt')}</span>}
      <CitationDrawer
        open={open}
        citations={first.citations}
        workings={verdicts.flatMap(({ workings }) => workings)}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

function ErrorLine({ name, verdict }: { readonly name: string; readonly verdict: Verdict }) {
  const { t } = useWords();
  const { error_pct: error, allowed_pct: allowed } = verdict.results;
  const known = typeof error === 'number' && typeof allowed === 'number';
  return (
    <span className="cell-mark nowrap">
      <Mark kind={verdictMark(verdict.status, null)} size={20} />
      {known ? t('register.error.line', { name, error, allowed }) : t('register.error.unknown', { name })}
    </span>
  );
}
