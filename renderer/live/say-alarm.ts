import type { Gas } from '../../vocabulary/gas.ts';
import { shownAmount, shownUnit } from '../parts/quantity-text.ts';
import { clockTime } from '../words/format.ts';
import type { SpokenWords } from '../words/words.ts';
import type { Alarm } from './alarm-model.ts';

type T = SpokenWords['t'];

/** `1.52 %`: the amount as the screen shows it, with its unit. */
export const sayAmount = (amount: string, gas: Gas, unit: string | null): string =>
  `${shownAmount(amount, gas)}\u00a0${shownUnit(unit)}`.trimEnd();

/** The gas by its name in the language of the screen. */
export const sayGas = (t: T, gas: Gas): string => t(`gases.${gas}`);

/** Whether the last value still reaches the limit: a falling value must never be said to. `danger` is in its unit. */
export function isReachedNow(alarm: Alarm, limit: string, comparator: '<' | '<=' | '>=' | '>'): boolean {
  const { danger } = alarm.last;
  if (comparator === '>=') return danger >= Number(limit);
  if (comparator === '>') return danger > Number(limit);
  return comparator === '<' ? -danger < Number(limit) : -danger <= Number(limit);
}

/** What alarms and which limit it reached: 甲烷 1.52 %，达到1.50 %. `mark`: what is done to the limit. */
export function sayCause(t: T, alarm: Alarm, mark: (limit: string) => string = (limit) => limit): string {
  const gas = sayGas(t, alarm.gas);
  const { limit, limitUnit, comparator, reached, why } = alarm.cause;
  if (why === 'certificate') return t('live.alarm.certificate', { gas });
  if (alarm.last.text === null) return t('live.alarm.over', { gas });
  const value = sayAmount(alarm.last.text, alarm.gas, alarm.last.unit ?? '%');
  // what was over the range stays the cause until it was calm long enough, whatever the value is now
  if (!reached && alarm.level === 1 && alarm.peak.text === null) return t('live.alarm.wasOver', { gas, value });
  if (limit === null || comparator === null) return t('live.alarm.advisoryPlain', { gas, value });
  const slots = {
    gas,
    value,
    comparator: t(`live.comparators.${comparator}`),
    limit: mark(`${shownAmount(limit, alarm.gas)}\u00a0${shownUnit(limitUnit)}`),
    peak: sayPeak(t, alarm),
  };
  if (!reached && alarm.calmSince) return t('live.alarm.wasNear', slots);
  if (!reached) return t(why === 'rising' ? 'live.alarm.rising' : 'live.alarm.advisory', slots);
  const words = t(isReachedNow(alarm, limit, comparator) ? 'live.alarm.reached' : 'live.alarm.wasReached', slots);
  return alarm.cause.strictest ? t('live.alarm.strictestOf', { words }) : words;
}

/** The first word of the band: what to do, not what happened. */
export function sayLevel(t: T, alarm: Alarm): string {
  if (alarm.level === 1) return t('live.alarm.withdraw');
  return t(alarm.level === 2 ? 'live.alarm.level2' : 'live.alarm.level3');
}

/** What must be done, in the order of the article; over range asks what the gravest limit would ask. */
export const sayActions = (t: T, alarm: Alarm): string[] =>
  alarm.cause.actions.length > 0
    ? alarm.cause.actions.map((action) => t(`live.actions.${action}`))
    : [t(alarm.level === 1 ? 'live.actions.withdraw' : 'live.alarm.noActions')];

/** 停工、断电、撤人: where the words of the article have no room. */
export const sayShortActions = (t: T, actions: Alarm['cause']['actions']): string =>
  actions.map((action) => t(`live.shortActions.${action}`)).join(t('common.listJoin'));

export function sayPeak(t: T, alarm: Alarm): string {
  if (alarm.peak.text === null) return t('live.alarm.peakOver');
  const value = sayAmount(alarm.peak.text, alarm.gas, alarm.peak.unit);
  const lower = alarm.cause.comparator === '<' || alarm.cause.comparator === '<=';
  return t(lower ? 'live.alarm.peakLow' : 'live.alarm.peak', { value });
}

/** 已恢复14:41，甲烷最高1.63 %，持续9分 */
export const sayCleared = (t: T, alarm: Alarm, cleared: { readonly wall: number }): string =>
  t('live.alarm.cleared', {
    time: clockTime(cleared.wall),
    gas: sayGas(t, alarm.gas),
    peak: sayPeak(t, alarm),
    minutes: Math.max(1, Math.round((cleared.wall - alarm.since.wall) / 60_000)),
  });

export const sayLost = (t: T, alarm: Alarm): string =>
  alarm.last.text === null
    ? t('live.alarm.lostOver')
    : t('live.alarm.lost', { value: sayAmount(alarm.last.text, alarm.gas, alarm.last.unit) });
