import type { AlarmLevel } from '../../vocabulary/alarm.ts';
import type { EntityId } from '../../vocabulary/ids.ts';
import {
  type Alarm,
  type Alarms,
  type Judged,
  type Moment,
  type Seen,
  type Shown,
  type Sight,
  wallOf,
} from './alarm-model.ts';

/** Product defaults (默认), not law: how long it must be calm, when it sounds again, what counts as one alarm. */
export const CALM_MS = 10_000;
export const REPEAT_MS = 120_000;
export const MERGE_MS = 60_000;
const LEAST_STEP = 0.1;

const worse = (a: AlarmLevel, b: AlarmLevel): AlarmLevel => (a < b ? a : b);
const levelOf = (sight: Seen): AlarmLevel | null => (sight.kind === 'overRange' ? 1 : sight.level);
const calmLevelOf = (sight: Seen): AlarmLevel | null => (sight.kind === 'overRange' ? 1 : sight.levelWithMargin);
const stepOf = (sight: Seen, before: number): number => (sight.kind === 'overRange' ? before : sight.step);

const shownOf = (sight: Seen, at: Moment): Shown =>
  sight.kind === 'overRange'
    ? { text: null, unit: null, danger: Number.POSITIVE_INFINITY, value: sight.value, at }
    : { text: sight.text, unit: sight.unit, danger: sight.danger, value: sight.value, at };

function raise(judged: Judged, sight: Seen, level: AlarmLevel, now: Moment, newId: () => EntityId): Alarm {
  const shown = shownOf(sight, now);
  const { key, gas, source, place, where } = judged;
  return {
    id: newId(),
    key,
    gas,
    source,
    place,
    where,
    level,
    cause: sight.cause,
    since: now,
    gravest: level,
    worst: sight.cause,
    raised: shown,
    last: shown,
    peak: shown,
    step: stepOf(sight, LEAST_STEP),
    dataLost: false,
    acknowledged: null,
    soundsSince: now,
    acks: [],
    shelvings: [],
    moved: [],
    shelvedUntil: null,
    calmSince: null,
    cleared: null,
    closed: null,
    asksPlace: null,
    times: 1,
  };
}

/** Whether a value is so much worse than the acknowledged one that it has to be heard. */
export const isWorseBy = (danger: number, acknowledged: number, step: number): boolean =>
  danger === Number.POSITIVE_INFINITY ? acknowledged < Number.POSITIVE_INFINITY : danger - acknowledged >= step - 1e-9;

/** Whether an acknowledged alarm has to be heard again: graver level, over range, or worse by a step. */
const isWorse = (alarm: Alarm, shown: Shown, step: number, level: AlarmLevel): boolean =>
  alarm.acknowledged !== null && (level < alarm.level || isWorseBy(shown.danger, alarm.acknowledged.danger, step));

/** An alarm raised before a place was known takes the first one that is chosen. */
const settled = (alarm: Alarm, judged: Judged, sight: Seen): Alarm =>
  alarm.place === null && judged.place !== null
    ? { ...alarm, place: judged.place, where: judged.where, cause: sight.cause }
    : alarm;

/** Whether it has been calm long enough at its own place for a lesser level or the end, and since when it is calm. */
function calmOf(
  alarm: Alarm,
  isCalm: boolean,
  now: Moment,
): { readonly since: Moment | null; readonly rested: boolean } {
  const since = isCalm ? (alarm.calmSince ?? now) : null;
  const rested = since !== null && now.mono - since.mono >= CALM_MS;
  return { since: rested ? null : since, rested };
}

/** The worst it ever was; the cause of what stands now is `cause`. */
function worstOf(
  alarm: Alarm,
  sight: Seen,
  shown: Shown,
  level: AlarmLevel,
): Pick<Alarm, 'gravest' | 'worst' | 'peak'> {
  const isPeak = shown.danger > alarm.peak.danger;
  const isGraver = level < alarm.gravest || (isPeak && levelOf(sight) === level && level === alarm.gravest);
  return {
    gravest: worse(alarm.gravest, level),
    worst: isGraver ? sight.cause : alarm.worst,
    peak: isPeak ? shown : alarm.peak,
  };
}

/** What stays an alarm sees the new value; it lowers or ends only after it was calm long enough at its own place. */
function follow(before: Alarm, judged: Judged, sight: Seen, now: Moment): Alarm {
  const alarm = settled(before, judged, sight);
  const elsewhere = judged.place !== alarm.place;
  const calmLevel = calmLevelOf(sight);
  const level = worse(alarm.level, levelOf(sight) ?? alarm.level);
  const calm = calmOf(alarm, !elsewhere && (calmLevel === null || calmLevel > level), now);
  const shown = shownOf(sight, now);
  const step = stepOf(sight, alarm.step);
  const lowered = calm.rested && calmLevel !== null;
  const isGraver = level < alarm.level;
  const isWorst = shown.danger > alarm.peak.danger && levelOf(sight) === level;
  const sounds = isWorse(alarm, shown, step, level);
  return {
    ...alarm,
    ...worstOf(alarm, sight, shown, level),
    step,
    last: shown,
    dataLost: false,
    calmSince: calm.since,
    level: lowered ? calmLevel : level,
    since: isGraver ? now : alarm.since,
    cause: isGraver || isWorst || lowered ? sight.cause : alarm.cause,
    ...(sounds ? { acknowledged: null, soundsSince: now } : {}),
    shelvedUntil: level < 3 ? null : alarm.shelvedUntil,
    cleared: calm.rested && !lowered ? now : null,
    // a place that is not known is no other place: nothing to ask, but nothing ends by it either
    asksPlace: elsewhere && judged.place !== null ? { place: judged.place, where: judged.where } : null,
  };
}

/** Raised again within a minute of its end it is the same alarm, which has come once more. */
function again(alarm: Alarm, judged: Judged, sight: Seen, now: Moment, newId: () => EntityId): Alarm {
  const level = levelOf(sight);
  if (level === null) return alarm;
  const fresh = raise(judged, sight, level, now, newId);
  if (alarm.cleared === null || now.mono - alarm.cleared.mono > MERGE_MS) return fresh;
  const { id, source, since, raised, acks, shelvings, moved } = alarm;
  const graver = fresh.level <= alarm.gravest;
  return {
    ...fresh,
    id,
    source,
    since,
    raised,
    acks,
    shelvings,
    moved,
    times: alarm.times + 1,
    gravest: worse(alarm.gravest, fresh.level),
    worst: graver ? fresh.worst : alarm.worst,
    peak: fresh.peak.danger > alarm.peak.danger ? fresh.peak : alarm.peak,
  };
}

/** An instrument that may be another one can make an alarm graver; it never ends or softens it. */
const wouldSoften = (before: Alarm, { isDoubted, sight }: Judged): boolean =>
  isDoubted && before.cleared === null && sight.kind === 'measured' && sight.danger <= before.last.danger;

/** One channel's newest sight put into the alarms. What is not known changes no level and ends nothing. */
export function hearSight(alarms: Alarms, judged: Judged, now: Moment, newId: () => EntityId): Alarms {
  const before = alarms.find((alarm) => alarm.key === judged.key);
  const sight: Sight = before && wouldSoften(before, judged) ? { kind: 'unknown' } : judged.sight;
  if (sight.kind === 'unknown') {
    if (!before || before.cleared || before.dataLost) return alarms;
    return replace(alarms, { ...before, dataLost: true, calmSince: null });
  }
  if (!before) {
    const level = levelOf(sight);
    return level === null ? alarms : [...alarms, raise(judged, sight, level, now, newId)];
  }
  const after = before.cleared ? again(before, judged, sight, now, newId) : follow(before, judged, sight, now);
  return replace(alarms, after);
}

const replace = (alarms: Alarms, next: Alarm): Alarms => alarms.map((alarm) => (alarm.key === next.key ? next : alarm));

/** Time passing: what was acknowledged and is still in alarm is heard again, and so is what was put aside until now. */
export function passTime(alarms: Alarms, now: Moment): Alarms {
  const isBack = (alarm: Alarm) => alarm.shelvedUntil !== null && now.wall >= alarm.shelvedUntil;
  const isDue = (alarm: Alarm) =>
    alarm.acknowledged !== null &&
    alarm.cleared === null &&
    alarm.shelvedUntil === null &&
    now.mono - alarm.acknowledged.at.mono >= REPEAT_MS;
  if (!alarms.some((alarm) => isBack(alarm) || isDue(alarm))) return alarms;
  return alarms.map((alarm) =>
    isBack(alarm) || isDue(alarm) ? { ...alarm, acknowledged: null, shelvedUntil: null, soundsSince: now } : alarm,
  );
}

/**
 * 知悉并消音: who and when. Stops blinking and sound; leaves level, band and value. Puts away what is already over.
 * Only what `seen` showed is acknowledged, at the value it showed: what came or got graver meanwhile is still to be heard.
 */
export function acknowledge(alarms: Alarms, by: string, now: Moment, seen: Alarms = alarms): Alarms {
  return alarms
    .filter((alarm) => alarm.cleared === null)
    .map((alarm) => {
      const shown = seen.find((one) => one.key === alarm.key);
      if (alarm.acknowledged || !shown || alarm.level < shown.level) return alarm;
      const { danger, value } = shown.last;
      return {
        ...alarm,
        acknowledged: { at: now, by, danger },
        acks: [...alarm.acks, { at: wallOf(now), by, value }],
      };
    });
}

/** Puts an advisory aside for a while, with name and reason; whatever is graver cannot be. */
export function shelve(
  alarms: Alarms,
  key: string,
  { by, reason, until }: { readonly by: string; readonly reason: string; readonly until: number },
  now: Moment,
): Alarms {
  return alarms.map((alarm) => {
    if (alarm.key !== key || alarm.level !== 3 || alarm.cleared) return alarm;
    const entry = { at: wallOf(now), by, reason, until: wallOf({ wall: until }) };
    return { ...alarm, shelvedUntil: until, shelvings: [...alarm.shelvings, entry] };
  });
}

/** The person says that the first place was left: from now on the new place's limit counts. */
export function leavePlace(alarms: Alarms, key: string, by: string, now: Moment): Alarms {
  return alarms.map((alarm) => {
    if (alarm.key !== key || !alarm.asksPlace) return alarm;
    const { place, where } = alarm.asksPlace;
    const moved = [...alarm.moved, { at: wallOf(now), by, place: where }];
    return { ...alarm, place, where, moved, asksPlace: null, calmSince: null };
  });
}

/** No detector hears this channel any more: what was last seen stays, and says that it is no longer known. */
export const loseUnheard = (alarms: Alarms, heard: ReadonlySet<string>): Alarms =>
  alarms.some((alarm) => isUnheard(alarm, heard))
    ? alarms.map((alarm) => (isUnheard(alarm, heard) ? { ...alarm, dataLost: true, calmSince: null } : alarm))
    : alarms;

const isUnheard = (alarm: Alarm, heard: ReadonlySet<string>): boolean =>
  !heard.has(alarm.key) && !alarm.cleared && !alarm.dataLost;

/** Lost data ends no alarm by itself. A person may, who has acknowledged it and found out what is there now. */
export const canEnd = (alarm: Alarm): boolean =>
  alarm.dataLost && alarm.acknowledged !== null && alarm.cleared === null;

/** Marks it as closed by a person; `withoutClosed` then puts it away. */
export const endLost = (alarms: Alarms, key: string, by: string, now: Moment): Alarms =>
  alarms.map((alarm) => (alarm.key === key && canEnd(alarm) ? { ...alarm, closed: { at: now, by } } : alarm));

export const withoutClosed = (alarms: Alarms): Alarms => alarms.filter((alarm) => alarm.closed === null);
