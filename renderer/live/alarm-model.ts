import type { Gas } from '../../vocabulary/gas.ts';
import type { ActionCode, Citation } from '../../vocabulary/verdict.ts';

/** 1: withdraw or over range · 2: any other limit reached · 3: look soon. */
export type AlarmLevel = 1 | 2 | 3;

/** Wall clock for people, monotonic clock for everything that waits: a clock set back must not hold or end an alarm. */
export interface Moment {
  readonly wall: number;
  readonly mono: number;
}

/** Why it alarms, as the rules gave it. */
export interface Cause {
  readonly limit: string | null;
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
  | { readonly kind: 'overRange'; readonly cause: Cause };
export type Sight = Seen | { readonly kind: 'unknown' };

export interface Judged {
  readonly key: string;
  readonly gas: Gas;
  readonly place: string | null;
  readonly sight: Sight;
}

export interface Alarm {
  readonly key: string;
  readonly gas: Gas;
  readonly place: string | null;
  readonly level: AlarmLevel;
  readonly cause: Cause;
  readonly since: Moment;
  /** The last value that was seen; a null text is over range. */
  readonly last: {
    readonly text: string | null;
    readonly unit: string | null;
    readonly danger: number;
    readonly at: Moment;
  };
  readonly peak: { readonly danger: number; readonly text: string | null; readonly unit: string | null };
  readonly dataLost: boolean;
  readonly acknowledged: { readonly at: Moment; readonly by: string; readonly danger: number } | null;
  readonly calmSince: Moment | null;
  readonly cleared: Moment | null;
  /** The place chosen meanwhile, when it is another one: the alarm stays and asks. */
  readonly asksPlace: { readonly place: string | null } | null;
  readonly times: number;
}

/** In the order they were raised. */
export type Alarms = readonly Alarm[];
