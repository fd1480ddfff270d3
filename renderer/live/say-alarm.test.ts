import { describe, expect, test } from 'vitest';
import { fillSlots } from '../../vocabulary/words.ts';
import type { SpokenWords } from '../words/words.ts';
import { zh } from '../words/zh.ts';
import type { Alarm } from './alarm-model.ts';
import { isReachedNow, sayAmount, sayCause } from './say-alarm.ts';
import { one, raisedAt, shown } from './test-alarm.ts';

const find = (key: string): string =>
  String(key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], zh));
const t = ((key: string, slots?: Record<string, unknown>) => fillSlots(find(key), slots ?? {})) as SpokenWords['t'];

const moment = { wall: 0, mono: 0 };
const alarm = (last: number, more: Partial<Alarm> = {}): Alarm => ({
  ...one(raisedAt(1.6)),
  last: shown(last),
  ...more,
});
const said = (one: Alarm) => sayCause(t, one).replaceAll('\u00a0', ' ');

describe('the words of an alarm', () => {
  test('name the value and the limit it reached', () => {
    expect(said(alarm(1.52))).toBe('甲烷 1.52 %，达到1.50 %');
  });
  test('never say of a fallen value that it reaches the limit', () => {
    expect(said(alarm(0.47))).toBe('甲烷现在0.47 %，曾达到1.50 %，最高1.60 %');
  });
  test('say of an advisory that ends that it was near', () => {
    const near = { ...alarm(0.95).cause, why: 'near' as const, limit: '1.0', reached: false };
    expect(said(alarm(0.95, { level: 3, cause: near }))).toBe('甲烷 0.95 %，离限值1.00 %不远');
    expect(said(alarm(0.12, { level: 3, cause: near, calmSince: moment }))).toContain('曾接近限值1.00 %');
  });
  test('say of a rise where it goes, and of a certificate that it ends', () => {
    const rising = { ...alarm(0.7).cause, why: 'rising' as const, limit: '1.0', reached: false };
    expect(said(alarm(0.7, { level: 3, cause: rising }))).toContain('5分钟内到限值1.00 %');
    const ending = { ...rising, why: 'certificate' as const };
    expect(said(alarm(0.2, { level: 3, cause: ending }))).toContain('检定证书');
  });
  test('say when the strictest reading was taken', () => {
    expect(said(alarm(1.6, { cause: { ...alarm(1.6).cause, strictest: true } }))).toContain('按最严的读法');
  });
});

test('a lower limit is reached from above', () => {
  const oxygen = (percent: number) => alarm(0, { gas: 'O2', last: { ...shown(percent), danger: -percent } });
  expect(isReachedNow(oxygen(19.9), '20', '<')).toBe(true);
  expect(isReachedNow(oxygen(20), '20', '<')).toBe(false);
});
test('the unit never breaks from its number', () => {
  expect(sayAmount('4', 'CO', 'ppm')).toBe('4\u00a0ppm');
});
