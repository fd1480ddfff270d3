import type uPlot from 'uplot';
import type { LimitTick } from '../../../rules/live/limits-at.ts';
import type { Hole } from '../../live/chart-columns.ts';

/** What is painted behind and beside the line; colours come from the theme's variables. */
export interface ChartScene {
  readonly ticks: readonly LimitTick[];
  readonly labels: readonly string[];
  readonly holes: readonly Hole[];
  /** The colour meaning of the alarm that reached the limit; null leaves the bands grey. */
  readonly reached: 'danger' | 'warn' | 'note' | null;
  readonly now: { readonly value: number; readonly words: string } | null;
}

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Space at the right for the labels, in CSS pixels. */
export const LABEL_WIDTH = 132;

function hatch(context: CanvasRenderingContext2D, left: number, top: number, width: number, height: number): void {
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.strokeStyle = token('unknown');
  context.globalAlpha = 0.55;
  for (let x = left - height; x < left + width; x += 10 * devicePixelRatio) {
    context.beginPath();
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
    context.stroke();
  }
  context.restore();
}

/** Bands above each limit and the holes: before the line, so that the line stays on top. */
export function paintGround(plot: uPlot, scene: ChartScene): void {
  const { ctx: context, bbox } = plot;
  const right = bbox.left + bbox.width;
  context.save();
  for (const tick of scene.ticks) {
    const y = Math.max(bbox.top, plot.valToPos(Number(tick.value), 'y', true));
    if (y > bbox.top + bbox.height) continue;
    context.fillStyle = token(scene.reached ?? 'ink3');
    context.globalAlpha = 0.14;
    context.fillRect(bbox.left, bbox.top, bbox.width, y - bbox.top);
    context.globalAlpha = 1;
    context.strokeStyle = token('edge');
    context.setLineDash([5 * devicePixelRatio, 5 * devicePixelRatio]);
    context.beginPath();
    context.moveTo(bbox.left, y);
    context.lineTo(right, y);
    context.stroke();
    context.setLineDash([]);
  }
  for (const hole of scene.holes) {
    const left = Math.max(bbox.left, plot.valToPos(hole.from / 1000, 'x', true));
    hatch(context, left, bbox.top, Math.min(right, plot.valToPos(hole.to / 1000, 'x', true)) - left, bbox.height);
  }
  context.restore();
}

const LINE = 16;

/** Labels at the line ends, moved apart where they would cover each other. */
export function spread(wanted: readonly number[], top: number, bottom: number, line: number): number[] {
  const order = wanted.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y);
  const placed = order.map((one) => one.y);
  for (let at = 1; at < placed.length; at += 1) placed[at] = Math.max(placed[at] ?? 0, (placed[at - 1] ?? 0) + line);
  const beyond = (placed.at(-1) ?? 0) - bottom;
  const shift = beyond > 0 ? beyond : Math.min(0, (placed[0] ?? top) - top);
  const result = wanted.map(() => 0);
  for (const [rank, { at }] of order.entries()) result[at] = (placed[rank] ?? 0) - shift;
  return result;
}

/** The words as far as they fit, and then the sign that there are more. */
function cut(context: CanvasRenderingContext2D, words: string, width: number): string {
  if (context.measureText(words).width <= width) return words;
  let kept = words.replace(/…$/, '');
  while (kept.length > 1 && context.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** The limits' words and the present value, at the right end. */
export function paintLabels(plot: uPlot, scene: ChartScene, family: string): void {
  const { ctx: context, bbox } = plot;
  const scale = devicePixelRatio;
  const x = bbox.left + bbox.width + 12 * scale;
  const values = [...scene.ticks.map((tick) => Number(tick.value)), ...(scene.now ? [scene.now.value] : [])];
  const words = [...scene.labels, ...(scene.now ? [scene.now.words] : [])];
  const wanted = values.map((value) => Math.max(bbox.top, plot.valToPos(value, 'y', true)));
  const placed = spread(wanted, bbox.top, bbox.top + bbox.height, LINE * scale);
  context.save();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const [at, text] of words.entries()) {
    const isNow = at === scene.labels.length;
    context.font = `${isNow ? 600 : 400} ${(isNow ? 15 : 13.5) * scale}px ${family}`;
    context.fillStyle = token(isNow ? 'ink' : 'ink2');
    context.fillText(cut(context, text, (LABEL_WIDTH - 14) * scale), x, placed[at] ?? 0);
  }
  if (scene.now) {
    context.beginPath();
    context.fillStyle = token(scene.reached ?? 'ink');
    context.arc(bbox.left + bbox.width, plot.valToPos(scene.now.value, 'y', true), 5 * scale, 0, Math.PI * 2);
    context.fill();
  }
  context.restore();
}
