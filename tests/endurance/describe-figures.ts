import type { LineFigures } from './compare-line.ts';
import type { EnduranceFigures } from './endurance.ts';
import { totalOf } from './judge-figures.ts';

/** The figures of a run as text: a row per detector, then the worst of all, the recorder and the process. */
export function describeFigures(figures: EnduranceFigures): string {
  const { lines, recorder, process, inside, events, seconds, seed, worstStallMs } = figures;
  const sum = (of: (line: LineFigures) => number) => lines.reduce((all, line) => all + of(line), 0);
  const worst = (of: (line: LineFigures) => number) => ms(Math.max(...lines.map(of)));
  return [
    row(['detector', 'sent', 'counted', 'received', 'late', 'lost', 'made up', 'gaps', 'edge', 'reconnect', 'stale']),
    ...lines.map((line) =>
      row([
        line.name,
        ...[line.sent, line.counted, line.received, line.late, line.lost.length, line.madeUp.length, line.gaps].map(
          String,
        ),
        ...[line.gapEdgeMs, line.reconnectMs, line.staleOverMs].map(ms),
      ]),
    ),
    '',
    `ran ${seconds} s with seed ${seed}; ${totalOf(events)} events: ${sayCounts(events)}`,
    `frames sent ${sum((line) => line.sent)}, counted ${sum((line) => line.counted)} (whole, on the open line, 1 s from any edge), ` +
      `received ${sum((line) => line.received)}, late ${sum((line) => line.late)} (left after the time-out), lost ${sum((line) => line.lost.length)}, ` +
      `values not sent ${sum((line) => line.madeUp.length)}, forbidden requests ${sum((line) => line.trapped.length)}`,
    `worst gap edge ${worst((line) => line.gapEdgeMs)}, reconnect ${worst((line) => line.reconnectMs)}, ` +
      `stale beyond the driver's own time ${worst((line) => line.staleOverMs)}; ` +
      `the simulator was held up by ${ms(worstStallMs)} at worst, the listener by ${ms(inside.worstStallMs)}`,
    `recorder: ${recorder.batches} batches, ${recorder.resent} sent again, ${recorder.deaths} deaths, ` +
      `not kept ${recorder.notKept}, kept twice ${recorder.keptTwice}`,
    `listener: ${process.startMb.toFixed(1)} MB at half-time, ${process.endMb.toFixed(1)} MB at the end, ` +
      `${process.highestMb.toFixed(1)} MB at most, ${process.slopeMbPerMinute.toFixed(2)} MB a minute in the second half ` +
      `(its own objects ${inside.heapMbPerMinute.toFixed(2)}, outside the heap ${inside.externalMbPerMinute.toFixed(2)}); ` +
      `${(process.shareOfCore * 100).toFixed(1)} % of a core`,
  ].join('\n');
}

const WIDTHS = [18, 7, 8, 9, 5, 5, 8, 5, 9, 10, 9] as const;

const row = (cells: readonly string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[at] ?? 0))).join(' ');

const ms = (time: number) => (Number.isFinite(time) ? `${Math.round(time)} ms` : time > 0 ? 'never' : '-');

const sayCounts = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
