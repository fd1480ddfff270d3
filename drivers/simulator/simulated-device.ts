/** What the device really measured and sent: the truth a listener is compared with. */
export interface TruthEntry {
  /** Time of sending, on the clock the device was run with. */
  readonly at: number;
  readonly hex: string;
  /** The exact decimal the frame carries as a measurement; null where it carries none. */
  readonly amount: string | null;
  readonly condition: Condition['kind'];
  /** False for a frame that no listener may use: broken, late, of another slave. */
  readonly isGood: boolean;
}

/** The state of the sensor behind the wire. */
export type Condition =
  | { readonly kind: 'measuring'; readonly amount: string }
  | { readonly kind: 'warmup' }
  | { readonly kind: 'calibrating' }
  | { readonly kind: 'over_range' }
  | { readonly kind: 'fault' };

/** How the device treats the line during a step of its script. */
export type Behaviour =
  | { readonly kind: 'normal' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'bad_check' }
  | { readonly kind: 'half' }
  | { readonly kind: 'doubled' }
  | { readonly kind: 'noise_before'; readonly hex: string };

export interface ScriptStep {
  /** The last step lasts for ever. */
  readonly forMs: number;
  readonly condition: Condition;
  readonly behaviour?: Behaviour;
}

/** The device side of a protocol: pure, told the time, told what arrives, asked what leaves. */
export interface SimulatedDevice {
  hear(bytes: Uint8Array, now: number): void;
  /** Everything that leaves by now, in order. */
  speak(now: number): readonly Uint8Array[];
  /** When `speak` has something next; null: only after hearing something. */
  readonly due: number | null;
  readonly truth: readonly TruthEntry[];
  /** Every byte run from the host that is not an allowed request, in hex: must stay empty. */
  readonly trap: readonly string[];
}

/** The step a script is in, so many ms after its start. */
export function stepAt(script: readonly [ScriptStep, ...ScriptStep[]], elapsedMs: number): ScriptStep {
  let end = 0;
  for (const step of script) {
    end += step.forMs;
    if (elapsedMs < end) return step;
  }
  return script[script.length - 1] ?? script[0];
}

/** A script of one step that lasts for ever. */
export const always = (condition: Condition, behaviour: Behaviour = { kind: 'normal' }): [ScriptStep] => [
  { forMs: Number.POSITIVE_INFINITY, condition, behaviour },
];

export const measuring = (amount: string): Condition => ({ kind: 'measuring', amount });
