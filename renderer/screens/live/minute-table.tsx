import type { Gas } from '../../../vocabulary/gas.ts';
import type { ChartHistory } from '../../live/chart-columns.ts';
import { shownAmount } from '../../parts/quantity-text.ts';
import { clockTime } from '../../words/format.ts';
import { useWords } from '../../words/words.ts';

const MINUTE_MS = 60_000;

/** One minute: what was measured in it, and whether the instrument was past its range meanwhile. */
export interface MinuteRow {
  readonly minute: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly over: boolean;
}

/** Lowest and highest of each minute, newest first; minutes of which nothing is known have no row. */
export function minutesOf({ buckets, over }: ChartHistory): MinuteRow[] {
  const minutes = new Map<number, MinuteRow>();
  const put = (at: number, change: (before: MinuteRow) => MinuteRow) => {
    const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    minutes.set(minute, change(minutes.get(minute) ?? { minute, min: null, max: null, over: false }));
  };
  for (const { at, min, max } of buckets)
    put(at, (row) => ({ ...row, min: Math.min(min, row.min ?? min), max: Math.max(max, row.max ?? max) }));
  for (const { from, to } of over)
    for (let at = from; at <= Math.max(from, to - 1); at = (Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS)
      put(at, (row) => ({ ...row, over: true }));
  return [...minutes.values()].sort((a, b) => b.minute - a.minute);
}

export interface MinuteTableProps {
  readonly history: ChartHistory;
  readonly gas: Gas;
  readonly unit: string;
}

/** The numbers of the chart; past the range the word stands where the number would. */
export function MinuteTable({ history, gas, unit }: MinuteTableProps) {
  const { t } = useWords();
  const say = (amount: number | null) =>
    amount === null ? '—' : `${shownAmount(amount.toFixed(4), gas)}\u00a0${unit}`;
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
              <td className="number-cell">{row.over ? t('marks.overRange') : say(row.max)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
