import { Fragment, Suspense, useState } from 'react';
import { isCompany } from '../../../rules/packs/company.ts';
import type { Alarm } from '../../live/alarm-model.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { Button } from '../../parts/button.tsx';
import { LimitButton } from '../../parts/limit-button.tsx';
import { shownAmount, shownUnit } from '../../parts/quantity-text.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';
import { LazyChart } from './lazy-chart.tsx';
import { MinuteTable } from './minute-table.tsx';
import { instrumentName } from './tile.tsx';
import { type ChartOf, useChart } from './use-chart.ts';

export interface ChartCardProps {
  readonly here: ChannelHere;
  readonly alarm: Alarm | null;
  readonly now: number;
  readonly onEnlarge: () => void;
}

/** The last hour of the gravest alarm, else of the first limited gas, or its table. A tap on it fills the screen. */
export function ChartCard({ here, alarm, now, onEnlarge }: ChartCardProps) {
  const { t } = useWords();
  const [asTable, setAsTable] = useState(false);
  useKeys([{ key: 't', words: t('live.keys.table'), run: () => setAsTable((before) => !before) }]);
  const { gas } = here.channel.latest.reading;
  const drawn = useChart(here, alarm, now, 'hour');
  return (
    <section className="chart-card chart-ground">
      <header>
        <h2>{t('live.chart.title', { gas: t(`gases.${gas}`), instrument: instrumentName(here) })}</h2>
        <ChartFacts drawn={drawn} gas={gas} />
        <Button kind="quiet" size="small" keyName="T" onPress={() => setAsTable(!asTable)}>
          {t(asTable ? 'live.chart.chart' : 'live.chart.table')}
        </Button>
        <Button kind="quiet" size="small" onPress={onEnlarge}>
          {t('live.chart.enlarge')}
        </Button>
      </header>
      <ChartOrTable drawn={drawn} gas={gas} asTable={asTable} />
      {!asTable && drawn.chart && (
        <button type="button" className="chart-open" tabIndex={-1} aria-hidden="true" onClick={onEnlarge} />
      )}
    </section>
  );
}

/** What the chart says in words, and each limit drawn in it with its card. */
export function ChartFacts({ drawn, gas }: Pick<ChartOrTableProps, 'drawn' | 'gas'>) {
  const { t } = useWords();
  return (
    <p className="text-small">
      {drawn.facts.join('\u3000')}
      {drawn.ticks.map((tick) => (
        <Fragment key={`${tick.citation.document} ${tick.value}`}>
          {'\u3000'}
          {isCompany(tick.citation) && `${t('company.mark')} `}
          <LimitButton
            limit={t('live.limitWord', { value: shownAmount(tick.value, gas) })}
            citations={[tick.citation]}
          />
        </Fragment>
      ))}
    </p>
  );
}

interface ChartOrTableProps {
  readonly drawn: ChartOf;
  readonly gas: ChannelHere['channel']['latest']['reading']['gas'];
  readonly asTable: boolean;
}

export function ChartOrTable({ drawn, gas, asTable }: ChartOrTableProps) {
  const { t } = useWords();
  if (!drawn.chart) return <p className="text-faint">{t('live.chart.empty')}</p>;
  if (asTable) return <MinuteTable history={drawn.history} gas={gas} unit={shownUnit(drawn.unit)} />;
  return (
    <Suspense fallback={<div className="live-chart" />}>
      <LazyChart {...drawn.chart} />
    </Suspense>
  );
}
