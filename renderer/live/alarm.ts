import type { Alarm, AlarmLevel, Alarms, Judged, Moment, Seen } from './alarm-model.ts';

/** Product defaults (默认), not law: how long it must be calm, when it sounds again, what counts as one alarm. */
export const CALM_MS = 10_000;
export const REPEAT_MS = 120_000;
export const MERGE_MS = 60_000;

const worse = (a: AlarmLevel, b: AlarmLevel): AlarmLevel => (a < b ? a : b);
const dangerOf = (sight: Seen): number => (sight.kind === 'overRange' ? Number.POSITIVE_INFINITY : sight.danger);
const textOf = (sight: Seen): string | null => (sight.kind === 'overRange' ? null : sight.text);
const unitOf = (sight: Seen): string | null => (sight.kind === 'overRange' ? null : sight.unit);
const levelOf = (sight: Seen): AlarmLevel | null => (sight.kind === 'overRange' ? 1 : sight.level);
const calmLevelOf = (sight: Seen): AlarmLevel | null => (sight.kind === 'overRange' ? 1 : sight.levelWithMargin);

function raise(judged: Judged, sight: Seen, level: AlarmLevel, now: Moment): Alarm {
  return {
    key: judged.key,
    gas: judged.gas,
    place: judged.place,
    level,
    cause: sight.cause,
    since: now,
    last: { text: textOf(sight), unit: unitOf(sight), danger: dangerOf(sight), at: now },
    peak: { danger: dangerOf(sight), text: textOf(sight), unit: unitOf(sight) },
    dataLost: false,
    acknowledged: null,
    calmSince: null,
    cleared: null,
    asksPlace: null,
    times: 1,
  };
}

/** Whether an acknowledged alarm has to be heard again: graver level, over range, or worse by a step. */
function isWorse(alarm: Alarm, sight: Seen, level: AlarmLevel): boolean {
  if (!alarm.acknowledged) return false;
  if (level < alarm.level) return true;
  if (sight.kind === 'overRange') return alarm.acknowledged.danger < Number.POSITIVE_INFINITY;
  return sight.danger - alarm.acknowledged.danger >= sight.step - 1e-9;
}

/** An alarm raised before a place was known takes the first one that is chosen. */
const settled = (alarm: Alarm, judged: Judged, sight: Seen): Alarm =>
  alarm.place === null && judged.place !== null ? { ...alarm, place: judged.place, cause: sight.cause } : alarm;

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

/** What stays an alarm sees the new value; it lowers or ends only after it was calm long enough at its own place. */
function follow(before: Alarm, judged: Judged, sight: Seen, now: Moment): Alarm {
  const alarm = settled(before, judged, sight);
  const elsewhere = judged.place !== alarm.place;
  const calmLevel = calmLevelOf(sight);
  const level = worse(alarm.level, levelOf(sight) ?? alarm.level);
  const calm = calmOf(alarm, !elsewhere && (calmLevel === null || calmLevel > level), now);
  const danger = dangerOf(sight);
  const lowered = calm.rested && calmLevel !== null;
  const graver = level < alarm.level || (danger > alarm.peak.danger && levelOf(sight) === level);
  return {
    ...alarm,
    level: lowered ? calmLevel : level,
    since: level < alarm.level ? now : alarm.since,
    cause: graver || lowered ? sight.cause : alarm.cause,
    last: { text: textOf(sight), unit: unitOf(sight), danger, at: now },
    peak: danger > alarm.peak.danger ? { danger, text: textOf(sight), unit: unitOf(sight) } : alarm.peak,
    dataLost: false,
    acknowledged: isWorse(alarm, sight, level) ? null : alarm.acknowledged,
    calmSince: calm.since,
    cleared: calm.rested && !lowered ? now : null,
    asksPlace: elsewhere ? { place: judged.place } : null,
  };
}

function again(alarm: Alarm, judged: Judged, sight: Seen, now: Moment): Alarm {
  const level = levelOf(sight);
  if (level === null) return alarm;
  const fresh = raise(judged, sight, level, now);
  const merged = alarm.cleared !== null && now.mono - alarm.cleared.mono <= MERGE_MS;
  return merged ? { ...fresh, since: alarm.since, times: alarm.times + 1 } : fresh;
}

/** One channel's newest sight put into the alarms. What is not known changes no level and ends nothing. */
export function hearSight(alarms: Alarms, judged: Judged, now: Moment): Alarms {
  const { sight } = judged;
  const before = alarms.find((alarm) => alarm.key === judged.key);
  if (sight.kind === 'unknown') {
    if (!before || before.cleared || before.dataLost) return alarms;
    return replace(alarms, { ...before, dataLost: true, calmSince: null });
  }
  if (!before) {
    const level = levelOf(sight);
    return level === null ? alarms : [...alarms, raise(judged, sight, level, now)];
  }
  return replace(alarms, before.cleared ? again(before, judged, sight, now) : follow(before, judged, sight, now));
}

const replace = (alarms: Alarms, next: Alarm): Alarms => alarms.map((alarm) => (alarm.key === next.key ? next : alarm));

/** Time passing: what was acknowledged and is still in alarm is heard again. */
export function passTime(alarms: Alarms, now: Moment): Alarms {
  const due = (alarm: Alarm) =>
    alarm.acknowledged !== null && alarm.cleared === null && now.mono - alarm.acknowledged.at.mono >= REPEAT_MS;
  return alarms.some(due) ? alarms.map((alarm) => (due(alarm) ? { ...alarm, acknowledged: null } : alarm)) : alarms;
}

/** 知悉并消音: who and when. Stops blinking and sound; leaves level, band and value. Puts away what is already over. */
export function acknowledge(alarms: Alarms, by: string, now: Moment): Alarms {
  return alarms
    .filter((alarm) => alarm.cleared === null)
    .map((alarm) =>
      alarm.acknowledged ? alarm : { ...alarm, acknowledged: { at: now, by, danger: alarm.last.danger } },
    );
}

/** The person says that the first place was left: from now on the new place's limit counts. */
export function leavePlace(alarms: Alarms, key: string): Alarms {
  return alarms.map((alarm) =>
    alarm.key === key && alarm.asksPlace
      ? { ...alarm, place: alarm.asksPlace.place, asksPlace: null, calmSince: null }
      : alarm,
  );
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

export const endLost = (alarms: Alarms, key: string): Alarms =>
  alarms.filter((alarm) => alarm.key !== key || !canEnd(alarm));
