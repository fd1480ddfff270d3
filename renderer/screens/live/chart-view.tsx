import { useState } from 'react';
import type { Alarm } from '../../live/alarm-model.ts';
import { gasFormula } from '../../live/gas-formula.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useKeys } from '../../shell/use-keys.ts';
import { useWords } from '../../words/words.ts';
import { ChartFacts, ChartOrTable } from './chart-card.tsx';
import { instrumentName } from './tile.tsx';
import { type ChartRange, useChart } from './use-chart.ts';

export interface ChartViewProps {
  readonly channels: readonly ChannelHere[];
  readonly here: ChannelHere;
  readonly alarm: Alarm | null;
  readonly now: number;
  readonly onChannel: (key: string) => void;
  readonly onDone: () => void;
}

const ranges = ['ten', 'hour', 'shift'] as const satisfies readonly ChartRange[];

/** One channel over the whole screen: ten minutes, an hour or the shift, as a chart or as a table. */
export function ChartView({ channels, here, alarm, now, onChannel, onDone }: ChartViewProps) {
  const { t } = useWords();
  const [range, setRange] = useState<ChartRange>('hour');
  const [asTable, setAsTable] = useState(false);
  useKeys([
    { key: 't', words: t('live.keys.table'), run: () => setAsTable((before) => !before) },
    { key: 'Escape', words: t('live.place.back'), run: onDone },
  ]);
  const { gas } = here.channel.latest.reading;
  const drawn = useChart(here, alarm, now, range);
  return (
    <div className="page live-page">
      <div className="page-head">
        <Button icon="back" onPress={onDone}>
          {t('live.place.back')}
        </Button>
        <div className="page-title">
          <h1>{t('live.detail.title', { gas: t(`gases.${gas}`), instrument: instrumentName(here) })}</h1>
        </div>
        <Choice
          hideLabel
          label={t('live.chart.range')}
          options={ranges.map((value) => ({ value, words: t(`live.chart.ranges.${value}`) }))}
          value={range}
          onChoose={setRange}
        />
        <Button keyName="T" onPress={() => setAsTable(!asTable)}>
          {t(asTable ? 'live.chart.chart' : 'live.chart.table')}
        </Button>
      </div>
      {channels.length > 1 && (
        <Choice
          hideLabel
          label={t('live.chart.channel')}
          options={channels.map((one) => ({ value: one.channel.key, words: channelWords(one) }))}
          value={here.channel.key}
          onChoose={onChannel}
        />
      )}
      <section className="chart-card chart-ground chart-whole">
        <header>
          <ChartFacts drawn={drawn} gas={gas} />
        </header>
        <ChartOrTable drawn={drawn} gas={gas} asTable={asTable} />
      </section>
    </div>
  );
}

const channelWords = (one: ChannelHere): string =>
  `${gasFormula(one.channel.latest.reading.gas)} ${instrumentName(one)}`;
