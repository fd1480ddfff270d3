import type { ChannelHere } from '../../live/use-channels.ts';
import { Button } from '../../parts/button.tsx';
import { FaultLine } from '../../parts/fault-line.tsx';
import { useLive } from '../../ports/ports-context.tsx';
import { useWords } from '../../words/words.ts';
import { lelWords } from './driver-settings.tsx';
import { useDriverList } from './instrument-questions.ts';
import { lelAnswers } from './unit-choices.ts';
import { useReconnect } from './use-reconnect.ts';

/** Methane in %LEL of which nobody has said what 100 % is: asked beside the value, which stands meanwhile. */
export function LelQuestion({ here }: { readonly here: ChannelHere }) {
  const { t } = useWords();
  const state = useLive().detectors.get(here.channel.detector);
  const driver = useDriverList().value?.find((one) => one.id === state?.driver);
  const reconnect = useReconnect(state, here.instrument);
  const answers = lelAnswers(driver?.settings ?? []);
  if (answers.length === 0) return null;
  return (
    <>
      <p className="tile-limit">{t('find.lelBasis')}</p>
      <div className="tile-choices">
        {answers.map(({ key, value }) => (
          <Button key={value} size="small" busy={reconnect.busy} onPress={() => reconnect.run({ [key]: value })}>
            {reconnect.busy ? t('live.starting') : t(lelWords(value))}
          </Button>
        ))}
      </div>
      <FaultLine fault={reconnect.fault} />
    </>
  );
}
