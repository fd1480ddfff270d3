import { type Fault, sayFault } from '../../vocabulary/fault.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { CliIo } from './verb.ts';

/** Done, and the answer is no: the last line says why, and the exit code is 1. */
export function answerNo(io: CliIo, fault: Fault): Result<number> {
  const words = sayFault(fault);
  io.say(words);
  io.out({ ok: false, fault: { ...fault, ...words } });
  return ok(1);
}
