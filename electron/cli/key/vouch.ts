import { vouchStatement } from '../../../db/log/trust-bodies.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import { readArguments } from '../arguments.ts';
import { AuthorityFolder } from './authority-folder.ts';
import type { KeyCommand } from './command.ts';
import { publish } from './statement.ts';

const options = {
  authority: { type: 'string' },
  log: { type: 'string' },
  seq: { type: 'string' },
  id: { type: 'string' },
  why: { type: 'string' },
  out: { type: 'string' },
  data: { type: 'string' },
} as const;

/** Admits the chain of a log up to one event, whatever else speaks against it but the role. */
export const vouch: KeyCommand = async (argv, io) => {
  const read = readArguments(argv, options);
  if (!read.ok) return read;
  const { authority: path, log, seq, id, why, out, data } = read.value.values;
  const statement = vouchStatement.safeParse({ log, seq: Number(seq), id, why: why?.normalize('NFC') });
  if (!path || !statement.success) {
    return fail({ code: 'bad_arguments', detail: 'key vouch --authority D --log L --seq N --id ID --why TEXT' });
  }
  const authority = AuthorityFolder.open(path);
  if (!authority.ok) return authority;
  const file = out ?? authority.value.path(`vouch-${statement.data.log}-${statement.data.seq}.json`);
  const told = await publish(authority.value, { type: 'vouch', statement: statement.data, out: file, data }, io);
  return told.ok ? ok({ file, fingerprint: authority.value.key.fingerprint }) : told;
};
