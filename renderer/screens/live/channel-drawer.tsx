import { Drawer } from 'antd';
import { useState } from 'react';
import { distinct } from '../../../rules/citations.ts';
import { isCompany } from '../../../rules/packs/company.ts';
import type { Reading } from '../../../vocabulary/reading.ts';
import type { Verdict } from '../../../vocabulary/verdict.ts';
import { useDoubts } from '../../live/doubts.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { Button } from '../../parts/button.tsx';
import { BytesDrawer } from '../../parts/bytes-drawer/bytes-drawer.tsx';
import { CitationButton } from '../../parts/citation-button.tsx';
import { LimitButton } from '../../parts/limit-button.tsx';
import { shownAmount, shownUnit } from '../../parts/quantity-text.ts';
import { WithLimits } from '../../parts/with-limits.tsx';
import { Workings } from '../../parts/workings.tsx';
import { clockSeconds } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { zh } from '../../words/zh.ts';
import { StoredEvents } from '../stored-log/stored-events.tsx';
import { AlarmHistory } from './alarm-history.tsx';
import { instrumentName } from './tile.tsx';
import { companyTicks } from './tile-model.ts';

export interface ChannelDrawerProps {
  readonly here: ChannelHere | null;
  readonly onClose: () => void;
}

/** Behind one number: the limits with their source, the arithmetic, the bytes it came from, who silenced what. */
export function ChannelDrawer({ here, onClose }: ChannelDrawerProps) {
  const { t } = useWords();
  const [bytes, setBytes] = useState<Reading | null>(null);
  const gas = here?.channel.latest.reading.gas;
  const title = here && gas ? t('live.detail.title', { gas: t(`gases.${gas}`), instrument: instrumentName(here) }) : '';
  return (
    <>
      <Drawer
        open={here !== null}
        onClose={onClose}
        size={560}
        title={title}
        closable={false}
        extra={<Button onPress={onClose}>{t('common.close')}</Button>}
      >
        {here && (
          <div className="channel-detail">
            <Limits here={here} />
            <Arithmetic verdict={here.judged.strictest ?? here.judged.verdict} />
            <Bytes here={here} onBytes={setBytes} />
            <Evidence here={here} />
            <AlarmHistory here={here} />
            <StoredEvents instrumentId={here.channel.latest.reading.instrument} />
          </div>
        )}
      </Drawer>
      <BytesDrawer reading={bytes} onClose={() => setBytes(null)} />
    </>
  );
}

function Arithmetic({ verdict }: { readonly verdict: Verdict | null }) {
  const { t } = useWords();
  if (!verdict) return null;
  return (
    <Workings
      workings={verdict.workings}
      basis={<LimitButton limit={t('live.detail.basis')} citations={verdict.citations} />}
    />
  );
}

function Limits({ here }: { readonly here: ChannelHere }) {
  const { t } = useWords();
  const { gas } = here.channel.latest.reading;
  return (
    <section>
      <h3>{t('live.detail.limits')}</h3>
      {!here.judged.ticks && <p className="text-small">{t('live.noLimit')}</p>}
      <ul>
        {[...(here.judged.ticks ?? []), ...companyTicks(here)].map((tick) => (
          <li key={`${tick.citation.document} ${tick.value}`}>
            <p>
              {isCompany(tick.citation) && `${t('company.mark')}　`}
              {t(`live.comparators.${tick.reachedWhen}`)}{' '}
              <LimitButton
                limit={`${shownAmount(tick.value, gas)}\u00a0${shownUnit(tick.unit)}`}
                citations={[tick.citation]}
              />
              {'\u3000'}
              {tick.actions.map((action) => t(`live.actions.${action}`)).join(t('common.listJoin'))}
            </p>
            <CitationButton citation={tick.citation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const isFlag = (flag: string): flag is keyof typeof zh.live.flags => Object.hasOwn(zh.live.flags, flag);

const spaced = (hex: string): string => hex.replace(/(..)(?=.)/g, '$1 ');

function Bytes({ here, onBytes }: { readonly here: ChannelHere; readonly onBytes: (reading: Reading) => void }) {
  const { t } = useWords();
  const { latest } = here.channel;
  return (
    <section>
      <h3>{t('live.detail.raw')}</h3>
      <p className="text-small">{t('live.detail.rawAt', { time: clockSeconds(latest.reading.time.wall) })}</p>
      <p className="mono-id channel-bytes">{spaced(latest.rawHex)}</p>
      <Button size="small" onPress={() => onBytes(latest.reading)}>
        {t('bytes.open')}
      </Button>
      {latest.flags.length > 0 && (
        <p className="text-small">
          {t('live.detail.flags')}{' '}
          {latest.flags.map((flag) => (isFlag(flag) ? t(`live.flags.${flag}`) : flag)).join(t('common.listJoin'))}
        </p>
      )}
    </section>
  );
}

function Evidence({ here }: { readonly here: ChannelHere }) {
  const { t, pick } = useWords();
  const doubts = useDoubts()(here.channel);
  if (doubts.length === 0) return null;
  return (
    <section>
      <h3>{t('live.detail.evidence')}</h3>
      <p className="citation-unverified">
        <WithLimits
          words={t('live.notEvidence', { why: doubts.map(({ words }) => pick(words)).join(t('common.listJoin')) })}
          citations={distinct(doubts.flatMap(({ citations }) => citations))}
        />
      </p>
    </section>
  );
}
