import { useState } from 'react';
import type { DriverRow } from '../../../electron/ports/listener-port.ts';
import { type Question, strictestAmount, type Unsettled } from '../../live/strictest.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useLive } from '../../ports/ports-context.tsx';
import { useWords } from '../../words/words.ts';
import { lelWords } from './driver-settings.tsx';
import { useDriverList } from './instrument-questions.ts';
import { basicUnits, lelChoices } from './unit-choices.ts';
import { type Reconnect, useReconnect } from './use-reconnect.ts';

export interface UnitQuestionProps {
  readonly here: ChannelHere;
  readonly open: Unsettled;
}

/** What the wire does not say is asked once; until then no value is shown, and it alarms by the strictest reading. */
export function UnitQuestion({ here, open }: UnitQuestionProps) {
  const { t } = useWords();
  const state = useLive().detectors.get(here.channel.detector);
  const driver = useDriverList().value?.find((one) => one.id === state?.driver);
  const reconnect = useReconnect(state, here.instrument);
  const strictest = strictestAmount(open);
  const { gas } = here.channel.latest.reading;
  return (
    <div className="tile-body">
      <div className="tile-main tile-question">
        <p className="tile-limit">{t(askWords(open), { gas })}</p>
        {open.raw !== null && (
          <p className="tile-limit">
            {t('live.rawText', { raw: open.raw })}
            {strictest !== null && `　${t('live.strictest', { raw: strictest })}`}
          </p>
        )}
        <Answers {...{ open, driver, reconnect, gas }} />
        <FaultLine fault={reconnect.fault} />
      </div>
    </div>
  );
}

const plainAsks = {
  gas: 'live.asksGas',
  gasDiffers: 'find.asks.gasDiffers',
  scale: 'find.asks.scale',
  fullScale: 'find.asks.fullScale',
  properties: 'find.asks.properties',
  another: 'find.asks.another',
} as const satisfies Record<Exclude<Question, 'unit'>, string>;

const askWords = ({ question, raw }: Unsettled) =>
  question === 'unit' ? (raw === null ? 'live.asksUnit' : 'live.asksUnitConflict') : plainAsks[question];

/** More answers than fit on a tile are chosen among the instruments. */
const MOST_BUTTONS = 3;

interface AnswersProps {
  readonly open: Unsettled;
  readonly driver: DriverRow | undefined;
  readonly reconnect: Reconnect;
  /** As the wire names it. */
  readonly gas: string;
}

/** The few answers that fit here; %LEL is answered with its standard, or with that being open. */
function Answers({ open, driver, reconnect, gas }: AnswersProps) {
  const { t } = useWords();
  const [unit, setUnit] = useState<string | null>(null);
  const choicesOf = (key: string) => driver?.settings.find((field) => field.key === key)?.choices ?? [];
  const units = choicesOf('unit');
  const standards = unit === null ? [] : lelChoices(unit, units);
  const answer = (key: string, value: string, words: string) => (
    <Button key={value} size="small" busy={reconnect.busy} onPress={() => reconnect.run({ [key]: value })}>
      {reconnect.busy ? t('live.starting') : words}
    </Button>
  );
  if (standards.length > 0)
    return (
      <>
        <p className="tile-limit">{t('find.lelBasis')}</p>
        <div className="tile-choices">{standards.map((each) => answer('unit', each, t(lelWords(each))))}</div>
      </>
    );
  if (open.question === 'gasDiffers' && choicesOf('gas').includes(gas))
    return <div className="tile-choices">{answer('gas', gas, t('live.isUnit', { unit: gas }))}</div>;
  const first = open.question === 'unit' ? basicUnits(units) : open.question === 'gas' ? choicesOf('gas') : [];
  if (first.length === 0 || first.length > MOST_BUTTONS) return <p className="tile-limit">{t('live.answerIn')}</p>;
  const asksFurther = (choice: string) => open.question === 'unit' && lelChoices(choice, units).length > 0;
  return (
    <div className="tile-choices">
      {first.map((choice) =>
        asksFurther(choice) ? (
          <Button key={choice} size="small" onPress={() => setUnit(choice)}>
            {t('live.isUnit', { unit: choice })}
          </Button>
        ) : (
          answer(open.question === 'unit' ? 'unit' : 'gas', choice, t('live.isUnit', { unit: choice }))
        ),
      )}
    </div>
  );
}
