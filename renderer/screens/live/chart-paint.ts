import type uPlot from 'uplot';
import type { ChartScene, SceneTick } from './chart-scene.ts';

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Space at the right for the labels, in CSS pixels. */
export const LABEL_WIDTH = 132;
/** Height of the block that says that the instrument was past its range. */
const OVER_HEIGHT = 18;
const OVER_LEAST = 6;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function hatch(context: CanvasRenderingContext2D, { left, top, width, height }: Box): void {
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

/** Where a stretch of time lies on the plot. */
function boxOf(plot: uPlot, { from, to }: { readonly from: number; readonly to: number }, least = 0): Box {
  const { bbox } = plot;
  const left = Math.max(bbox.left, plot.valToPos(from / 1000, 'x', true));
  const right = Math.min(bbox.left + bbox.width, plot.valToPos(to / 1000, 'x', true));
  const width = Math.max(right - left, least * devicePixelRatio);
  return { left: Math.min(left, bbox.left + bbox.width - width), top: bbox.top, width, height: bbox.height };
}

/** The zone beyond a limit, as far as the next one. */
function paintTick(plot: uPlot, tick: SceneTick, all: readonly SceneTick[]): void {
  const { ctx: context, bbox } = plot;
  const bottom = bbox.top + bbox.height;
  const at = (value: number) => Math.min(bottom, Math.max(bbox.top, plot.valToPos(value, 'y', true)));
  const next = all.filter(
    (one) => one.upper === tick.upper && (tick.upper ? one.value > tick.value : one.value < tick.value),
  );
  const ends = next.map((one) => at(one.value));
  const y = at(tick.value);
  const [from, to] = tick.upper ? [Math.max(bbox.top, ...ends), y] : [y, Math.min(bottom, ...ends)];
  context.fillStyle = token(tick.reached ? tick.tone : 'ink3');
  context.globalAlpha = tick.reached ? 0.26 : 0.16;
  context.fillRect(bbox.left, from, bbox.width, to - from);
  context.globalAlpha = 1;
  context.strokeStyle = token('edge');
  context.setLineDash([5 * devicePixelRatio, 5 * devicePixelRatio]);
  context.beginPath();
  context.moveTo(bbox.left, y);
  context.lineTo(bbox.left + bbox.width, y);
  context.stroke();
  context.setLineDash([]);
}

/** Words in the middle of a stretch on the colour of the ground; they may stand out of it, but never out of the plot. */
function centred(plot: uPlot, box: Box, y: number, words: string, ink: string, ground: string | null): void {
  const { ctx: context, bbox } = plot;
  const pad = 4 * devicePixelRatio;
  const wide = context.measureText(words).width + 2 * pad;
  const middle = box.left + box.width / 2;
  const left = Math.min(Math.max(bbox.left, middle - wide / 2), bbox.left + bbox.width - wide);
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(left, y - 9 * devicePixelRatio, wide, OVER_HEIGHT * devicePixelRatio);
  }
  context.fillStyle = ink;
  context.fillText(words, left + pad, y);
}

/** Past the range there is no line: a block at the top, an arrow against it, and its word. */
function paintOver(plot: uPlot, scene: ChartScene, family: string): void {
  const { ctx: context } = plot;
  const high = OVER_HEIGHT * devicePixelRatio;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.font = `600 ${12.5 * devicePixelRatio}px ${family}`;
  for (const span of scene.over) {
    const box = boxOf(plot, span, OVER_LEAST);
    context.globalAlpha = 0.18;
    context.fillStyle = token('danger');
    context.fillRect(box.left, box.top, box.width, box.height);
    context.globalAlpha = 1;
    context.fillStyle = token('danger-fill');
    context.fillRect(box.left, box.top, box.width, high);
    centred(plot, box, box.top + high / 2, `↑ ${scene.overWords}`, token('on-danger'), token('danger-fill'));
  }
}

/** Bands beyond each limit, the holes with their length, and what was past the range: before the line, which stays on top. */
export function paintGround(plot: uPlot, scene: ChartScene, family: string): void {
  const { ctx: context, bbox } = plot;
  context.save();
  for (const tick of scene.ticks) paintTick(plot, tick, scene.ticks);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.font = `500 ${12.5 * devicePixelRatio}px ${family}`;
  let free = bbox.left;
  for (const hole of scene.holes) {
    const box = boxOf(plot, hole);
    hatch(context, box);
    if (box.left + box.width / 2 < free) continue;
    const ground = getComputedStyle(plot.root.closest('.chart-ground') ?? plot.root).backgroundColor;
    centred(plot, box, bbox.top + bbox.height / 2, hole.words, token('unknown'), ground);
    free = box.left + box.width / 2 + context.measureText(hole.words).width;
  }
  paintOver(plot, scene, family);
  context.restore();
}

/** The line is ink, and only the part beyond a limit has its colour. */
export function strokeOf(plot: uPlot, scene: ChartScene): CanvasGradient | string {
  const { ctx: context, bbox } = plot;
  const ink = token('ink');
  if (scene.ticks.length === 0 || bbox.height === 0) return ink;
  const gradient = context.createLinearGradient(0, bbox.top, 0, bbox.top + bbox.height);
  const at = (value: number) => Math.min(1, Math.max(0, (plot.valToPos(value, 'y', true) - bbox.top) / bbox.height));
  // from the top downwards, so upper limits from the greatest; a lower limit colours what lies under it
  const upper = scene.ticks.filter((tick) => tick.upper).toSorted((a, b) => b.value - a.value);
  const lower = scene.ticks.filter((tick) => !tick.upper).toSorted((a, b) => b.value - a.value);
  let from = 0;
  for (const tick of upper) {
    gradient.addColorStop(from, token(tick.tone));
    from = at(tick.value);
    gradient.addColorStop(from, token(tick.tone));
  }
  gradient.addColorStop(from, ink);
  for (const [n, tick] of lower.entries()) {
    gradient.addColorStop(Math.max(from, at(tick.value)), n === 0 ? ink : token(tick.tone));
    from = Math.max(from, at(tick.value));
    gradient.addColorStop(from, token(tick.tone));
  }
  return gradient;
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
  const values = [...scene.ticks.map((tick) => tick.value), ...(scene.now ? [scene.now.value] : [])];
  const words = [...scene.ticks.map((tick) => tick.words), ...(scene.now ? [scene.now.words] : [])];
  const wanted = values.map((value) => Math.max(bbox.top, plot.valToPos(value, 'y', true)));
  const placed = spread(wanted, bbox.top, bbox.top + bbox.height, LINE * scale);
  context.save();
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const [at, text] of words.entries()) {
    const isNow = at === scene.ticks.length;
    context.font = `${isNow ? 600 : 400} ${(isNow ? 15 : 13.5) * scale}px ${family}`;
    context.fillStyle = token(isNow ? 'ink' : 'ink2');
    context.fillText(cut(context, text, (LABEL_WIDTH - 14) * scale), x, placed[at] ?? 0);
  }
  if (scene.now) {
    context.beginPath();
    context.fillStyle = token(scene.now.tone);
    context.arc(bbox.left + bbox.width, plot.valToPos(scene.now.value, 'y', true), 5 * scale, 0, Math.PI * 2);
    context.fill();
  }
  context.restore();
}
