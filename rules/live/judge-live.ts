import type { Gas } from '../../vocabulary/gas.ts';
import { ruleId } from '../../vocabulary/ids.ts';
import type { PlaceCode } from '../../vocabulary/place.ts';
import type { DecimalString, GasUnit } from '../../vocabulary/quantity.ts';
import type { Reading, ReadingValue } from '../../vocabulary/reading.ts';
import { orThrow } from '../../vocabulary/result.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { type JudgedAt, judge } from '../judge.ts';
import { packInForce } from '../packs/law.ts';
import type { Pack } from '../packs/pack.ts';
import { unknownVerdict } from '../rule.ts';
import { type AlarmLevel, alarmLevel, type Watch } from './alarm-level.ts';
import { convert } from './convert.ts';
import { type LimitTick, limitsAt } from './limits-at.ts';
import { type Margin, marginTo } from './margin.ts';
import { type LiveRule, liveRule } from './place-rules.ts';

/** What a tile needs to say of one reading. */
export interface LiveJudgement {
  /** null where the place has no limit for this gas. */
  readonly verdict: Verdict | null;
  /** Set while the verdict is unknown for want of a fact: the alarm then follows this strictest reading, and says so. */
  readonly strictest: Verdict | null;
  readonly ticks: readonly LimitTick[] | null;
  readonly margin: Margin | null;
  readonly alarm: AlarmLevel | null;
}

export type LiveWatch = Partial<Pick<Watch, 'minutesToLimit' | 'certificateEnding'>>;

/**
 * The strictest verdict on one reading at one place, by the edition of `date`. A plain %LEL reading is `unknown`
 * (`lel-basis`) and alarms by the strictest basis; an accumulation without its volume alarms as if it were large.
 * `packs`: other than those in use, as with the figures of a mine.
 */
export function judgeLive(
  place: PlaceCode,
  reading: Pick<Reading, 'gas' | 'value'>,
  date: IsoDate,
  watch: LiveWatch = {},
  packs?: readonly Pack[],
): LiveJudgement {
  const { gas, value } = reading;
  const rule = liveRule(place, gas);
  const ticks = limitsAt(place, gas, date, packs);
  const read = rule === null ? null : judgeValue(rule, gas, value, { date, packs });
  const verdict = ticks === null ? null : (read?.verdict ?? null);
  const strictest = ticks === null ? null : (read?.strictest ?? null);
  const margin = ticks === null || read?.amount == null ? null : marginTo(ticks, read.amount);
  const alarm = alarmLevel(strictest ?? verdict, {
    beyondRange: value.quality === 'over_range' || (value.quality === 'under_range' && verdict?.status === 'fail'),
    marginShare: margin?.share ?? null,
    minutesToLimit: watch.minutesToLimit ?? null,
    certificateEnding: watch.certificateEnding ?? false,
  });
  return { verdict, strictest, ticks, margin, alarm };
}

/** Whose limits an unnamed gas is held against. Oxygen is not among them: a number of it breaks that of methane anyway. */
const likelyGases: readonly Gas[] = ['CH4', 'CO2', 'H2', 'CO', 'H2S', 'NO2', 'SO2', 'NH3'];

/**
 * A bare number of which gas or unit is not confirmed, at its strictest: an unknown unit is that of the limit, an unknown
 * gas the one whose limit is broken worst. `gas`: the one it was taken for.
 */
export function judgeUnconfirmed(
  place: PlaceCode,
  gas: Gas,
  amount: DecimalString,
  date: IsoDate,
  unit: GasUnit | null = null,
  packs?: readonly Pack[],
): LiveJudgement & { readonly gas: Gas } {
  const gases = gas === 'unknown' ? likelyGases : [gas];
  const taken = gases.map((each) => {
    const inUnit = unit === null || UNREADABLE.has(unit) ? (liveRule(place, each)?.unit ?? '%VOL') : unit;
    const reading = { gas: each, value: { quality: 'ok' as const, amount, unit: inUnit } };
    return { ...judgeLive(place, reading, date, {}, packs), gas: each };
  });
  return taken.reduce((worst, each) => ((each.alarm ?? NO_ALARM) < (worst.alarm ?? NO_ALARM) ? each : worst));
}

/** More than any alarm level, of which 1 is the gravest. */
const NO_ALARM = 4;
/** Units that no limit can be compared with. */
const UNREADABLE: ReadonlySet<GasUnit> = new Set<GasUnit>(['%FS', 'ppm*m']);

interface ReadVerdict {
  readonly verdict: Verdict;
  readonly strictest: Verdict | null;
  /** The number in the unit of the limit, also where it is only the strictest guess. */
  readonly amount: DecimalString | null;
}

function judgeValue(rule: LiveRule, gas: Gas, value: ReadingValue, at: JudgedAt): ReadVerdict {
  const by = (measured: DecimalString | { quality: string }, more: Readonly<Record<string, string>> = {}) =>
    orThrow(judge(rule.rule, { ...rule.fixed, [rule.measuredKey]: measured, ...more }, at));
  if (value.quality !== 'ok') return { verdict: by({ quality: value.quality }), strictest: null, amount: null };
  const seen = convert(gas, value.amount, value.unit, rule.unit);
  if (seen.is === 'undecided') {
    const strictest = seen.strictest === null ? null : by(seen.strictest, largeAccumulation);
    return { verdict: undecided(rule, at.date, seen.reason), strictest, amount: seen.strictest };
  }
  const verdict = by(seen.amount);
  const strictest = verdict.reason === 'missing:accumulationVolume_m3' ? by(seen.amount, largeAccumulation) : null;
  return { verdict: { ...verdict, workings: [...seen.workings, ...verdict.workings] }, strictest, amount: seen.amount };
}

/** Any volume over the figure of art. 173: used only for the alarm while the volume is not known. */
const largeAccumulation = { accumulationVolume_m3: '1' };

function undecided(rule: LiveRule, date: IsoDate, reason: string): Verdict {
  const pack = packInForce('safety', date);
  const blank = {
    rule: ruleId.parse(rule.rule),
    pack: pack && { id: pack.id, version: pack.version },
    source: 'law' as const,
    facts: { ...rule.fixed, [rule.measuredKey]: null },
  };
  return unknownVerdict(blank, reason);
}
