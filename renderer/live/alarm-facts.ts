import type { AlarmNote, AlarmRow } from '../../electron/ports/alarm-models.ts';
import type { AlarmFacts, AlarmSight } from '../../vocabulary/alarm.ts';
import { decimalString, type GasUnit } from '../../vocabulary/quantity.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { type Alarm, type Cause, type Moment, type Shown, wallOf } from './alarm-model.ts';
import { settledUnit, strictestAmount, unsettledOf } from './strictest.ts';

const sightOf = ({ value, at }: Shown): AlarmSight => ({ at: wallOf(at), value });

const limitOf = ({ limit, limitUnit, comparator, citations }: Cause): AlarmFacts['limit'] =>
  limit === null || limitUnit === null || comparator === null
    ? null
    : { value: decimalString.parse(limit), unit: limitUnit, comparator, citations: [...citations] };

function endingOf({ cleared, closed }: Alarm): AlarmFacts['ended'] {
  if (closed) return { at: wallOf(closed.at), how: 'closed', by: closed.by };
  return cleared ? { at: wallOf(cleared), how: 'cleared', by: null } : null;
}

/** An alarm as it goes into the record. */
export const noteOf = (alarm: Alarm): AlarmNote => ({
  alarm: alarm.id,
  inspectionId: alarm.source.inspectionId,
  facts: {
    instrument: alarm.source.instrument,
    channel: alarm.source.channel,
    gas: alarm.gas,
    place: alarm.where,
    level: alarm.level,
    gravest: alarm.gravest,
    why: alarm.worst.why,
    limit: limitOf(alarm.worst),
    actions: [...alarm.worst.actions],
    strictest: alarm.worst.strictest,
    raised: sightOf(alarm.raised),
    peak: sightOf(alarm.peak),
    last: sightOf(alarm.last),
    times: alarm.times,
    acknowledged: [...alarm.acks],
    shelved: [...alarm.shelvings],
    moved: [...alarm.moved],
    ended: endingOf(alarm),
  },
});

interface Amount {
  readonly text: string;
  /** Null where no unit is settled: then it is taken in that of the limit, as when it alarmed. */
  readonly unit: GasUnit | null;
}

/** The number a value alarms by: as measured, or the raw one of the wire while gas or unit is not settled. */
function amountOf(value: ReadingValue): Amount | null {
  if (value.quality === 'ok') return { text: value.amount, unit: value.unit };
  const open = unsettledOf(value);
  const text = open && strictestAmount(open);
  return open === null || text === null ? null : { text, unit: settledUnit(open, value.unit) };
}

/** What a value of the record is to an alarm. Where it cannot be compared, whatever comes is worse and sounds again. */
function dangerOf(value: ReadingValue, { limit, limitUnit, comparator }: Cause): number {
  if (value.quality === 'over_range' || value.quality === 'under_range') return Number.POSITIVE_INFINITY;
  const amount = amountOf(value);
  const foreign = limit !== null && amount !== null && amount.unit !== null && amount.unit !== limitUnit;
  if (amount === null || foreign) return Number.NEGATIVE_INFINITY;
  return comparator?.startsWith('<') ? -Number(amount.text) : Number(amount.text);
}

/** The instant on this machine's running clock at which the wall clock showed `wall`. */
const momentAt = (wall: number, now: Moment): Moment => ({ wall, mono: now.mono - (now.wall - wall) });

function shownOf({ at, value }: AlarmSight, cause: Cause, now: Moment): Shown {
  const danger = dangerOf(value, cause);
  const text = danger === Number.POSITIVE_INFINITY ? null : (amountOf(value)?.text ?? '–');
  return { text, unit: value.unit, danger, value, at: momentAt(at, now) };
}

const causeOf = ({ why, limit, actions, strictest }: AlarmFacts): Cause => ({
  why,
  limit: limit?.value ?? null,
  limitUnit: limit?.unit ?? null,
  comparator: limit?.comparator ?? null,
  reached: why === 'reached',
  actions,
  citations: limit?.citations ?? [],
  strictest,
});

const placeKey = ({ place }: AlarmFacts): string | null => place && (place.placeId ?? place.code);

/** The channel of an alarm, whichever line its instrument hangs on. */
export const channelKeyOf = ({ instrument, channel }: Pick<AlarmFacts, 'instrument' | 'channel'>): string =>
  `${instrument}/${channel}`;

/**
 * An alarm of the record on this screen again, before its channel has been heard: it stands, its value is no longer
 * known, and it sounds unless `acknowledged` is said.
 */
export function alarmOf(
  { alarm: id, inspectionId, facts }: Pick<AlarmRow, 'alarm' | 'inspectionId' | 'facts'>,
  now: Moment,
): Alarm {
  const cause = causeOf(facts);
  const shelvedUntil = facts.shelved.at(-1)?.until ?? null;
  return {
    id,
    key: channelKeyOf(facts),
    gas: facts.gas,
    level: facts.level,
    gravest: facts.gravest,
    cause,
    worst: cause,
    source: { instrument: facts.instrument, channel: facts.channel, inspectionId },
    place: placeKey(facts),
    where: facts.place,
    since: momentAt(facts.raised.at, now),
    raised: shownOf(facts.raised, cause, now),
    last: shownOf(facts.last, cause, now),
    peak: shownOf(facts.peak, cause, now),
    step: 0.1,
    dataLost: true,
    acknowledged: null,
    soundsSince: now,
    acks: facts.acknowledged,
    shelvings: facts.shelved,
    moved: facts.moved,
    shelvedUntil: facts.level === 3 && shelvedUntil !== null && shelvedUntil > now.wall ? shelvedUntil : null,
    calmSince: null,
    cleared: null,
    closed: null,
    asksPlace: null,
    times: facts.times,
  };
}

/** The last acknowledging as it silences an alarm. */
export function lastAck(facts: AlarmFacts, now: Moment): Alarm['acknowledged'] {
  const ack = facts.acknowledged.at(-1);
  return ack ? { at: momentAt(ack.at, now), by: ack.by, danger: dangerOf(ack.value, causeOf(facts)) } : null;
}

/** Whether the record has to hear of it: a new state, or a peak that is worse by a step. */
export function isWorthSaying(before: AlarmFacts | null, now: AlarmFacts, step: number): boolean {
  if (!before) return true;
  const shape = (facts: AlarmFacts) => [
    ...[facts.level, facts.gravest, facts.why, facts.times, facts.ended?.at],
    ...[facts.acknowledged.length, facts.shelved.length, facts.moved.length, facts.place?.placeId, facts.place?.code],
  ];
  if (shape(before).join() !== shape(now).join()) return true;
  const [old, peak] = [before.peak.value, now.peak.value];
  if (old.quality !== 'ok' || peak.quality !== 'ok') return old.quality !== peak.quality;
  return Math.abs(Number(peak.amount) - Number(old.amount)) >= step - 1e-9;
}
