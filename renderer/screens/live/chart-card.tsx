import { Suspense, useMemo, useState } from 'react';
import type { LimitTick } from '../../../rules/live/limits-at.ts';
import type { Alarm } from '../../live/alarm-model.ts';
import { chartColumns, type Hole, type Summary, summaryOf, withEarlier } from '../../live/chart-columns.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { Button } from '../../parts/button.tsx';
import { shownAmount, shownUnit } from '../../parts/quantity-text.ts';
import { HOUR_MS } from '../../ports/live-model.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useQuestion } from '../../ports/questions.ts';
import { useKeys } from '../../shell/use-keys.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';
import type { ChartScene } from './chart-paint.ts';
import { LazyChart } from './lazy-chart.tsx';
import { MinuteTable } from './minute-table.tsx';

export interface ChartCardProps {
  readonly here: ChannelHere;
  readonly alarm: Alarm | null;
  readonly now: number;
}

/** The hour before now: what the recorder kept per minute, then what was heard since. */
function useHour(here: ChannelHere) {
  const { now } = useReach();
  const [opened] = useState(now);
  const { instrument, channel } = here.channel.latest.reading;
  const kept = useQuestion(['listener', 'minutes', instrument, channel], (ports) =>
    ports.recorder.ask('readings/minutes', {
      instrumentId: instrument,
      channel,
      from: Math.floor(opened - HOUR_MS),
      to: Math.floor(opened),
    }),
  ).value;
  return useMemo(() => withEarlier(kept ?? [], here.channel.history), [kept, here.channel.history]);
}

/** From 0 where the limit is an upper one, else around what was measured; it says which. */
function rangeOf(values: readonly number[], limits: readonly number[], fromZero: boolean): [number, number] {
  const all = [...values, ...limits];
  const top = Math.max(...all);
  const bottom = Math.min(...all);
  return fromZero ? [0, top * 1.18 || 1] : [bottom - (top - bottom || 1) * 0.3, top + (top - bottom || 1) * 0.3];
}

type T = ReturnType<typeof useWords>['t'];

function factsOf(t: T, summary: Summary, holes: readonly Hole[], upper: boolean, say: (amount: number) => string) {
  const minutes = Math.ceil(holes.reduce((sum, hole) => sum + hole.to - hole.from, 0) / 60_000);
  return [
    `${t('live.chart.highest')} ${say(summary.highest)}`,
    `${t('live.chart.mean')} ${say(summary.mean)}`,
    holes.length === 0 ? t('live.chart.noGap') : t('live.chart.gaps', { n: holes.length, minutes }),
    t(upper ? 'live.chart.fromZero' : 'live.chart.around'),
  ];
}

const reachedTone = { 1: 'danger', 2: 'warn', 3: 'note' } as const;

function sceneOf(
  t: T,
  here: ChannelHere,
  alarm: Alarm | null,
  ticks: readonly LimitTick[],
  holes: readonly Hole[],
  unit: string | null,
): ChartScene {
  const { gas, value } = here.channel.latest.reading;
  const last = value.quality === 'ok' && !here.stale ? value.amount : null;
  return {
    ticks,
    labels: ticks.map((tick) => {
      const [first, ...more] = tick.actions;
      const action = first ? t(`live.actions.${first}`) : '';
      return `${shownAmount(tick.value, gas)} ${action}${more.length > 0 ? '…' : ''}`.trim();
    }),
    holes,
    reached: alarm && !alarm.cleared && alarm.cause.reached ? reachedTone[alarm.level] : null,
    now: last === null ? null : { value: Number(last), words: `${shownAmount(last, gas)} ${shownUnit(unit)}` },
  };
}

/** The chart of the first limited gas, or its table. */
export function ChartCard({ here, alarm, now }: ChartCardProps) {
  const { t } = useWords();
  const [asTable, setAsTable] = useState(false);
  useKeys([{ key: 't', words: t('live.keys.table'), run: () => setAsTable((before) => !before) }]);
  const history = useHour(here);
  const { gas, value } = here.channel.latest.reading;
  const name = t(`gases.${gas}`);
  const columns = useMemo(() => chartColumns(history, now - HOUR_MS, now), [history, now]);
  const summary = summaryOf(history);
  const unit = value.unit ?? here.channel.lastMeasured?.reading.value.unit ?? null;
  const ticks = (here.judged.ticks ?? []).filter((tick) => tick.unit === unit);
  const upper = ticks.every((tick) => tick.reachedWhen.startsWith('>'));
  const say = (amount: number) => shownAmount(amount.toFixed(4), gas);
  const facts = summary ? factsOf(t, summary, columns.holes, upper, say) : [];
  const scene = sceneOf(t, here, alarm, ticks, columns.holes, unit);
  return (
    <section className="chart-card">
      <header>
        <h2>{t('live.chart.title', { gas: name })}</h2>
        {summary && <p className="text-small">{facts.join('\u3000')}</p>}
        <Button kind="quiet" size="small" keyName="T" onPress={() => setAsTable(!asTable)}>
          {t(asTable ? 'live.chart.chart' : 'live.chart.table')}
        </Button>
      </header>
      {!summary && <p className="text-faint">{t('live.chart.empty')}</p>}
      {summary && asTable && <MinuteTable history={history} gas={gas} unit={shownUnit(unit)} />}
      {summary && !asTable && (
        <Suspense fallback={<div className="live-chart" />}>
          <LazyChart
            columns={columns}
            scene={scene}
            from={now - HOUR_MS}
            to={now}
            range={rangeOf(
              [summary.highest, summary.lowest],
              ticks.map((tick) => Number(tick.value)),
              upper,
            )}
            label={`${t('live.chart.label', { gas: name })} ${clockTime(now - HOUR_MS)}–${clockTime(now)}`}
          />
        </Suspense>
      )}
    </section>
  );
}
