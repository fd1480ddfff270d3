import type { Fault } from '../../vocabulary/fault.ts';
import type { Result } from '../../vocabulary/result.ts';

/** react-query speaks of errors as thrown things; this one carries the fault with its sentence. */
class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.name = 'FaultError';
    this.fault = fault;
  }
}

export function valueOrThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FaultError(result.fault);
}

export const faultOf = (error: unknown): Fault =>
  error instanceof FaultError
    ? error.fault
    : { code: 'bug', detail: error instanceof Error ? error.message : String(error) };
