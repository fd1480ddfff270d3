import { type DrainageArea, drainageArea } from '../../../../vocabulary/area.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import { decimalOf } from '../../../parts/number-text.ts';

/** The figures of an area in the order of the mine's own table. */
export const areaFigures = [
  'originalContent_m3PerT',
  'originalPressure_MPa',
  'surfaceWells_n',
  'holeMetres_m',
  'drainedPure_m3',
  'drainedThisMonth_m3',
  'residualContent_m3PerT',
  'residualPressure_MPa',
] as const satisfies readonly (keyof DrainageArea)[];
export type AreaFigure = (typeof areaFigures)[number];

const texts = ['name', 'seam', 'bounds', 'responsible', 'source'] as const;
const days = ['plannedMiningStart_date', 'figures_date'] as const;

/** The form as typed: everything is text until it is kept. */
export type AreaDraft = Readonly<Record<AreaFigure | (typeof texts)[number] | (typeof days)[number], string>> & {
  readonly areaType: DrainageArea['areaType'];
};

export function draftOfArea(sheet: DrainageArea | null): AreaDraft {
  const text = (key: keyof AreaDraft) => String(sheet?.[key] ?? '');
  const entries = [...texts, ...areaFigures, ...days].map((key) => [key, text(key)]);
  return { ...Object.fromEntries(entries), areaType: sheet?.areaType ?? 'planning' };
}

const figureOf = (key: AreaFigure, typed: string): string | number | null | undefined => {
  if (typed.trim() === '') return null;
  const amount = decimalOf(typed);
  if (amount === null || amount.startsWith('-')) return undefined;
  if (key !== 'surfaceWells_n') return amount;
  return /^\d{1,6}$/.test(amount) ? Number(amount) : undefined;
};

/** The figures whose text is no amount. Empty is not given, and never nought. */
export const badFigures = (draft: AreaDraft): readonly AreaFigure[] =>
  areaFigures.filter((key) => figureOf(key, draft[key]) === undefined);

/** The sheet as it is recorded, or null while something is missing or wrong. */
export function sheetOf(mine: string, draft: AreaDraft, papers: DrainageArea['papers']): DrainageArea | null {
  if (badFigures(draft).length > 0) return null;
  const figures = Object.fromEntries(areaFigures.map((key) => [key, figureOf(key, draft[key])]));
  const dayOf = (text: string) => (text === '' ? null : isoDate.safeParse(text).data);
  const [start, day] = days.map((key) => dayOf(draft[key]));
  const words = Object.fromEntries(texts.map((key) => [key, draft[key].trim()]));
  const sheet = { mine, ...words, ...figures, areaType: draft.areaType, papers };
  return drainageArea.safeParse({ ...sheet, plannedMiningStart_date: start, figures_date: day }).data ?? null;
}
