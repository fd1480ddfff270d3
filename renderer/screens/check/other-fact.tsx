import { Input } from 'antd';
import type { FactInput } from '../../../rules/facts/describe-fact.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Field } from '../../parts/field.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { isoDay } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import type { Answering } from './use-answering.ts';

/** What fields need of an answer in the making. */
export type FactAnswering = Pick<Answering, 'typed' | 'type' | 'bad'>;

export interface OtherFactProps {
  readonly field: FactInput;
  /** What stands in the fields, of an answer, a site or a calculation. */
  readonly answering: Pick<Answering, 'typed' | 'type'>;
}

/** A fact that is no number: yes or no, a choice, some of a list, a day, a word. */
export function OtherFact({ field, answering }: OtherFactProps) {
  const { t, pick } = useWords();
  const value = answering.typed[field.key];
  const text = typeof value === 'string' ? value : '';
  if (field.kind === 'flag')
    return (
      <Choice
        label={pick(field.label)}
        value={value === true ? 'yes' : value === false ? 'no' : ''}
        options={[
          { value: 'yes', words: t('check.facts.yes') },
          { value: 'no', words: t('check.facts.no') },
        ]}
        onChoose={(chosen) => answering.type(field.key, chosen === 'yes')}
      />
    );
  if (field.kind === 'choice')
    return (
      <Choice
        label={pick(field.label)}
        value={text}
        options={field.options.map((option) => ({ value: option.value, words: pick(option.label) }))}
        onChoose={(chosen) => answering.type(field.key, chosen)}
      />
    );
  if (field.kind === 'codes') return <Codes field={field} answering={answering} />;
  if (field.kind === 'date') return <Day field={field} answering={answering} text={text} />;
  return (
    <Field label={pick(field.label)}>
      {({ id }) => (
        <Input
          id={id}
          value={text}
          maxLength={200}
          onChange={(event) => answering.type(field.key, event.target.value)}
        />
      )}
    </Field>
  );
}

/** Any of a list; none of them is an answer too and has to be pressed. */
function Codes({ field, answering }: OtherFactProps) {
  const { t, pick } = useWords();
  const value = answering.typed[field.key];
  const chosen = Array.isArray(value) ? value.map(String) : null;
  const toggle = (code: string) => {
    const before = chosen ?? [];
    answering.type(field.key, before.includes(code) ? before.filter((one) => one !== code) : [...before, code]);
  };
  return (
    <div className="fact-codes">
      <p className="text-small">{pick(field.label)}</p>
      <div>
        {field.options.map((option) => (
          <button
            key={option.value}
            type="button"
            className="fact-code"
            aria-pressed={chosen?.includes(option.value) ?? false}
            onClick={() => toggle(option.value)}
          >
            {pick(option.label)}
          </button>
        ))}
        <button
          type="button"
          className="fact-code"
          aria-pressed={chosen?.length === 0}
          onClick={() => answering.type(field.key, [])}
        >
          {t('check.facts.noneSeen')}
        </button>
      </div>
    </div>
  );
}

const DAY_MS = 86_400_000;

function Day({ field, answering, text }: OtherFactProps & { readonly text: string }) {
  const { t, pick } = useWords();
  const { now } = useReach();
  const days = [
    { value: isoDay(now()), words: t('check.facts.today') },
    { value: isoDay(now() - DAY_MS), words: t('check.facts.yesterday') },
  ];
  const future = text > isoDay(now());
  return (
    <div className="fact-day">
      <DayField
        label={pick(field.label)}
        wrong={future ? t('check.facts.future') : null}
        value={text}
        onChange={(day) => answering.type(field.key, day)}
      />
      <Choice
        label={t('check.facts.date')}
        hideLabel
        value={text}
        options={days}
        onChoose={(day) => answering.type(field.key, day)}
      />
    </div>
  );
}
