import { useMemo, useState } from 'react';
import type { LimitTick } from '../../../rules/live/limits-at.ts';
import type { Alarm } from '../../live/alarm-model.ts';
import {
  type ChartColumns,
  type ChartHistory,
  chartColumns,
  summaryOf,
  withEarlier,
} from '../../live/chart-columns.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { shownAmount } from '../../parts/quantity-text.ts';
import { HOUR_MS } from '../../ports/live-model.ts';
import { useQuestion } from '../../ports/questions.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import { sceneOf } from './chart-scene.ts';
import type { LiveChartProps } from './live-chart.tsx';
import { companyTicks } from './tile-model.ts';

/** How far back a chart looks; a shift is eight hours (默认). */
export const chartRanges = { ten: HOUR_MS / 6, hour: HOUR_MS, shift: 8 * HOUR_MS } as const;
export type ChartRange = keyof typeof chartRanges;

/** How long an answer about the past is good: what was heard since is in the memory of this page for an hour. */
const ASK_AGAIN_MS = HOUR_MS / 6;

/** What the recorder kept per minute, then what was heard since. */
function useHistory({ channel }: ChannelHere, now: number, range: ChartRange): ChartHistory {
  const { instrument, channel: name } = channel.latest.reading;
  const slot = Math.floor(now / ASK_AGAIN_MS) * ASK_AGAIN_MS;
  const from = Math.max(0, slot - Math.max(HOUR_MS, chartRanges[range]));
  const kept = useQuestion(['listener', 'minutes', instrument, name, String(from)], (ports) =>
    ports.recorder.ask('readings/minutes', {
      instrumentId: instrument,
      channel: name,
      from: Math.floor(from),
      to: Math.floor(slot + ASK_AGAIN_MS),
    }),
  ).value;
  const { history, over } = channel;
  return useMemo(() => withEarlier(kept ?? [], { buckets: history, over }), [kept, history, over]);
}

/** From 0 where the limit is an upper one, else around what was measured; it says which. */
function rangeOf(values: readonly number[], fromZero: boolean): [number, number] {
  const top = Math.max(...values);
  const bottom = Math.min(...values);
  return fromZero ? [0, top * 1.18 || 1] : [bottom - (top - bottom || 1) * 0.3, top + (top - bottom || 1) * 0.3];
}

type T = ReturnType<typeof useWords>['t'];

function factsOf(t: T, history: ChartHistory, { holes, over }: ChartColumns, upper: boolean, gas: Gas): string[] {
  const summary = summaryOf(history.buckets);
  const say = (amount: number) => shownAmount(amount.toFixed(4), gas);
  const minutesIn = (spans: readonly { readonly from: number; readonly to: number }[]) =>
    Math.ceil(spans.reduce((sum, span) => sum + span.to - span.from, 0) / 60_000);
  return [
    ...(over.length > 0 ? [t('live.chart.overs', { n: over.length })] : []),
    ...(summary
      ? [`${t('live.chart.highest')} ${say(summary.highest)}`, `${t('live.chart.mean')} ${say(summary.mean)}`]
      : []),
    holes.length === 0 ? t('live.chart.noGap') : t('live.chart.gaps', { n: holes.length, minutes: minutesIn(holes) }),
    t(upper ? 'live.chart.fromZero' : 'live.chart.around'),
  ];
}

type Gas = ChannelHere['channel']['latest']['reading']['gas'];

export interface ChartOf {
  readonly history: ChartHistory;
  readonly facts: readonly string[];
  readonly unit: string | null;
  /** The limits that are drawn, the mine's own among them. */
  readonly ticks: readonly LimitTick[];
  /** Null where there is nothing to draw yet. */
  readonly chart: LiveChartProps | null;
}

/** Everything that the chart of a channel shows, or that its table says. */
export function useChart(here: ChannelHere, alarm: Alarm | null, now: number, range: ChartRange): ChartOf {
  const { t } = useWords();
  const [pixels, setPixels] = useState(800);
  const all = useHistory(here, now, range);
  const from = now - chartRanges[range];
  const { gas, value } = here.channel.latest.reading;
  const history = useMemo(
    () => ({
      buckets: all.buckets.filter((bucket) => bucket.at >= from && bucket.at <= now),
      over: all.over.filter((span) => span.to >= from),
    }),
    [all, from, now],
  );
  const columns = useMemo(() => chartColumns(history, from, now, pixels), [history, from, now, pixels]);
  const unit = value.unit ?? here.channel.lastMeasured?.reading.value.unit ?? null;
  const ticks = [...(here.judged.ticks ?? []), ...companyTicks(here)]
    .filter((tick) => tick.unit === unit)
    .toSorted((one, other) => Number(one.value) - Number(other.value));
  const upper = ticks.every((tick) => tick.reachedWhen.startsWith('>'));
  const summary = summaryOf(history.buckets);
  const isEmpty = !summary && columns.over.length === 0;
  const values = [...(summary ? [summary.highest, summary.lowest] : []), ...ticks.map((tick) => Number(tick.value))];
  const label = t('live.chart.label', { gas: t(`gases.${gas}`), from: clockTime(from), to: clockTime(now) });
  return {
    history,
    unit,
    ticks: isEmpty ? [] : ticks,
    facts: isEmpty ? [] : factsOf(t, history, columns, upper, gas),
    chart: isEmpty
      ? null
      : {
          columns,
          from,
          to: now,
          label,
          onWidth: setPixels,
          scene: sceneOf(t, here, alarm, ticks, columns),
          range: rangeOf(values.length > 0 ? values : [0, 1], upper),
        },
  };
}
