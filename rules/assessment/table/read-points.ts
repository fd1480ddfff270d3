import { dayOf } from '../../../vocabulary/day-text.ts';
import { type TestPoint, testPoint } from '../../../vocabulary/test-point.ts';
import type { FieldKey } from '../fields.ts';
import { fieldIn } from './columns.ts';
import { cellIn, figureIn, type RowRead, refuse, saidIn } from './read-row.ts';

/** A test point as a row has it, with the cell of its number. */
export type PointInTable = TestPoint & { readonly cell: string };

/** `1`, `1#`, `测点1`: the one number in it. */
const NUMBER = /^\D*([1-9]\d{0,2})\D*$/;
const MOST_LETTERS = 80;

/** The test point of a row; a row whose number is not one, or where nothing was measured, is named and left out. */
export function pointIn(read: RowRead): PointInTable | null {
  const name = saidIn(read, 'point');
  const no = Number(NUMBER.exec(name.normalize('NFKC'))?.[1] ?? 0);
  if (no === 0) return refuse(read, 'badPoint', name);
  const figures = read.columns.flatMap((column) => (fieldIn(column) ? figureIn(read, column) : []));
  const amount = (field: FieldKey): string | null => {
    const value = figures.find((figure) => figure.field === field)?.value;
    return typeof value === 'string' ? value : null;
  };
  const [content, pressure] = [amount('measuredContent_m3PerT'), amount('residualPressure_MPa')];
  if (content === null && pressure === null) return refuse(read, 'noMeasure', name);
  const text = saidIn(read, 'date');
  const date = dayOf(text);
  if (text !== '' && date === null) refuse(read, 'badDay', text);
  const place = saidIn(read, 'place') || (name === String(no) ? '' : name);
  const column = read.columns.find(({ key }) => key === 'point')?.at ?? 0;
  const point = testPoint.parse({
    no,
    place: place.slice(0, MOST_LETTERS),
    at_m: amount('pointAt_m'),
    date,
    content_m3PerT: content,
    pressure_MPa: pressure,
  });
  return { ...point, cell: cellIn(read.context, column, read.at) };
}
