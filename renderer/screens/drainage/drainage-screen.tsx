import { Input } from 'antd';
import { useState } from 'react';
import type { FactInput } from '../../../rules/facts/describe-fact.ts';
import { ruleTitles } from '../../../rules/rule-titles.words.ts';
import { writeWorking } from '../../../rules/say-working.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import type { Verdict } from '../../../vocabulary/verdict.ts';
import { Mark } from '../../marks/mark.tsx';
import { verdictMark } from '../../marks/verdict-mark.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { CitationDrawer, CitationLine } from '../../parts/citation-card.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { Field } from '../../parts/field.tsx';
import { Mathematics } from '../../parts/formula.tsx';
import { cleanNumber, numberTrouble } from '../../parts/number-text.ts';
import { Workings } from '../../parts/workings.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { isoDay, WIDE } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { inputsOf, type Trial, type Typed, trialRules, tryRule } from './trial-model.ts';
import './drainage.css';

type RuleName = (typeof trialRules)[number];

/** Figures in, verdict out, with its arithmetic and its article. Nothing is kept. */
export function DrainageScreen() {
  const { t } = useWords();
  const { now } = useReach();
  const [day, setDay] = useState(() => isoDay(now()));
  const [rule, setRule] = useState<RuleName>(trialRules[0]);
  const [typed, setTyped] = useState<Typed>({});
  const trial = tryRule(rule, typed, day);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('drainage.title')}</h1>
        <span className="text-small page-title">{t('drainage.note')}</span>
      </div>
      <div className="page-columns drainage-columns">
        <RuleList chosen={rule} typed={typed} day={day} onChoose={setRule} />
        <div className="drainage-column">
          <TrialCard trial={trial} />
        </div>
        <Inputs
          inputs={inputsOf(rule)}
          typed={typed}
          day={day}
          onDay={setDay}
          onType={(key, text) => setTyped((before) => ({ ...before, [key]: text }))}
        />
      </div>
    </div>
  );
}

interface RuleListProps {
  readonly chosen: RuleName;
  readonly typed: Typed;
  readonly day: string;
  readonly onChoose: (rule: RuleName) => void;
}

/** Each criterion with how it stands on what is typed. */
function RuleList({ chosen, typed, day, onChoose }: RuleListProps) {
  const { t, pick } = useWords();
  return (
    <Card flush label={t('drainage.title')}>
      <ul className="drainage-rules">
        {trialRules.map((rule) => {
          const trial = tryRule(rule, typed, day);
          const mark = trial.is === 'judged' ? verdictMark(trial.verdict.status, trial.verdict.severity) : 'unanswered';
          const title = ruleTitles[rule];
          return (
            <li key={rule}>
              <button type="button" aria-current={rule === chosen ? 'true' : undefined} onClick={() => onChoose(rule)}>
                <Mark kind={mark} />
                {title ? pick(title) : rule}
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

interface InputsProps {
  readonly inputs: readonly FactInput[];
  readonly typed: Typed;
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly onType: (key: string, text: string) => void;
}

function Inputs({ inputs, typed, day, onDay, onType }: InputsProps) {
  const { t, pick } = useWords();
  return (
    <Card title={t('drainage.inputs')}>
      <div className="drainage-inputs">
        {inputs.map((input) => {
          const text = typed[input.key] ?? '';
          const trouble = numberTrouble(text, input.unit ?? '', true);
          return (
            <Field key={input.key} label={pick(input.label)} wrong={trouble && t(`parts.pad.${trouble}`)}>
              {({ id, describedBy }) => (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  inputMode="decimal"
                  value={text}
                  suffix={input.unit}
                  onChange={(event) => onType(input.key, cleanNumber(event.target.value))}
                />
              )}
            </Field>
          );
        })}
        <Field label={t('drainage.date')} wrong={isoDate.safeParse(day).success ? null : t('drainage.dateBad')}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              maxLength={10}
              value={day}
              onChange={(event) => onDay(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}

function TrialCard({ trial }: { readonly trial: Trial }) {
  const { t, pick } = useWords();
  if (trial.is === 'fault') return <FaultLine fault={trial.fault} />;
  if (trial.is === 'judged') return <VerdictCard verdict={trial.verdict} />;
  const fields = trial.missing.map((input) => pick(input.label)).join(t('common.listJoin'));
  return (
    <Card>
      <p className="drainage-verdict">
        <Mark kind="unknown" size={32} />
        <span>{t('drainage.waiting', { fields })}</span>
      </p>
    </Card>
  );
}

function VerdictCard({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Card>
        <p className="drainage-verdict" role="status">
          <Mark kind={verdictMark(verdict.status, verdict.severity)} size={32} />
          <strong>{t(`drainage.outcome.${verdict.status}`)}</strong>
          <Deciding verdict={verdict} />
        </p>
        <ul>
          {verdict.citations.map((citation) => (
            <li key={`${citation.document}${citation.article ?? ''}`}>
              <CitationLine citation={citation} />
            </li>
          ))}
        </ul>
        <Button icon="document" onPress={() => setOpen(true)}>
          {t('drainage.seeBasis')}
        </Button>
      </Card>
      <Workings workings={verdict.workings} />
      <CitationDrawer
        open={open}
        citations={verdict.citations}
        workings={verdict.workings}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** The line that decided, as it is read on paper; a rule that only computes has its last result. */
function Deciding({ verdict }: { readonly verdict: Verdict }) {
  const { t, language } = useWords();
  const last = verdict.workings.at(-1);
  if (!last) return null;
  const { lines, holds } = writeWorking(last, language);
  const [asked, put] = [lines[0], lines.at(-1)];
  if (!asked || !put) return null;
  if (holds === null) return <Mathematics {...put} />;
  return (
    <span>
      {t('drainage.asks')} <Mathematics {...asked} />
      {WIDE}
      <Mathematics {...put} /> {t(holds ? 'parts.citation.holds' : 'parts.citation.broken')}
    </span>
  );
}
