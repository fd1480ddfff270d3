import type { Fault } from './fault.ts';

/** What a function that can fail for reasons outside our code gives back. Throwing is for our own bugs only. */
export type Result<T, F = Fault> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <F = Fault>(fault: F): { readonly ok: false; readonly fault: F } => ({ ok: false, fault });

/** The value, or a thrown error: for start-up, tests and states that our own code has ruled out. */
export function orThrow<T>(result: Result<T, Fault>): T {
  if (result.ok) return result.value;
  throw new Error(`unexpected fault: ${JSON.stringify(result.fault)}`);
}
