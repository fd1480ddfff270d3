import type { AlarmLevel } from '../../vocabulary/alarm.ts';
import { type EntityId, entityId, instrumentId } from '../../vocabulary/ids.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { hearSight } from './alarm.ts';
import type { Alarm, AlarmSource, Alarms, Cause, Moment, Shown, Sight } from './alarm-model.ts';

/** Methane at a face, for the tests of alarms. */
export const cause: Cause = {
  why: 'reached',
  limit: '1.5',
  limitUnit: '%VOL',
  comparator: '>=',
  reached: true,
  actions: ['withdraw'],
  citations: [],
  strictest: false,
};
const overValue: ReadingValue = { quality: 'over_range', unit: '%VOL', detail: '' };
const amountOf = (danger: number) => decimalString.parse(danger.toFixed(2));
const volumeOf = (danger: number): ReadingValue => ({ quality: 'ok', amount: amountOf(danger), unit: '%VOL' });
const levelAt = (danger: number): AlarmLevel | null => (danger >= 1.5 ? 1 : danger >= 1 ? 2 : danger >= 0.8 ? 3 : null);
export const measured = (danger: number): Sight => ({
  kind: 'measured',
  value: volumeOf(danger),
  danger,
  text: danger.toFixed(2),
  unit: '%VOL',
  level: levelAt(danger),
  levelWithMargin: levelAt(danger + 0.05),
  step: 0.1,
  cause,
});
export const over: Sight = { kind: 'overRange', value: overValue, cause };
export const unknown: Sight = { kind: 'unknown' };

export const at = (mono: number): Moment => ({ wall: 1_000_000 + mono, mono });
const sourceOf = (key: string): AlarmSource => ({
  instrument: instrumentId.parse((key[0] ?? 'a').repeat(32)),
  channel: key.slice(key.indexOf('/') + 1),
  inspectionId: null,
});
/** `a/ch1` of the tests as the record names it. */
export const keyOf = (key: string): string => `${sourceOf(key).instrument}/${sourceOf(key).channel}`;
const where = { placeId: null, code: 'faceAirflow', name: null } as const;

let ids = 0;
const newId = (): EntityId => entityId.parse((++ids).toString(16).padStart(32, '0'));

const judgedAs = (sight: Sight, place: string | null, key: string) => ({
  key: keyOf(key),
  gas: 'CH4' as const,
  place,
  where: place === null ? null : where,
  source: sourceOf(key),
  sight,
  isDoubted: false,
});
export const see = (alarms: Alarms, sight: Sight, mono: number, place: string | null = 'faceAirflow', key = 'a/ch1') =>
  hearSight(alarms, judgedAs(sight, place, key), at(mono), newId);
/** The same from an instrument that nothing has confirmed. */
export const seeDoubted = (alarms: Alarms, sight: Sight, mono: number) =>
  hearSight(alarms, { ...judgedAs(sight, 'faceAirflow', 'a/ch1'), isDoubted: true }, at(mono), newId);
export const one = (alarms: Alarms): Alarm => {
  const [alarm] = alarms;
  if (!alarm) throw new Error('no alarm');
  return alarm;
};
export const raisedAt = (danger: number): Alarms => see([], measured(danger), 0);
export const shown = (danger: number): Shown => ({
  text: danger.toFixed(2),
  unit: '%VOL',
  danger,
  value: volumeOf(danger),
  at: at(0),
});
