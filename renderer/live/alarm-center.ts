import type { AlarmLevel } from '../../vocabulary/alarm.ts';
import { type EntityId, entityId } from '../../vocabulary/ids.ts';
import { acknowledge, endLost, hearSight, leavePlace, loseUnheard, passTime, shelve, withoutClosed } from './alarm.ts';
import type { Alarm, Alarms, Judged, Moment } from './alarm-model.ts';

const newId = (): EntityId =>
  entityId.parse(
    [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  );

let alarms: Alarms = [];
const ears = new Set<() => void>();

const become = (next: Alarms) => {
  if (next === alarms) return;
  alarms = next;
  for (const ear of [...ears]) ear();
};

/** The alarms of this page, above every screen. */
export const alarmCenter = {
  get: (): Alarms => alarms,
  listen: (ear: () => void): (() => void) => {
    ears.add(ear);
    return () => ears.delete(ear);
  },
  hear: (judged: readonly Judged[], now: Moment): void =>
    become(
      passTime(
        judged.reduce(
          (all, one) => hearSight(all, one, now, newId),
          loseUnheard(alarms, new Set(judged.map(({ key }) => key))),
        ),
        now,
      ),
    ),
  /** Only what `seen` showed, at the value it showed. */
  acknowledge: (by: string, now: Moment, seen: Alarms): void => become(acknowledge(alarms, by, now, seen)),
  /** Ends an alarm whose detector is gone; whoever listens sees it closed before it is put away. */
  end: (key: string, by: string, now: Moment): void => {
    become(endLost(alarms, key, by, now));
    become(withoutClosed(alarms));
  },
  leave: (key: string, by: string, now: Moment): void => become(leavePlace(alarms, key, by, now)),
  shelve: (key: string, how: Parameters<typeof shelve>[2], now: Moment): void => become(shelve(alarms, key, how, now)),
  /** What is known elsewhere of these alarms: of the record, of another window, of this page before it was loaded again. */
  take: (change: (alarms: Alarms) => Alarms): void => become(change(alarms)),
};

const isHeard = (alarm: Alarm): boolean => !alarm.acknowledged && !alarm.cleared && alarm.shelvedUntil === null;

/** The level that is to be heard now: the gravest that nobody has acknowledged, or null. */
export const soundingLevel = (all: Alarms): AlarmLevel | null =>
  all
    .filter(isHeard)
    .reduce<AlarmLevel | null>((worst, { level }) => (worst === null || level < worst ? level : worst), null);

/** Changes whenever another alarm begins to sound, so that what sounds only once is heard for each. */
export const soundingSign = (all: Alarms): string =>
  all
    .filter(isHeard)
    .map(({ id, level, soundsSince }) => `${id} ${level} ${soundsSince.mono}`)
    .join('|');

/** The gravest first, of one level in the order they were raised; what is over stands last, what is put aside not at all. */
export const inOrder = (all: Alarms): Alarms =>
  all
    .filter((alarm) => alarm.shelvedUntil === null)
    .toSorted((a, b) => Number(a.cleared !== null) - Number(b.cleared !== null) || a.level - b.level);
