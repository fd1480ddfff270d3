import { expect, test } from 'vitest';
import { askedSoFar, dumpName, spanText, textOfTime, typedInstant, typedTime, withAnswer } from './import-model.ts';

test('a time is taken as it stands on a display, and what is none is not repaired', () => {
  expect(typedTime('2026-11-23 14:32:07')).toBe('2026-11-23T14:32:07');
  expect(typedTime('２０２６/3/5 9:05')).toBe('2026-03-05T09:05:00');
  for (const none of ['2026-02-30 10:00', '14:32', '2026-11-23', '2026-11-23 24:00:00', ''])
    expect(typedTime(none)).toBeNull();
});

test('what the screen writes it also reads', () => {
  const at = Date.UTC(2026, 10, 23, 6, 32, 7);
  const zone = `${new Date(at).getTimezoneOffset() > 0 ? '-' : '+'}${new Date(Math.abs(new Date(at).getTimezoneOffset()) * 60_000).toISOString().slice(11, 16)}`;
  expect(typedInstant(textOfTime(at), zone)).toBe(at);
});

test('an answered question stays in its place and may be changed', () => {
  expect(askedSoFar(['zone', 'percent'], ['percent', 'comb'])).toEqual(['zone', 'percent', 'comb']);
  expect(withAnswer(withAnswer({}, 'percent', '%VOL'), 'percent', 'unknown')).toEqual({ percent: 'unknown' });
});

test.each([
  [188_000, '3:08'],
  [-500, '0:01'],
  [3_788_000, '1:03:08'],
])('%i ms apart is %s', (ms, text) => {
  expect(spanText(ms)).toBe(text);
});

test('a text that came over a port is named by port and time', () => {
  const at = new Date(2026, 10, 23, 14, 32, 7).getTime();
  expect(dumpName('/dev/ttyUSB0', at)).toBe('ttyUSB0-20261123-143207.txt');
  expect(dumpName('COM3', at)).toBe('COM3-20261123-143207.txt');
});
