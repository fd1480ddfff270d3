import type { Quality } from '../../vocabulary/reading.ts';
import type { Effect, Profile, StatusRule } from './profile.ts';
import { type Registers, wordAt } from './registers.ts';

/** The worst word first (protocol rule 2); `stale` is for gateways that hold an old value. */
const WORST_FIRST: readonly Quality[] = [
  'fault',
  'invalid',
  'stale',
  'warmup',
  'calibrating',
  'over_range',
  'under_range',
  'ok',
];

export const worstOf = (words: readonly Quality[]): Quality => WORST_FIRST.find((word) => words.includes(word)) ?? 'ok';

/** What one rule finds. */
interface Finding {
  readonly quality: Quality;
  /** Null for a bit that only informs and has no name. */
  readonly flag: string | null;
  readonly isAlarm: boolean;
}

const found = (effect: Effect, flag: string | null): Finding => ({
  quality: effect === 'alarm' || effect === 'info' ? 'ok' : effect,
  flag: flag,
  isAlarm: effect === 'alarm',
});

function findings(rule: StatusRule, registers: Registers): readonly Finding[] {
  const word = wordAt(registers, rule);
  if (rule.kind === 'enum') {
    const code = String((word & rule.mask) >> rule.shift);
    return [{ quality: rule.map[code] ?? rule.default, flag: null, isAlarm: false }];
  }
  const named = rule.bits
    .filter(({ bit, activeWhen }) => ((word >> bit) & 1) === activeWhen)
    .map(({ effect, name }) => found(effect, name));
  const known = new Set(rule.bits.map(({ bit }) => bit));
  const others = Array.from({ length: 16 }, (_, bit) => bit)
    .filter((bit) => !known.has(bit) && (word >> bit) & 1)
    .map((bit) => found(rule.otherBits, rule.otherBits === 'info' ? null : `bit${bit}`));
  return [...named, ...others];
}

/** Worst quality, flags and alarms of all status rules and of the age. */
export function judgeStatus({ status, maxAgeSeconds }: Profile, registers: Registers) {
  const all = status.flatMap((rule) => findings(rule, registers));
  const isOld = maxAgeSeconds !== undefined && wordAt(registers, maxAgeSeconds) > maxAgeSeconds.limit;
  return {
    quality: worstOf([...all.map((each) => each.quality), ...(isOld ? (['stale'] as const) : [])]),
    flags: all.flatMap(({ flag }) => (flag === null ? [] : [flag])),
    alarms: all.flatMap(({ flag, isAlarm }) => (isAlarm && flag !== null ? [flag] : [])),
  };
}
