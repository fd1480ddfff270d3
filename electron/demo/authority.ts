import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DemoStop, need, type Profile } from './profile.ts';
import { runVerbApart, type VerbRun } from './run-verb.ts';

/** The province of the demo: its key, the allowed signers and the revocation list, made by the verb `key`. */
export interface DemoAuthority {
  readonly folder: string;
  readonly signers: string;
  readonly krl: string;
  readonly fingerprint: string;
}

export function needDone(run: VerbRun, what: string): VerbRun {
  if (run.status !== 0) throw new DemoStop({ code: 'bug', detail: `${what}: ${JSON.stringify(run.last)}` });
  return run;
}

export async function makeAuthority(folder: string, passphraseFile: string): Promise<DemoAuthority> {
  const made = needDone(await runVerbApart(['key', 'authority', '--out', folder], passphraseFile), 'key authority');
  return {
    folder,
    signers: path.join(folder, 'allowed_signers'),
    krl: path.join(folder, 'krl'),
    fingerprint: String(made.last.fingerprint),
  };
}

/** A device asks for its certificate, the province signs it, the device takes it: three files, as on sticks. */
export async function enrol(
  profile: Profile,
  authority: DemoAuthority,
  wanted: { readonly principal: string; readonly role: string },
  passphraseFile: string,
): Promise<void> {
  const asked = need(await profile.recorder.ask('identity/request', { principal: wanted.principal }));
  const request = path.join(authority.folder, asked.name);
  await writeFile(request, asked.text);
  const certify = ['key', 'certify', '--authority', authority.folder, '--role', wanted.role, '--days', '365', request];
  const signed = needDone(await runVerbApart(certify, passphraseFile), 'key certify');
  need(
    await profile.recorder.ask('identity/enrol', {
      certificate: await readFile(String(signed.last.file), 'utf8'),
      signers: await readFile(authority.signers, 'utf8'),
      fingerprint: authority.fingerprint,
    }),
  );
}
