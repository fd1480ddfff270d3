import type { Gas } from '../../../vocabulary/gas.ts';
import { shownAmount } from '../../parts/quantity-text.ts';
import type { Bucket } from '../../ports/live-model.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

const MINUTE_MS = 60_000;

/** Lowest and highest of each minute, newest first. */
export function minutesOf(history: readonly Bucket[]): { minute: number; min: number; max: number }[] {
  const minutes = new Map<number, { minute: number; min: number; max: number }>();
  for (const { at, min, max } of history) {
    const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const before = minutes.get(minute);
    minutes.set(minute, {
      minute,
      min: Math.min(min, before?.min ?? min),
      max: Math.max(max, before?.max ?? max),
    });
  }
  return [...minutes.values()].reverse();
}

export interface MinuteTableProps {
  readonly history: readonly Bucket[];
  readonly gas: Gas;
  readonly unit: string;
}

/** The numbers of the chart. */
export function MinuteTable({ history, gas, unit }: MinuteTableProps) {
  const { t } = useWords();
  const say = (amount: number) => `${shownAmount(amount.toFixed(4), gas)}\u00a0${unit}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="minute-table" tabIndex={0} aria-label={t('live.chart.table')}>
      <table>
        <thead>
          <tr>
            <th>{t('live.chart.minute')}</th>
            <th className="number-cell">{t('live.chart.low')}</th>
            <th className="number-cell">{t('live.chart.high')}</th>
          </tr>
        </thead>
        <tbody>
          {minutesOf(history).map((row) => (
            <tr key={row.minute}>
              <td>{clockTime(row.minute)}</td>
              <td className="number-cell">{say(row.min)}</td>
              <td className="number-cell">{say(row.max)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
