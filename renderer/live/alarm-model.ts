import type {
  Acknowledgement,
  AlarmFacts,
  AlarmLevel,
  AlarmPlace,
  AlarmWhy,
  Shelving,
} from '../../vocabulary/alarm.ts';
import type { Gas } from '../../vocabulary/gas.ts';
import type { EntityId, InspectionId, InstrumentId } from '../../vocabulary/ids.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { ActionCode, Citation } from '../../vocabulary/verdict.ts';

/** Wall clock for people, monotonic clock for everything that waits: a clock set back must not hold or end an alarm. */
export interface Moment {
  readonly wall: number;
  readonly mono: number;
}

/** The wall clock of a moment as it stands in the record. */
export const wallOf = ({ wall }: Pick<Moment, 'wall'>): EpochMs => epochMs.parse(Math.round(wall));

/** Why it alarms, as the rules gave it. */
export interface Cause {
  readonly why: AlarmWhy;
  readonly limit: string | null;
  readonly limitUnit: '%VOL' | 'ppm' | null;
  /** The comparator that makes the value reach it. */
  readonly comparator: '<' | '<=' | '>=' | '>' | null;
  readonly reached: boolean;
  readonly actions: readonly ActionCode[];
  readonly citations: readonly Citation[];
  /** The unit is not settled and the strictest reading was taken. */
  readonly strictest: boolean;
}

/** What one channel shows at one moment. `danger` rises with the danger, whichever way the value goes. */
export type Seen =
  | {
      readonly kind: 'measured';
      readonly value: ReadingValue;
      readonly danger: number;
      readonly text: string;
      readonly unit: string | null;
      readonly level: AlarmLevel | null;
      /** The level if the value were worse by the hysteresis: an alarm ends only when this one is gone. */
      readonly levelWithMargin: AlarmLevel | null;
      /** How much worse it must get to sound again after it was acknowledged. */
      readonly step: number;
      readonly cause: Cause;
    }
  | { readonly kind: 'overRange'; readonly value: ReadingValue; readonly cause: Cause };
export type Sight = Seen | { readonly kind: 'unknown' };

/** Which channel of which instrument, and under which inspection its alarms stand in the record. */
export interface AlarmSource {
  readonly instrument: InstrumentId;
  readonly channel: string;
  readonly inspectionId: InspectionId | null;
}

export interface Judged {
  readonly key: string;
  readonly gas: Gas;
  /** Names the place, to tell one from another; `where` is the same place in full. */
  readonly place: string | null;
  readonly where: AlarmPlace | null;
  readonly source: AlarmSource;
  readonly sight: Sight;
  /** Nothing has said yet that the instrument on the line is the registered one. */
  readonly isDoubted: boolean;
}

/** A value as it was seen; a null text is over range. */
export interface Shown {
  readonly text: string | null;
  readonly unit: string | null;
  readonly danger: number;
  readonly value: ReadingValue;
  readonly at: Moment;
}

export interface Alarm {
  readonly id: EntityId;
  readonly key: string;
  readonly gas: Gas;
  readonly source: AlarmSource;
  readonly place: string | null;
  readonly where: AlarmPlace | null;
  readonly level: AlarmLevel;
  readonly cause: Cause;
  readonly since: Moment;
  /** The gravest it was, and why. */
  readonly gravest: AlarmLevel;
  readonly worst: Cause;
  readonly raised: Shown;
  readonly last: Shown;
  readonly peak: Shown;
  readonly step: number;
  readonly dataLost: boolean;
  /** Who silenced it; null while it sounds, also when it sounds again. */
  readonly acknowledged: { readonly at: Moment; readonly by: string; readonly danger: number } | null;
  /** Since when it sounds, or last began to. */
  readonly soundsSince: Moment;
  /** Everybody who ever silenced it, put it aside, or said that its place was left. */
  readonly acks: readonly Acknowledgement[];
  readonly shelvings: readonly Shelving[];
  readonly moved: AlarmFacts['moved'];
  /** Put aside until then; level 3 only. */
  readonly shelvedUntil: number | null;
  readonly calmSince: Moment | null;
  readonly cleared: Moment | null;
  /** A person found out what is there after the data were lost. */
  readonly closed: { readonly at: Moment; readonly by: string } | null;
  /** The place chosen meanwhile, when it is another one: the alarm stays and asks. */
  readonly asksPlace: { readonly place: string | null; readonly where: AlarmPlace | null } | null;
  readonly times: number;
}

/** In the order they were raised. */
export type Alarms = readonly Alarm[];
