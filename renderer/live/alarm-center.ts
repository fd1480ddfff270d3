import { z } from 'zod';
import { acknowledge, canEnd, endLost, hearSight, leavePlace, loseUnheard, passTime } from './alarm.ts';
import type { Alarm, AlarmLevel, Alarms, Judged, Moment } from './alarm-model.ts';

/** Who silenced or ended what and when. Kept on this machine; the readings themselves are in the record. */
export const alarmNote = z.object({
  key: z.string(),
  gas: z.string(),
  level: z.literal([1, 2, 3]),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  at: z.int(),
  by: z.string(),
  ended: z.literal(true).optional(),
});
export type AlarmNote = z.infer<typeof alarmNote>;

const KEY = 'jingxun.alarm-notes';
const MOST_NOTES = 200;

export function parseNotes(text: string | null): AlarmNote[] {
  try {
    return z.array(alarmNote).safeParse(JSON.parse(text ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

let alarms: Alarms = [];
let notes: AlarmNote[] | null = null;
const ears = new Set<() => void>();

const become = (next: Alarms) => {
  if (next === alarms) return;
  alarms = next;
  for (const ear of [...ears]) ear();
};

const noteOf = ({ key, gas, level, last }: Alarm, by: string, at: number): AlarmNote => ({
  key,
  gas,
  level,
  value: last.text,
  unit: last.unit,
  at,
  by,
});

const keepNotes = (written: readonly AlarmNote[]): void => {
  notes = [...notesNow(), ...written].slice(-MOST_NOTES);
  globalThis.localStorage?.setItem(KEY, JSON.stringify(notes));
};

const notesNow = (): AlarmNote[] => {
  notes ??= parseNotes(globalThis.localStorage?.getItem(KEY) ?? null);
  return notes;
};

/** The alarms of this machine, above every screen. */
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
          (all, one) => hearSight(all, one, now),
          loseUnheard(alarms, new Set(judged.map(({ key }) => key))),
        ),
        now,
      ),
    ),
  acknowledge: (by: string, now: Moment): void => {
    const fresh = alarms.filter((alarm) => !alarm.acknowledged && !alarm.cleared);
    keepNotes(fresh.map((alarm) => noteOf(alarm, by, now.wall)));
    become(acknowledge(alarms, by, now));
  },
  /** Ends an alarm whose detector is gone; who did it is noted. */
  end: (key: string, by: string, now: Moment): void => {
    const ended = alarms.filter((alarm) => alarm.key === key && canEnd(alarm));
    keepNotes(ended.map((alarm) => ({ ...noteOf(alarm, by, now.wall), ended: true })));
    become(endLost(alarms, key));
  },
  leave: (key: string): void => become(leavePlace(alarms, key)),
  notes: (): readonly AlarmNote[] => notesNow(),
};

/** The level that is to be heard now: the gravest that nobody has acknowledged, or null. */
export const soundingLevel = (all: Alarms): AlarmLevel | null =>
  all
    .filter((alarm) => !alarm.acknowledged && !alarm.cleared)
    .reduce<AlarmLevel | null>((worst, { level }) => (worst === null || level < worst ? level : worst), null);

/** The gravest first, of one level in the order they were raised; what is over stands last. */
export const inOrder = (all: Alarms): Alarms =>
  all.toSorted((a, b) => Number(a.cleared !== null) - Number(b.cleared !== null) || a.level - b.level);
