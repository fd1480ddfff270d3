import type { Language } from '../../../vocabulary/words.ts';
import { type FieldKey, fieldKeys, fieldLabel, fieldUnit, specOf } from '../fields.ts';
import { stepWords } from '../steps.words.ts';
import { headNames, periodText, pointHeadNames } from './table.words.ts';

/** A heading that our own reader and a mine's clerk both understand: name, letter, unit. */
export function headingOf(field: FieldKey, language: Language): string {
  const spec = specOf(field);
  const symbol = 'symbol' in spec && spec.symbol ? ` ${spec.symbol.replace('_', '')}` : '';
  const unit = fieldUnit(field);
  const label = fieldLabel(field)[language];
  return `${label}${symbol}${unit === '' ? '' : language === 'zh' ? `（${unit}）` : ` (${unit})`}`;
}

/** The blank table: the steps over their fields, the headings, and a row that shows how a unit is written. */
export function blankTable(language: Language, year: number, quarter: number): readonly (readonly string[])[] {
  const head = unitHead(language);
  const groups = fieldKeys.map((key, place) => {
    const { step } = specOf(key);
    const before = fieldKeys[place - 1];
    return before && specOf(before).step === step ? '' : stepWords[step][language];
  });
  return [
    ['', '', '', '', ...groups],
    [...head, ...fieldKeys.map((key) => headingOf(key, language))],
    ['', '', '', periodText(year, quarter)[language]],
  ];
}

function unitHead(language: Language): readonly string[] {
  const at = language === 'zh' ? 0 : -1;
  const names = [headNames.mine, headNames.face, headNames.unit].map((list) => list.at(at) ?? '');
  return [...names, language === 'zh' ? headNames.period[0] : 'quarter'];
}

/** The blank table of test points: one a row, of whichever unit. */
export function blankPoints(language: Language, year: number, quarter: number): readonly (readonly string[])[] {
  const named = (list: readonly string[], unit: string): string => {
    const name = (language === 'zh' ? list[0] : list.at(-1)) ?? '';
    if (unit === '') return name;
    return language === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`;
  };
  const { point, place, at, date } = pointHeadNames;
  const own = [named(point, ''), named(place, ''), named(at, 'm'), named(date, '')];
  const amounts = (['measuredContent_m3PerT', 'residualPressure_MPa'] as const).map((key) => headingOf(key, language));
  return [
    [...unitHead(language), ...own, ...amounts],
    ['', '', '', periodText(year, quarter)[language]],
  ];
}
