import { strFromU8, unzipSync } from 'fflate';

/** What stands in a cell whose formula has no usable result: nothing, or the error of the spreadsheet. */
export interface FormulaGap {
  readonly gap: 'noResult' | 'error';
  /** `#DIV/0!`; empty where nothing was stored. */
  readonly text: string;
}

const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const VALUE = /<v\b[^>]*>([\s\S]*?)<\/v>/;

const attribute = (tag: string, name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** By sheet name and cell address: formulas that a program wrote without computing them, and those that failed. */
export function formulaGaps(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, FormulaGap>> {
  const files = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(workbook|_rels\/workbook|worksheets\/[^/]+)\.xml(\.rels)?$/.test(name),
  });
  const text = (name: string): string => {
    const file = files[name];
    return file ? strFromU8(file) : '';
  };
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b([^>]*)>/g)].map(([, tag = '']) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    [...text('xl/workbook.xml').matchAll(/<sheet\b([^>]*)>/g)].map(([, tag = '']) => [
      plainText(attribute(tag, 'name')),
      gapsIn(text(targets.get(attribute(tag, 'r:id')) ?? '')),
    ]),
  );
}

function gapsIn(sheet: string): ReadonlyMap<string, FormulaGap> {
  const gaps = new Map<string, FormulaGap>();
  for (const [, tag = '', inner = ''] of sheet.matchAll(CELL)) {
    if (!/<f\b/.test(inner)) continue;
    const value = VALUE.exec(inner)?.[1] ?? '';
    if (attribute(tag, 't') === 'e') gaps.set(attribute(tag, 'r'), { gap: 'error', text: plainText(value) });
    else if (value === '' && !/<is\b/.test(inner)) gaps.set(attribute(tag, 'r'), { gap: 'noResult', text: '' });
  }
  return gaps;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plainText = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (signs[name] ?? whole);
  });
