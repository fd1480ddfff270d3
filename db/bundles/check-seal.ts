import type { Fault } from '../../vocabulary/fault.ts';
import { logIdOf, sealedLine } from '../log/event.ts';
import { logSealBody } from '../log/trust-bodies.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import { verifySshsig } from '../ssh/sshsig.ts';

/** What is wrong with a seal, or null. It signs the event before it, and its key and nonce must give the log's id. */
export function sealFault({ header, body }: IncomingEvent): Fault | null {
  const { log, seq, prev } = header;
  const parsed = logSealBody.safeParse(body);
  if (!parsed.success || seq < 2) return { code: 'seal_invalid', log, seq };
  const verified = verifySshsig(parsed.data.sig, 'jingxun-seal', sealedLine(log, seq - 1, prev));
  if (!verified.ok) return { code: 'seal_invalid', log, seq };
  return logIdOf(verified.value.fingerprint, parsed.data.nonce) === log ? null : { code: 'seal_wrong_key', log, seq };
}
