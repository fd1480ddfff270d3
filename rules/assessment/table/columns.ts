import { exact } from '../../decimal.ts';
import { type FieldKey, fieldKeys, fieldLabel, fieldUnit, type OtherUnit, specOf } from '../fields.ts';
import { headNames, pointHeadNames } from './table.words.ts';

/** One cell of a table, whatever program wrote it. */
export type Cell = string | number | boolean | Date | FormulaGap | null | undefined;

/** A formula whose result the program that wrote the file did not store, or whose result is an error. */
export interface FormulaGap {
  readonly gap: 'noResult' | 'error';
  readonly text: string;
}
export const gapIn = (cell: Cell): FormulaGap | null =>
  typeof cell === 'object' && cell !== null && 'gap' in cell ? cell : null;
export type Row = readonly Cell[];

export type UnitKey = keyof typeof headNames;
export type PointKey = keyof typeof pointHeadNames;

/** The figures of a point, by the field that knows how such a figure is written. */
const pointFields = {
  at: 'pointAt_m',
  content: 'measuredContent_m3PerT',
  pressure: 'residualPressure_MPa',
} as const satisfies Partial<Record<PointKey, FieldKey>>;

/** A column whose heading was understood; `other` where its figures are in another unit. */
export interface Column {
  readonly at: number;
  readonly key: UnitKey | PointKey | FieldKey;
  readonly isField: boolean;
  readonly heading: string;
  readonly other: OtherUnit | null;
}

/** The field that knows how the figures of a column are written; null where it holds no figures. */
export const fieldIn = ({ key }: Column): FieldKey | null =>
  fieldKeys.find((one) => one === key) ?? fieldOfPoint(key) ?? null;

/** Whether a table has one test point a row. */
export const isOfPoints = ({ columns }: Head): boolean => columns.some(({ key }) => key === 'point');

/** Whether a column says something only in a table of test points. */
export const isOnlyOfPoints = ({ key }: Column): boolean => key in pointHeadNames;

/** What the head of a table says. `unitTrouble`: columns whose unit cannot be converted. */
export interface Head {
  /** The first row of figures, counted from 0. */
  readonly first: number;
  readonly columns: readonly Column[];
  readonly ignored: readonly string[];
  readonly unitTrouble: readonly { readonly at: number; readonly field: FieldKey; readonly unit: string }[];
}

export const textIn = (cell: Cell): string => {
  if (cell === null || cell === undefined || gapIn(cell)) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // the shortest decimal of what the sheet stores in binary: 0.1, not 0.1000000000000000055
  return typeof cell === 'number' ? exact(cell).toFixed() : String(cell).trim();
};

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s_:*]/g, '');
const BRACKET = /[(（[【]([^)）\]】]*)[)）\]】]/g;
const withoutBrackets = (text: string): string => text.replace(BRACKET, '');

/** Every name a field goes by: label with its letter, the label where only one field has it, the letter where it is long enough. */
const names: ReadonlyMap<string, FieldKey> = namesOfFields();

function namesOfFields(): ReadonlyMap<string, FieldKey> {
  const found = new Map<string, FieldKey | null>();
  const add = (name: string, key: FieldKey) => {
    if (name !== '') found.set(name, found.has(name) && found.get(name) !== key ? null : key);
  };
  for (const key of fieldKeys) {
    const spec = specOf(key);
    const symbol = 'symbol' in spec && spec.symbol ? plain(spec.symbol) : '';
    for (const label of Object.values(fieldLabel(key))) {
      const name = plain(withoutBrackets(label));
      add(name.toLowerCase(), key);
      add(`${name}${symbol}`.toLowerCase(), key);
      add(`${name}${symbol}`, key);
    }
    if (symbol.length > 1) add(symbol, key);
    add(key, key);
  }
  return new Map([...found].flatMap(([name, key]) => (key ? [[name, key] as const] : [])));
}

const heads: ReadonlyMap<string, UnitKey | PointKey> = new Map([...namesIn(headNames), ...namesIn(pointHeadNames)]);

function namesIn<K extends UnitKey | PointKey>(
  group: Readonly<Record<K, readonly string[]>>,
): readonly (readonly [string, K])[] {
  const keys = Object.keys(group).filter((key): key is K => key in group);
  return keys.flatMap((key) => group[key].map((name) => [name, key] as const));
}

const keyOf = (name: string): UnitKey | PointKey | FieldKey | null =>
  heads.get(name.toLowerCase()) ?? names.get(name) ?? names.get(name.toLowerCase()) ?? null;

/** Headings over several columns stand in the first of them. */
const filledRight = (row: Row): readonly string[] => {
  let last = '';
  return row.map((cell) => {
    last = textIn(cell) || last;
    return last;
  });
};

const sameUnit = (a: string, b: string) => plain(a).toLowerCase() === plain(b).toLowerCase();

/** Looks for the row of headings among the first of a sheet; null where none names a face and a unit. */
export function readHead(rows: readonly Row[]): Head | null {
  for (let at = 0; at < Math.min(rows.length, 12); at += 1) {
    const above = at > 0 ? filledRight(rows[at - 1] ?? []) : [];
    const below = isUnitRow(rows[at + 1]) ? (rows[at + 1] ?? []) : null;
    const head = headAt(rows[at] ?? [], above, below, at);
    if (['face', 'unit'].every((key) => head.columns.some((column) => column.key === key))) return head;
  }
  return null;
}

/** The units in which a field may be given, its own first. */
function unitsOf(field: FieldKey): readonly string[] {
  const spec = specOf(field);
  const others = 'others' in spec ? (spec.others ?? []) : [];
  return [fieldUnit(field), ...others.map(({ unit }) => unit)];
}

/** A row that says nothing but units. */
function isUnitRow(row: Row | undefined): boolean {
  const said = (row ?? []).map(textIn).filter((text) => text !== '');
  const known = fieldKeys.flatMap(unitsOf).filter((unit) => unit !== '');
  return (
    said.length > 1 &&
    said.every((text) => known.some((unit) => sameUnit(unit, text.replace(/[()（）]/g, ''))) || text === '-')
  );
}

/** What one place of a row of headings is. */
type Heading =
  | { readonly is: 'column'; readonly column: Column }
  | { readonly is: 'ignored'; readonly text: string }
  | { readonly is: 'trouble'; readonly at: number; readonly field: FieldKey; readonly unit: string };

function headAt(row: Row, above: readonly string[], below: Row | null, at: number): Head {
  const places = Array.from({ length: Math.max(row.length, above.length) }, (_, place) => place);
  const found = places.flatMap((place): Heading[] => {
    const heading = headingAt(textIn(row[place]), above[place] ?? '', below ? textIn(below[place]) : '', place);
    return heading ? [heading] : [];
  });
  return {
    first: at + (below ? 2 : 1),
    columns: found.flatMap((one) => (one.is === 'column' ? [one.column] : [])),
    ignored: found.flatMap((one) => (one.is === 'ignored' ? [one.text] : [])),
    unitTrouble: found.filter((one) => one.is === 'trouble'),
  };
}

function headingAt(own: string, group: string, beneath: string, at: number): Heading | null {
  const candidates = [own, `${group}${own}`, ...(own === '' ? [group] : [])].map((text) =>
    plain(withoutBrackets(text)),
  );
  const key = candidates.map(keyOf).find((one) => one !== null) ?? null;
  if (key === null) return own === '' ? null : { is: 'ignored', text: own };
  const heading = own || group;
  const isField = fieldKeys.some((one) => one === key);
  const field = fieldKeys.find((one) => one === key) ?? fieldOfPoint(key);
  if (!field) return { is: 'column', column: { at, key, isField, heading, other: null } };
  const written = unitsIn(heading, beneath, field);
  if (written.is === 'strange') return { is: 'trouble', at, field, unit: written.unit };
  return { is: 'column', column: { at, key, isField, heading, other: written.other } };
}

/** The field by which a column of a table of points is read. */
const fieldOfPoint = (key: string): FieldKey | undefined =>
  Object.entries(pointFields).find(([name]) => name === key)?.[1];

type UnitIn =
  | { readonly is: 'known'; readonly other: OtherUnit | null }
  | { readonly is: 'strange'; readonly unit: string };

/** The unit in the brackets of a heading or in the row beneath; nothing said is the field's own. */
function unitsIn(heading: string, beneath: string, field: FieldKey): UnitIn {
  const spec = specOf(field);
  const own = fieldUnit(field);
  const symbol = 'symbol' in spec && spec.symbol ? spec.symbol : '';
  const label = Object.values(fieldLabel(field)).join();
  const bracketed = [...heading.matchAll(BRACKET)].map(([, inside = '']) => inside.trim());
  const said = [...bracketed, beneath.replace(/[()（）]/g, '').trim()].filter(
    (text) => text !== '' && text !== '-' && !label.includes(text) && !sameUnit(text, symbol),
  );
  if (said.length === 0 || said.some((text) => sameUnit(text, own)) || own === '') return { is: 'known', other: null };
  const others = 'others' in spec ? (spec.others ?? []) : [];
  const other = others.find(({ unit }) => said.some((text) => sameUnit(text, unit)));
  return other ? { is: 'known', other } : { is: 'strange', unit: said.at(-1) ?? '' };
}
