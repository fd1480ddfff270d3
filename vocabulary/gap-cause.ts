import { z } from 'zod';
import type { Words } from './words.ts';

/** Why there were no readings for a while. Each is a record of its own, with both edges. */
export const gapCause = z.enum([
  'silence',
  'unreadable',
  'line_speaks',
  'unplugged',
  'reopened',
  'port_absent',
  'suspended',
  'clock_stepped',
  'bug',
  'cut_off',
  'listener_restarted',
  'not_kept',
]);
export type GapCause = z.infer<typeof gapCause>;

/** What the user reads beside the two times. */
export const gapCauseWords: Readonly<Record<GapCause, Words>> = {
  silence: { zh: '仪器没有应答', en: 'The instrument did not answer' },
  unreadable: {
    zh: '有数据来，但没有一帧读得懂：波特率、型号或接线不对',
    en: 'Bytes came, but no valid frame: baud rate, model or cable is wrong',
  },
  line_speaks: {
    zh: '线上有仪器在自己发数据，没有向它提问',
    en: 'Something spoke by itself on the line, so it was not asked',
  },
  unplugged: { zh: '数据线断开', en: 'The line was unplugged' },
  reopened: { zh: '数据线重新打开', en: 'The line was opened anew' },
  port_absent: { zh: '端口不在', en: 'The port was not there' },
  suspended: { zh: '电脑休眠', en: 'The computer was asleep' },
  clock_stepped: { zh: '电脑的时钟被改过', en: 'The clock of the computer was set' },
  bug: { zh: '仪器驱动出错，已重新开始', en: 'The driver failed and was started again' },
  cut_off: {
    zh: '已经没有读数，随后采集程序中断',
    en: 'There were no readings, and then the listening process broke off',
  },
  listener_restarted: { zh: '采集程序重新启动', en: 'The listening process was started again' },
  not_kept: { zh: '没有地方保存这段读数', en: 'There was no place to keep these readings' },
};

const END = ' end';

/** The detail of the `missing` reading that stands in the record at an edge of a gap. */
export const gapMark = (cause: GapCause, edge: 'begin' | 'end'): string =>
  edge === 'begin' ? cause : `${cause}${END}`;

/** Reads the detail of a `missing` reading back; null where it is not of a gap (an imported empty cell, say). */
export function readGapMark(detail: string): { readonly cause: GapCause; readonly edge: 'begin' | 'end' } | null {
  const edge = detail.endsWith(END) ? 'end' : 'begin';
  const cause = gapCause.safeParse(edge === 'end' ? detail.slice(0, -END.length) : detail);
  return cause.success ? { cause: cause.data, edge } : null;
}
