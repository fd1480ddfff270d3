import { z } from 'zod';
import { eventAddress, revocationStatement } from '../../../db/log/trust-bodies.ts';
import { systemClock } from '../../../drivers/transports/system-clock.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { readArguments } from '../arguments.ts';
import { readTime } from '../read-file.ts';
import { AuthorityFolder } from './authority-folder.ts';
import type { KeyCommand } from './command.ts';
import { publish } from './statement.ts';

const options = {
  authority: { type: 'string' },
  key: { type: 'string' },
  serial: { type: 'string', multiple: true },
  from: { type: 'string' },
  last: { type: 'string', multiple: true },
  reason: { type: 'string' },
  out: { type: 'string' },
  data: { type: 'string' },
} as const;

const USAGE = 'key revoke --authority D --key SHA256:… [--serial N]… [--from TIME] [--last LOG:SEQ:ID]… --reason TEXT';

/**
 * Takes certificates of a key back: some serials, or all. Good stays what lies on the chain to a `--last` event; without one, what was witnessed before
 * `--from` (now, where not said). The statement goes into a file and, with `--data`, into a log; the list for stock tools gets its next number.
 */
export const revoke: KeyCommand = async (argv, io) => {
  const read = readArguments(argv, options);
  if (!read.ok) return read;
  const { authority: path, key, serial, from, last, reason, out, data } = read.value.values;
  if (!path || !key || !reason) return fail({ code: 'bad_arguments', detail: USAGE });
  const time = from === undefined ? ok(systemClock.wall()) : readTime(from);
  if (!time.ok) return time;
  const trusted = readAddresses(last);
  if (!trusted.ok) return trusted;
  const statement = revocationStatement.safeParse({
    key,
    serials: serial ?? 'all',
    from: time.value,
    reason: reason.normalize('NFC'),
    ...(trusted.value.length > 0 ? { lastTrusted: trusted.value } : {}),
  });
  if (!statement.success) return fail({ code: 'bad_arguments', detail: USAGE });
  if (serial?.includes('0')) return fail({ code: 'bad_arguments', detail: '--serial 1…' });
  const authority = AuthorityFolder.open(path);
  if (!authority.ok) return authority;
  const file = out ?? authority.value.path(`revocation-${time.value}.json`);
  const told = await publish(authority.value, { type: 'revocation', statement: statement.data, out: file, data }, io);
  if (!told.ok) return told;
  const listed = authority.value.revoke(statement.data, systemClock.wall());
  return listed.ok ? ok({ file, fingerprint: key, krl: authority.value.path('krl') }) : listed;
};

function readAddresses(texts: readonly string[] = []): Result<readonly z.infer<typeof eventAddress>[]> {
  const split = texts.map((text) => {
    const [log, seq, id] = text.split(':');
    return { log, seq: Number(seq), id };
  });
  const parsed = z.array(eventAddress).safeParse(split);
  return parsed.success ? ok(parsed.data) : fail({ code: 'bad_arguments', detail: '--last LOG:SEQ:ID' });
}
