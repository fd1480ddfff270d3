import { strictestAmount, type Unsettled } from '../../live/strictest.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useWords } from '../../words/words.ts';
import { useReconnect } from './use-reconnect.ts';

export interface UnitQuestionProps {
  readonly here: ChannelHere;
  readonly open: Unsettled;
  readonly settings: Readonly<Record<string, string | number>> | undefined;
}

/** What the wire does not say is asked once; until then no value is shown, and it alarms by the strictest reading. */
export function UnitQuestion({ here, open }: UnitQuestionProps) {
  const { t } = useWords();
  const drivers = useQuestion(['listener', 'drivers'], (ports) => ports.listener.ask('driver/list', {}));
  const reconnect = useReconnect(here);
  const driver = drivers.value?.find((one) => one.id === reconnect.driver);
  const key = open.question === 'unit' ? 'unit' : 'gas';
  const choices = driver?.settings.find((field) => field.key === key)?.choices ?? [];
  const strictest = strictestAmount(open);
  const asks =
    open.question === 'unit'
      ? t(open.raw === null ? 'live.asksUnit' : 'live.asksUnitConflict')
      : t(open.question === 'gas' ? 'live.asksGas' : 'live.asksGasDiffers');
  return (
    <div className="tile-body">
      <div className="tile-main tile-question">
        <p className="tile-limit">{asks}</p>
        {open.raw !== null && (
          <p className="tile-limit">
            {t('live.rawText', { raw: open.raw })}
            {strictest !== null && `　${t('live.strictest', { raw: strictest })}`}
          </p>
        )}
        {choices.length <= MOST_BUTTONS ? (
          <div className="tile-choices">
            {choices.map((choice) => (
              <Button key={choice} size="small" busy={reconnect.busy} onPress={() => reconnect.run({ [key]: choice })}>
                {reconnect.busy ? t('live.starting') : t('live.isUnit', { unit: choice })}
              </Button>
            ))}
          </div>
        ) : (
          <p className="tile-limit">{t('live.answerIn')}</p>
        )}
        <FaultLine fault={reconnect.fault} />
      </div>
    </div>
  );
}

/** More answers than fit on a tile are chosen among the instruments. */
const MOST_BUTTONS = 3;
