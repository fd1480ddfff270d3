import type { DensityName } from './tokens.ts';

/** Which of the two layouts a window gets, and by how much it is zoomed to fit. */
export interface Layout {
  readonly layout: 'field' | 'desk';
  readonly zoom: number;
}

const FIELD_WIDTH = 1280;
const DESK_WIDTH = 1600;

/** Narrower than a 10″ tablet zooms the field layout; from 1600 px on there is room for the third column. */
export function layoutFor(width: number): Layout {
  if (width >= DESK_WIDTH) return { layout: 'desk', zoom: 1 };
  return { layout: 'field', zoom: Math.min(1, width / FIELD_WIDTH) };
}

export function densityFor(chosen: 'auto' | DensityName, layout: Layout['layout'], touch: boolean): DensityName {
  if (chosen !== 'auto') return chosen;
  return touch || layout === 'field' ? 'field' : 'desk';
}
