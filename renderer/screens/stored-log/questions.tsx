import { Input } from 'antd';
import { useState } from 'react';
import type { LogPreview } from '../../../electron/ports/log-models.ts';
import { gas as gasWords } from '../../../vocabulary/gas.ts';
import { gasUnit } from '../../../vocabulary/quantity.ts';
import { Card } from '../../parts/card.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useReach } from '../../ports/ports-context.tsx';
import { useWords } from '../../words/words.ts';
import { settingOf, zoneOf } from './import-model.ts';
import type { Importing } from './use-import.ts';

type Question = LogPreview['questions'][number];
type Option = { readonly value: string; readonly words: string };

/** What only the person with the instrument can say. Nothing is chosen beforehand. */
export function Questions({ importing }: { readonly importing: Importing }) {
  const { t } = useWords();
  const { preview, asked, settings } = importing;
  if (!preview || asked.length === 0) return null;
  return (
    <Card title={t('storedLog.questions.title')} tone={preview.questions.length > 0 ? 'unknown' : 'plain'}>
      <div className="stored-log-questions">
        {asked.map((question) => (
          <Ask
            key={question}
            question={question}
            value={String(settings[settingOf[question]] ?? '')}
            importing={importing}
          />
        ))}
      </div>
    </Card>
  );
}

interface AskProps {
  readonly question: Question;
  readonly value: string;
  readonly importing: Importing;
}

function Ask({ question, value, importing }: AskProps) {
  const { t } = useWords();
  const options = useOptions(question, importing);
  const [other, setOther] = useState(false);
  const isOther = other || (value !== '' && !options.some((option) => option.value === value));
  const open = question === 'zone' || question === 'interval';
  const all = open ? [...options, { value: 'other', words: t('storedLog.questions.other') }] : options;
  return (
    <div>
      <Choice
        label={t(`storedLog.questions.${question}`)}
        options={all}
        value={isOther ? 'other' : value}
        onChoose={(chosen) => {
          setOther(chosen === 'other');
          if (chosen !== 'other') importing.answer(question, chosen);
        }}
      />
      {isOther && <OtherAnswer question={question} importing={importing} />}
    </div>
  );
}

/** A zone or a number of seconds that is not among the usual ones. */
function OtherAnswer({ question, importing }: Omit<AskProps, 'value'>) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const fits = question === 'zone' ? /^[+-](0\d|1[0-4]):[0-5]\d$/.test(text) : /^[1-9]\d{0,4}$/.test(text);
  const give = () => fits && importing.answer(question, text);
  return (
    <Input
      className="stored-log-other"
      aria-label={t('storedLog.questions.other')}
      placeholder={question === 'zone' ? '+08:30' : '90'}
      value={text}
      onChange={(event) => setText(event.target.value.normalize('NFKC').trim())}
      onPressEnter={give}
      onBlur={give}
    />
  );
}

/** The answers of one question; zones offer this machine's own first. */
function useOptions(question: Question, { preview }: Importing): readonly Option[] {
  const { t } = useWords();
  const { now } = useReach();
  const unknown = { value: 'unknown', words: t('storedLog.questions.unknown') };
  const here = zoneOf(now());
  const gases = [...new Set(preview?.columns.flatMap(({ gas }) => (gas === null ? [] : [gas])))];
  const options: Record<Question, readonly Option[]> = {
    zone: distinct([
      { value: '+08:00', words: t('storedLog.questions.zoneBeijing') },
      { value: here, words: t('storedLog.questions.zoneHere', { zone: here }) },
      { value: 'Z', words: t('storedLog.questions.zoneUtc') },
    ]),
    percent: [{ value: '%VOL', words: t('storedLog.questions.percentVol') }, unknown],
    comb: [
      { value: 'CH4', words: t('storedLog.questions.combMethane') },
      { value: 'other', words: t('storedLog.questions.combOther') },
    ],
    comb_percent: [
      { value: '%LEL', words: t('storedLog.questions.combLel') },
      { value: '%VOL', words: t('storedLog.questions.combVol') },
      unknown,
    ],
    date_order: [
      { value: 'dmy', words: t('storedLog.questions.dmy') },
      { value: 'mdy', words: t('storedLog.questions.mdy') },
    ],
    excel_dates: [
      { value: 'yes', words: t('storedLog.questions.yes') },
      { value: 'no', words: t('storedLog.questions.no') },
    ],
    decimal: [
      { value: ',', words: t('storedLog.questions.decimalComma') },
      { value: '.', words: t('storedLog.questions.decimalThousands') },
    ],
    gas: gasWords.options.filter((one) => one !== 'unknown').map((one) => ({ value: one, words: t(`gases.${one}`) })),
    unit: gasUnit.options.map((one) => ({ value: one, words: one })),
    interval: [10, 30, 60, 300].map((seconds) => ({
      value: String(seconds),
      words:
        seconds < 60
          ? t('storedLog.questions.seconds', { n: seconds })
          : t('storedLog.questions.minutes', { n: seconds / 60 }),
    })),
    state_over_range: [
      ...gases.map((one) => ({ value: one, words: t(`gases.${one}`) })),
      { value: 'all', words: t('storedLog.questions.all') },
    ],
  };
  return options[question];
}

const distinct = (options: readonly Option[]): readonly Option[] =>
  options.filter((one, at) => options.findIndex(({ value }) => value === one.value) === at);
