import { systemClock } from '../../../drivers/transports/system-clock.ts';
import { ok } from '../../../vocabulary/result.ts';
import { fillSlots } from '../../../vocabulary/words.ts';
import { mustHave, readArguments } from '../arguments.ts';
import { authorityMade } from './authority.words.ts';
import { AuthorityFolder } from './authority-folder.ts';
import type { KeyCommand } from './command.ts';

/** `authority --out D`: a new authority. */
export const makeAuthority: KeyCommand = async (argv, io) => {
  const read = readArguments(argv, { out: { type: 'string' } });
  if (!read.ok) return read;
  const out = mustHave('out', read.value.values.out);
  if (!out.ok) return out;
  const made = AuthorityFolder.make(out.value, systemClock.wall());
  if (!made.ok) return made;
  const { key } = made.value;
  const { zh, en } = authorityMade;
  io.say({ zh: fillSlots(zh, { folder: out.value }), en: fillSlots(en, { folder: out.value }) });
  const [signers, krl] = [made.value.path('allowed_signers'), made.value.path('krl')];
  return ok({ file: signers, fingerprint: key.fingerprint, signers, krl });
};
