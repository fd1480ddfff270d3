import { type FieldKey, fieldUnit } from '../../../rules/assessment/fields.ts';
import { type AmountTrouble, type Meant, readAmount } from '../../../rules/assessment/read-amount.ts';
import { dayOf } from '../../../vocabulary/day-text.ts';
import { type TestPoint, testPoint } from '../../../vocabulary/test-point.ts';

export type PointCell = 'place' | 'at_m' | 'date' | 'content_m3PerT' | 'pressure_MPa';

/** The cells of a point in the order they are filled. */
export const pointCells = [
  { key: 'place', numeric: false },
  { key: 'at_m', numeric: true },
  { key: 'date', numeric: true },
  { key: 'content_m3PerT', numeric: true },
  { key: 'pressure_MPa', numeric: true },
] as const satisfies readonly { readonly key: PointCell; readonly numeric: boolean }[];

/** What stands in the cells of a point and is not recorded yet. */
export type PointDraft = Readonly<Partial<Record<PointCell, { readonly text: string; readonly believed: boolean }>>>;

/** The field that knows how the figure of a cell is written. */
const fieldOf: Readonly<Record<'at_m' | 'content_m3PerT' | 'pressure_MPa', FieldKey>> = {
  at_m: 'pointAt_m',
  content_m3PerT: 'measuredContent_m3PerT',
  pressure_MPa: 'residualPressure_MPa',
};

export type CellTrouble =
  | { readonly is: 'day' }
  | { readonly is: 'trouble'; readonly trouble: AmountTrouble }
  | { readonly is: 'asks'; readonly amount: string; readonly meant: Meant | null; readonly unit: string };

export function troubleIn(cell: PointCell, draft: PointDraft): CellTrouble | null {
  const said = draft[cell];
  if (!said || said.text.trim() === '' || cell === 'place') return null;
  if (cell === 'date') return dayOf(said.text) === null ? { is: 'day' } : null;
  const read = readAmount(fieldOf[cell], said.text, said.believed);
  if (read.is === 'trouble') return read;
  return read.is === 'asks' ? { ...read, unit: fieldUnit(fieldOf[cell]) } : null;
}

/** The value of a cell: as typed, else as recorded; undefined where what is typed cannot stand. */
function saidIn(cell: PointCell, recorded: TestPoint | undefined, draft: PointDraft): string | null | undefined {
  const said = draft[cell];
  if (!said) return recorded?.[cell] ?? null;
  if (troubleIn(cell, draft) !== null) return undefined;
  const text = said.text.trim();
  if (cell === 'place') return text;
  if (text === '') return null;
  if (cell === 'date') return dayOf(text);
  const read = readAmount(fieldOf[cell], text, said.believed);
  return read.is === 'amount' ? read.amount : null;
}

/** The point as it would be recorded; null while a cell cannot stand. */
export function pointOf(
  no: number,
  recorded: TestPoint | undefined,
  draft: PointDraft,
): { readonly point: TestPoint; readonly isSame: boolean } | null {
  const values = pointCells.map(({ key }) => [key, saidIn(key, recorded, draft)] as const);
  if (values.some(([, value]) => value === undefined)) return null;
  const said = Object.fromEntries(values);
  const point = testPoint.parse({ ...said, no, place: said.place ?? '' });
  const isSame = pointCells.every(({ key }) => (recorded?.[key] ?? (key === 'place' ? '' : null)) === point[key]);
  return { point, isSame };
}
