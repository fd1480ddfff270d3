import { systemClock } from '../../../drivers/transports/system-clock.ts';
import { ok } from '../../../vocabulary/result.ts';
import { mustHave, readArguments } from '../arguments.ts';
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
  io.say({
    zh: `签发钥匙在 ${out.value}，没有口令：离网保管，或用 ssh-keygen -p 加口令存档。指纹印在纸上发给各组。`,
    en: `The authority's key is in ${out.value}, without a passphrase: keep it off the network. Hand out its fingerprint on paper.`,
  });
  const [signers, krl] = [made.value.path('allowed_signers'), made.value.path('krl')];
  return ok({ file: signers, fingerprint: key.fingerprint, signers, krl });
};
