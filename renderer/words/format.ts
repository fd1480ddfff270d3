import type { Language } from '../../vocabulary/words.ts';

/** The wide space that keeps two facts of one line apart. */
export const WIDE = '\u3000';

const parts = (epoch: number) => {
  const date = new Date(epoch);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    weekday: date.getDay(),
    clock: `${two(date.getHours())}:${two(date.getMinutes())}`,
    seconds: two(date.getSeconds()),
    monthDay: `${two(date.getMonth() + 1)}-${two(date.getDate())}`,
  };
};

/** `14:32` */
export const clockTime = (epoch: number): string => parts(epoch).clock;

/** `14:32:07` */
export const clockSeconds = (epoch: number): string => `${parts(epoch).clock}:${parts(epoch).seconds}`;

/** `14:32:07.045` */
export const clockMillis = (epoch: number): string =>
  `${clockSeconds(epoch)}.${String(((epoch % 1000) + 1000) % 1000).padStart(3, '0')}`;

/** `11-22 18:20` */
export const dayAndTime = (epoch: number): string => `${parts(epoch).monthDay} ${parts(epoch).clock}`;

/** `2026-11-22` by this machine's calendar. */
export const isoDay = (epoch: number): string => `${parts(epoch).year}-${parts(epoch).monthDay}`;

const weekdays = {
  zh: '日一二三四五六',
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `11月23日　周一` or `Mon 23 Nov`: the day as the top of 今日 says it. */
export function longDay(epoch: number, language: Language): string {
  const { month, day, weekday } = parts(epoch);
  if (language === 'zh') return `${month}月${day}日　周${weekdays.zh[weekday]}`;
  return `${weekdays.en[weekday]} ${day} ${months[month - 1]}`;
}

/** `2027年3月31日` or `31 Mar 2027`. */
export function fullDate(epoch: number, language: Language): string {
  const { year, month, day } = parts(epoch);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`;
}

/** `1 204`: thin spaces between thousands. */
export const groupDigits = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '\u2009');

/** `7.4 MB`; sizes as a person buys memory sticks, by thousands. */
export function byteSize(bytes: number): string {
  const steps = ['B', 'kB', 'MB', 'GB'] as const;
  const step = Math.min(steps.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  return `${step === 0 ? amount : amount.toFixed(1)}\u00a0${steps[step]}`;
}

/** A hash in groups of four, as it is read out: `9f3a 70c1 5be2`. */
export const hashStart = (hash: string, groups = 3): string => hash.slice(0, groups * 4).replace(/(.{4})(?=.)/g, '$1 ');
