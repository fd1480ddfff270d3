import type { LogPreview, LogSettings } from '../../../electron/ports/log-models.ts';

type Question = LogPreview['questions'][number];

/** The setting that a question is answered by. */
export const settingOf = {
  zone: 'zone',
  percent: 'percent',
  unit: 'unit',
  gas: 'gas',
  comb: 'comb',
  comb_percent: 'combPercent',
  date_order: 'dateOrder',
  excel_dates: 'excelDates',
  decimal: 'decimal',
  interval: 'intervalSeconds',
  state_over_range: 'stateOverRange',
} as const satisfies Record<Question, string>;

/** Questions met so far in the order they came: an answered one stays to be seen and changed. */
export const askedSoFar = (before: readonly Question[], now: readonly Question[]): readonly Question[] => [
  ...before,
  ...now.filter((question) => !before.includes(question)),
];

export const withAnswer = (settings: LogSettings, question: Question, value: string | number): LogSettings => ({
  ...settings,
  [settingOf[question]]: value,
});

/** `+08:00`: the zone of this machine at a time. */
export function zoneOf(at: number): string {
  const minutes = -new Date(at).getTimezoneOffset();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** `2026-11-23 14:32:07`: a time as it is written in the field of a display. */
export function textOfTime(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/** `ttyUSB0-20261123-143207.txt`: the name of a text that came over a port. */
export const dumpName = (path: string, at: number): string =>
  `${path.split(/[\\/]/).at(-1)}-${textOfTime(at).replaceAll(/[-:]/g, '').replace(' ', '-')}.txt`;

/** What was typed as `2026-11-23T14:32:07`; null where it is no time. Seconds may be left out, full-width digits are taken. */
export function typedTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(plain);
  if (!found) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00'] = found;
  const two = (part: string) => part.padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`;
  const date = new Date(`${iso}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === iso ? iso : null;
}

/** A typed time of this machine's clock in ms; null where it is no time. */
export function typedInstant(text: string, zone: string): number | null {
  const iso = typedTime(text);
  return iso === null ? null : Date.parse(`${iso}${zone}`);
}

/** `3:08` or `1:03:08`: how far two clocks are apart. */
export function spanText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const DELIMITER_NAMES = { '\t': 'tab', ',': 'comma', ';': 'semicolon', '\uff0c': 'wide' } as const;
export const delimiterName = (delimiter: string) =>
  Object.entries(DELIMITER_NAMES).find(([letter]) => letter === delimiter)?.[1] ?? null;
