import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { certify } from '../key/certify.ts';
import type { KeyAnswer, KeyCommand } from '../key/command.ts';
import { enrol } from '../key/enrol.ts';
import { makeAuthority } from '../key/make-authority.ts';
import { revoke } from '../key/revoke.ts';
import { vouch } from '../key/vouch.ts';
import type { Verb } from '../verb.ts';

const notBuilt = (what: string): KeyCommand => {
  return async (): Promise<Result<KeyAnswer>> => fail({ code: 'not_built', what });
};

/** What `key` can do, one line each. */
const commands: Readonly<Record<string, KeyCommand>> = {
  authority: makeAuthority,
  enrol,
  certify,
  revoke,
  vouch,
  split: notBuilt('key split'),
  combine: notBuilt('key combine'),
};

/** `key authority|enrol|certify|revoke|vouch …`: the last line is `{ok, file, fingerprint}`. */
export const verb: Verb = {
  name: 'key',
  usage: {
    zh: 'key authority|enrol|certify|revoke|vouch …　建签发钥匙、申请和领取证书、发证、注销、担保',
    en: 'key authority|enrol|certify|revoke|vouch … — make the authority, ask for and take certificates, sign, revoke, vouch',
  },
  async run([name = '', ...rest], io) {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) return fail({ code: 'bad_arguments', detail: `key ${Object.keys(commands).join('|')}` });
    const answer = await command(rest, io);
    if (!answer.ok) return answer;
    io.out({ ok: true, ...answer.value });
    return ok(0);
  },
};
