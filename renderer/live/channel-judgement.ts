import { judgeLive, judgeUnconfirmed, type LiveJudgement, type LiveWatch } from '../../rules/live/judge-live.ts';
import type { Margin } from '../../rules/live/margin.ts';
import { isCompany } from '../../rules/packs/company.ts';
import type { Pack } from '../../rules/packs/pack.ts';
import type { AlarmLevel, AlarmWhy } from '../../vocabulary/alarm.ts';
import type { PlaceCode } from '../../vocabulary/place.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { ChannelLive } from '../ports/live-model.ts';
import type { Cause, Sight } from './alarm-model.ts';
import { settledUnit, strictestAmount, unsettledOf } from './strictest.ts';
import { type Trend, trendOf } from './trend.ts';

/** One channel at the place where one stands: what the rules say, how it goes, and what it is to the alarms. */
export interface ChannelJudgement {
  readonly judged: LiveJudgement;
  readonly trend: Trend;
  readonly sight: Sight;
  /** The raw number taken at its strictest while gas or unit is not settled. */
  readonly strictestOf: string | null;
  /** The same by the mine's own stricter figures, null where it has none here. The alarms follow the graver of both. */
  readonly byCompany: LiveJudgement | null;
}

/** By which editions a channel is judged. */
interface By {
  readonly date: IsoDate;
  readonly packs?: readonly Pack[] | undefined;
}

/** Product defaults (默认): methane sounds again after 0.10 %, anything else after a tenth of its limit. */
const METHANE_STEP = 0.1;
const SHARE_STEP = 0.1;

const isUpper = (margin: Margin): boolean => margin.limit.reachedWhen === '>' || margin.limit.reachedWhen === '>=';

/** The value in the unit of its limit, counted so that more is worse. */
function dangerOf(margin: Margin | null, amount: string): number {
  if (!margin) return Number(amount);
  const away = (margin.over ? 1 : -1) * Number(margin.amount);
  return isUpper(margin) ? Number(margin.limit.value) + away : away - Number(margin.limit.value);
}

function stepOf(reading: Pick<Reading, 'gas'>, margin: Margin | null): number {
  return reading.gas === 'CH4' || !margin ? METHANE_STEP : Math.abs(Number(margin.limit.value)) * SHARE_STEP;
}

/** Minutes until the nearest limit at the present pace; null where it does not go there or the units differ. */
function minutesLeft(trend: Trend, margin: Margin | null, unit: string): number | null {
  if (!margin || margin.over || margin.limit.unit !== unit) return null;
  if (trend.kind !== (isUpper(margin) ? 'up' : 'down')) return null;
  return Number(margin.amount) / (trend.by / trend.minutes);
}

const causeOf = (judged: LiveJudgement, why: AlarmWhy, strictest: boolean): Cause => {
  const verdict = judged.strictest ?? judged.verdict;
  return {
    why,
    limit: judged.margin?.limit.value ?? null,
    limitUnit: judged.margin?.limit.unit ?? null,
    comparator: judged.margin?.limit.reachedWhen ?? null,
    reached: judged.margin?.over ?? false,
    actions: verdict?.actions ?? [],
    citations: judged.margin ? [judged.margin.limit.citation] : (verdict?.citations ?? []),
    strictest: strictest || judged.strictest !== null,
  };
};

const graver = (a: AlarmLevel | null, b: AlarmLevel | null): AlarmLevel | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

/** The level if the value were worse by half a step: an alarm ends only when this one is gone. */
function levelWithMargin(
  place: PlaceCode,
  reading: Pick<Reading, 'gas'>,
  judged: LiveJudgement,
  { date, packs }: By,
): AlarmLevel | null {
  const { margin } = judged;
  if (!margin) return judged.alarm;
  const half = stepOf(reading, margin) / 2;
  const danger = dangerOf(margin, '0') + half;
  const amount = decimalString.parse((isUpper(margin) ? danger : -danger).toFixed(6));
  const shifted = judgeLive(
    place,
    { gas: reading.gas, value: { quality: 'ok', amount, unit: margin.limit.unit } },
    date,
    {},
    packs,
  );
  return shifted.alarm;
}

/** The alarm of a number: what it reaches or is near to, else where it goes, else whose certificate ends. */
function judgeNumber(
  read: (watch: LiveWatch) => LiveJudgement,
  minutesOf: (margin: Margin | null) => number | null,
  certificateEnding: boolean,
): { readonly judged: LiveJudgement; readonly why: AlarmWhy } {
  const plain = read({});
  if (plain.alarm) return { judged: plain, why: plain.alarm < 3 || plain.margin?.over ? 'reached' : 'near' };
  const rising = read({ minutesToLimit: minutesOf(plain.margin) });
  if (rising.alarm) return { judged: rising, why: 'rising' };
  return { judged: read({ certificateEnding }), why: 'certificate' };
}

type OneSided = Omit<ChannelJudgement, 'byCompany'>;

function judgeBy(channel: ChannelLive, place: PlaceCode, by: By, certificateEnding: boolean): OneSided {
  const { date, packs } = by;
  const { reading } = channel.latest;
  const { value } = reading;
  const trend = trendOf(channel.history, reading.gas);
  const open = unsettledOf(value);
  const strictestOf = open && strictestAmount(open);
  const number = value.quality === 'ok' ? value.amount : strictestOf;
  if (number === null) {
    const judged = judgeLive(place, reading, date, {}, packs);
    const beyond = judged.alarm === 1;
    const sight: Sight = beyond
      ? { kind: 'overRange', value, cause: causeOf(judged, 'overRange', false) }
      : { kind: 'unknown' };
    return { judged, trend, sight, strictestOf: null };
  }
  const guess =
    value.quality === 'ok' || open === null
      ? null
      : judgeUnconfirmed(place, reading.gas, decimalString.parse(number), date, settledUnit(open, value.unit), packs);
  const { judged, why } = judgeNumber(
    (watch) => guess ?? judgeLive(place, reading, date, watch, packs),
    (margin) => minutesLeft(trend, margin, value.unit ?? ''),
    certificateEnding,
  );
  const seenAs = { gas: guess?.gas ?? reading.gas };
  const sight: Sight = {
    kind: 'measured',
    value,
    danger: dangerOf(judged.margin, number),
    text: number,
    unit: value.unit,
    level: judged.alarm,
    levelWithMargin: graver(judged.alarm, levelWithMargin(place, seenAs, judged, by)),
    step: stepOf(seenAs, judged.margin),
    cause: causeOf(judged, why, strictestOf !== null),
  };
  return { judged, trend, sight, strictestOf };
}

/**
 * What the alarms are told where a mine has stricter figures of its own: the graver level, the smaller step. Never less, and never
 * later, than by the law alone.
 */
function graverSight(law: Sight, own: Sight): Sight {
  if (law.kind !== 'measured' || own.kind !== 'measured') return law.kind === 'unknown' ? own : law;
  const level = graver(law.level, own.level);
  return {
    ...law,
    level,
    levelWithMargin: graver(law.levelWithMargin, own.levelWithMargin),
    step: Math.min(law.step, own.step),
    cause: level === law.level ? law.cause : own.cause,
  };
}

function judgeChannel(
  channel: ChannelLive,
  place: PlaceCode,
  { date, packs }: By,
  certificateEnding: boolean,
): ChannelJudgement {
  const law = judgeBy(channel, place, { date }, certificateEnding);
  const own = packs ? judgeBy(channel, place, { date, packs }, certificateEnding) : null;
  if (!own?.judged.ticks?.some(({ citation }) => isCompany(citation))) return { ...law, byCompany: null };
  return { ...law, sight: graverSight(law.sight, own.sight), byCompany: own.judged };
}

interface Judged {
  readonly at: string;
  readonly packs: readonly Pack[] | null;
  readonly judgement: ChannelJudgement;
}
const cache = new WeakMap<ChannelLive, Judged>();

/** Judges a channel once per reading and place, however often it is painted. `company`: the packs with the mine's own figures in them. */
export function channelJudgement(
  channel: ChannelLive,
  place: PlaceCode,
  date: IsoDate,
  certificateEnding = false,
  company: readonly Pack[] | null = null,
): ChannelJudgement {
  const at = `${place} ${date} ${certificateEnding}`;
  const known = cache.get(channel);
  if (known?.at === at && known.packs === company) return known.judgement;
  const judgement = judgeChannel(channel, place, { date, packs: company ?? undefined }, certificateEnding);
  cache.set(channel, { at, packs: company, judgement });
  return judgement;
}
