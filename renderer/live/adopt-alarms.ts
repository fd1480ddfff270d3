import type { AlarmRow } from '../../electron/ports/alarm-models.ts';
import type { Acknowledgement } from '../../vocabulary/alarm.ts';
import { isWorseBy, REPEAT_MS } from './alarm.ts';
import { alarmOf, channelKeyOf, lastAck } from './alarm-facts.ts';
import type { Alarm, Alarms, Moment } from './alarm-model.ts';

export type KnownAlarm = Pick<AlarmRow, 'alarm' | 'inspectionId' | 'facts'>;

const together = <T extends { readonly at: number; readonly by: string }>(a: readonly T[], b: readonly T[]): T[] =>
  [...new Map([...a, ...b].map((one) => [`${one.at} ${one.by}`, one])).values()].sort((x, y) => x.at - y.at);

/** An acknowledging counts for as long as it would have here, if the clock was not set back, and nothing is worse since. */
function stillSilences(ack: NonNullable<Alarm['acknowledged']>, alarm: Alarm, now: Moment): boolean {
  const age = now.mono - ack.at.mono;
  return age >= 0 && age < REPEAT_MS && !isWorseBy(alarm.last.danger, ack.danger, alarm.step);
}

const isNews = (acks: readonly Acknowledgement[], before: Alarm): boolean =>
  acks.length > before.acks.length && (acks.at(-1)?.at ?? 0) >= before.soundsSince.wall;

/** The alarm that stands here, with what the record knows of it beside. */
function joined(here: Alarm, known: KnownAlarm, now: Moment): Alarm {
  const there = alarmOf(known, now);
  const isContinued = here.id !== there.id; // raised anew by a page that came later, it is the one of the record
  const acks = together(here.acks, there.acks);
  const ack = lastAck({ ...known.facts, acknowledged: acks }, now);
  const silenced =
    ack !== null && here.level >= there.level && (isContinued || isNews(acks, here)) && stillSilences(ack, here, now);
  const graver = there.gravest < here.gravest;
  return {
    ...here,
    id: there.id,
    source: there.source,
    raised: isContinued ? there.raised : here.raised,
    since: isContinued && here.level === there.level ? there.since : here.since,
    gravest: graver ? there.gravest : here.gravest,
    worst: graver ? there.worst : here.worst,
    peak: there.peak.danger > here.peak.danger ? there.peak : here.peak,
    acknowledged: here.acknowledged ?? (silenced ? ack : null),
    acks,
    shelvings: together(here.shelvings, there.shelvings),
    shelvedUntil: here.level === 3 ? (here.shelvedUntil ?? there.shelvedUntil) : null,
    times: Math.max(here.times, there.times),
  };
}

function backOf(known: KnownAlarm, now: Moment): Alarm {
  const back = alarmOf(known, now);
  const ack = lastAck(known.facts, now);
  return { ...back, acknowledged: ack && stillSilences(ack, back, now) ? ack : null };
}

/** What the record, or this machine's memory, knows of alarms that have not ended, put into those of this screen. */
export function adoptAlarms(alarms: Alarms, known: readonly KnownAlarm[], now: Moment): Alarms {
  const all = new Map(alarms.map((alarm) => [alarm.key, alarm]));
  for (const one of known) {
    const key = channelKeyOf(one.facts);
    const here = all.get(key);
    if (here?.cleared || here?.closed) continue;
    all.set(key, here ? joined(here, one, now) : backOf(one, now));
  }
  return [...all.values()];
}

/** An alarm without data that another window has ended is over here too. What still alarms stays. */
export const dropEnded = (alarms: Alarms, isRecorded: (id: string) => boolean, open: ReadonlySet<string>): Alarms =>
  alarms.filter((alarm) => !(alarm.dataLost && isRecorded(alarm.id) && !open.has(alarm.id)));
