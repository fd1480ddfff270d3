import { useId } from 'react';
import type { Bucket } from '../../ports/live-model.ts';

const TEN_MINUTES = 600_000;
const HOLE_MS = 15_000;

interface Scale {
  readonly low: number;
  readonly high: number;
}

/** From zero where there is an upper limit, else around what was measured. */
function scaleOf(history: readonly Bucket[], limit: number | null): Scale {
  const top = Math.max(...history.map((bucket) => bucket.max), limit ?? Number.NEGATIVE_INFINITY);
  if (limit !== null) return { low: 0, high: top * 1.12 || 1 };
  const bottom = Math.min(...history.map((bucket) => bucket.min));
  const air = Math.max((top - bottom) * 0.4, Math.abs(top) * 0.05, 0.01);
  return { low: bottom - air, high: top + air };
}

/** Strokes that never span a hole. */
export function strokes(history: readonly Bucket[], now: number, scale: Scale): string[] {
  const x = (at: number) => (100 - ((now - at) / TEN_MINUTES) * 100).toFixed(2);
  const y = (value: number) => (100 - ((value - scale.low) / (scale.high - scale.low)) * 100).toFixed(1);
  const lines: string[][] = [[]];
  for (const [at, bucket] of history.entries()) {
    const before = history[at - 1];
    if (before && bucket.at - before.at > HOLE_MS) lines.push([]);
    lines.at(-1)?.push(`${x(bucket.at)},${y(bucket.last)}`);
  }
  return lines.filter((line) => line.length > 1).map((line) => line.join(' '));
}

export interface SparklineProps {
  readonly history: readonly Bucket[];
  readonly now: number;
  readonly limit: number | null;
}

/** The last ten minutes of one channel; the number beside it says the same. */
export function Sparkline({ history, now, limit }: SparklineProps) {
  const recent = history.filter((bucket) => now - bucket.at <= TEN_MINUTES);
  const scale = scaleOf(recent.length > 0 ? recent : [{ at: 0, min: 0, max: 1, last: 0 }], limit);
  const limitAt = limit === null ? null : 100 - ((limit - scale.low) / (scale.high - scale.low)) * 100;
  return (
    <svg className="sparkline" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {limitAt !== null && <line x1="0" x2="100" y1={limitAt} y2={limitAt} className="sparkline-limit" />}
      {strokes(recent, now, scale).map((points) => (
        <polyline key={points.slice(0, 24)} points={points} />
      ))}
    </svg>
  );
}

/** Where the line would be while there are no data. */
export function HatchedTrend() {
  const id = useId();
  return (
    <svg className="hatched" aria-hidden="true">
      <defs>
        <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" x2="0" y1="0" y2="9" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
