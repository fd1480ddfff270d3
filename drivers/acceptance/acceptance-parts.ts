import type { ScriptStep, SimulatedDevice } from '../simulator/simulated-device.ts';

/** What a driver's test gives to be put through the suite. */
export interface AcceptanceParts {
  /** Settings with which a reading becomes a number; a start-up hold is set apart. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** Eight bits of check let one garbled frame in 256 through: noise then comes between frames and not into them. */
  readonly hasWeakCheck?: boolean;
  /** A small reading near zero; below zero unless the protocol counts without a sign. */
  readonly lowest?: string;
  readonly device: (script: readonly [ScriptStep, ...ScriptStep[]], startAt: number) => SimulatedDevice;
  /** Good frames from published or constructed vectors. */
  readonly frames: readonly Uint8Array[];
  /** The request those frames answer, in hex, where it is not the first one asked. */
  readonly request?: string;
  /** What else travels on such a line: refusals, answers of other instruments. */
  readonly others: readonly Uint8Array[];
}
