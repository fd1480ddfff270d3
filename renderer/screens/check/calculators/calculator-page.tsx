import { useEffect, useState } from 'react';
import type { InspectionSheet } from '../../../../electron/ports/inspection-models.ts';
import { type FactInput, optionLabel } from '../../../../rules/facts/describe-fact.ts';
import { ruleTitles } from '../../../../rules/rule-titles.words.ts';
import { sayReason } from '../../../../rules/say-reason.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import type { Verdict } from '../../../../vocabulary/verdict.ts';
import { Mark } from '../../../marks/mark.tsx';
import { verdictMark } from '../../../marks/verdict-mark.ts';
import { Button } from '../../../parts/button.tsx';
import { Card } from '../../../parts/card.tsx';
import { CitationButton } from '../../../parts/citation-button.tsx';
import { Workings } from '../../../parts/workings.tsx';
import { useReach } from '../../../ports/ports-context.tsx';
import { useKeys } from '../../../shell/use-keys.ts';
import { isoDay } from '../../../words/format.ts';
import { type SpokenWords, useWords } from '../../../words/words.ts';
import { FactColumn } from '../fact-column.tsx';
import type { TypedFacts } from '../fact-entry.ts';
import { useCalculatorFacts } from './calculator-store.ts';
import {
  type CalculatorRule,
  calculate,
  calculatorRules,
  fieldsOfRule,
  flowingInto,
  givenOn,
  typedUnder,
} from './calculators.ts';
import './calculators.css';

/** The row that wants the figures, where the calculator was opened from one. */
export interface CalculatorFor {
  readonly title: string;
  /** What the row asks: only that flows into it. */
  readonly fields: readonly FactInput[];
  /** What stands in the row's fields already. */
  readonly typed: TypedFacts;
  readonly onUse: (figures: TypedFacts) => void;
}

export interface CalculatorPageProps {
  /** Null outside an inspection: then today's editions judge. */
  readonly summary: InspectionSheet['summary'] | null;
  readonly start: CalculatorRule;
  readonly row: CalculatorFor | null;
  readonly onBack: () => void;
}

/** Figures in, verdict out, with its arithmetic and its documents. Nothing is kept but what goes into a row. */
export function CalculatorPage({ summary, start, row, onBack }: CalculatorPageProps) {
  const { t, pick } = useWords();
  const { now } = useReach();
  const { typed, put } = useCalculatorFacts();
  const [rule, setRule] = useState(start);
  const date = isoDate.parse(summary?.date ?? isoDay(now()));
  const known: TypedFacts = summary ? { hydroType: summary.hydroType, ...typed } : typed;
  const { verdict, bad } = calculate(rule, known, date);
  const fields = fieldsOfRule(rule);
  const flow = row ? flowingInto(row.fields, known) : {};
  const isIdle = Object.keys(flow).length === 0;
  const shown = Object.fromEntries(fields.map(({ key }) => [key, typedUnder(known, key) ?? '']));
  useGiveOn(verdict, put);
  const [before] = useState(row?.typed ?? {});
  useEffect(() => put(before), [before, put]);
  useKeys([{ key: 'Escape', words: t('common.back'), run: onBack }]);
  return (
    <div className="page">
      <div className="page-head">
        <Button icon="back" onPress={onBack}>
          {t('common.back')}
        </Button>
        <div className="page-title">
          <h1>{t('calculators.title')}</h1>
        </div>
        <span className="text-small" id="calculator-note">
          {row && isIdle
            ? t('calculators.nothingFor', { title: row.title, list: wantedBy(row, pick).join(t('common.listJoin')) })
            : t('calculators.note', { date })}
        </span>
        {row && (
          <Button kind="primary" disabled={isIdle} describedBy="calculator-note" onPress={() => row.onUse(flow)}>
            {t('calculators.use', { title: row.title })}
          </Button>
        )}
      </div>
      <div className="calculators">
        <nav className="calculator-list" aria-label={t('calculators.title')}>
          {calculatorRules.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === rule ? 'true' : undefined}
              onClick={() => setRule(one)}
            >
              {pick(ruleTitles[one] ?? { zh: one, en: one })}
            </button>
          ))}
        </nav>
        <Outcome verdict={verdict} />
        <Card grow title={t('calculators.inputs')}>
          <div className="calculator-inputs">
            <FactColumn
              key={rule}
              fields={fields}
              row={rule}
              answering={{ typed: shown, bad, type: (key, value) => put({ [key]: value }) }}
              onEnter={() => {}}
            />
          </div>
        </Card>
      </div>
    </div>
  );
}

/** The figures that the row would take from here. */
const wantedBy = ({ fields }: CalculatorFor, pick: SpokenWords['pick']): string[] =>
  fields.map(({ label }) => pick(label));

/** What this calculator found out is there for the next one. */
function useGiveOn(verdict: Verdict | null, put: (more: TypedFacts) => void): void {
  const given = JSON.stringify(verdict ? givenOn(verdict) : {});
  useEffect(() => {
    if (given !== '{}') put(JSON.parse(given));
  }, [given, put]);
}

function Outcome({ verdict }: { readonly verdict: Verdict | null }) {
  const { t, pick } = useWords();
  const kind = verdict ? verdictMark(verdict.status, verdict.severity) : 'unknown';
  const word = verdict && isNamed(verdict.outcome) ? pick(optionLabel(verdict.outcome)) : t(wordOf(verdict));
  return (
    <Card grow title={t('calculators.result')}>
      <div className="calculator-result" data-cites="">
        <h2 className="cell-mark">
          <Mark kind={kind} size={28} /> {word}
        </h2>
        {verdict?.reason && <p>{pick(sayReason(verdict.reason))}</p>}
        {(verdict?.citations ?? []).map((citation) => (
          <p key={`${citation.document}${citation.article ?? ''}`}>
            <CitationButton citation={citation} />
          </p>
        ))}
        <Workings workings={verdict?.workings ?? []} />
      </div>
    </Card>
  );
}

const wordOf = (verdict: Verdict | null) =>
  verdict === null || verdict.status === 'unknown'
    ? ('marks.missingData' as const)
    : (`marks.${verdict.status}` as const);

/** An outcome that has a name of its own, as a type or a zone. */
const isNamed = (outcome: string): boolean => optionLabel(outcome).zh !== outcome;
