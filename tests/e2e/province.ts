import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { type DemoAuthority, enrol, makeAuthority } from '../../electron/demo/authority.ts';
import { need, openProfile, type Profile } from '../../electron/demo/profile.ts';
import { runVerbApart } from '../../electron/demo/run-verb.ts';
import { stateFolderOf } from './host-process.ts';

export const PASSPHRASE = '矿井安全第一';

export interface Person {
  readonly name: string;
  readonly certificateNo: string;
  readonly team: string;
}

export const inspector: Person = { name: '赵远山', certificateNo: '14-0312-0087', team: '省督查三组' };
export const secondInspector: Person = { name: '王晓岚', certificateNo: '14-0312-0091', team: '省督查三组' };
export const lead: Person = { name: '高志平', certificateNo: '14-0707-0015', team: '省督查三组' };

/** The province that signs certificates, on a folder of its own, worked by the verb `key`. */
export interface Province extends DemoAuthority {
  /** Signs a request as the province does and gives the certificate's file. */
  readonly certify: (requestFile: string, role: 'inspector' | 'lead') => Promise<string>;
  /** A person's Jingxun without a screen: the record is made and certified. */
  readonly equip: (dataFolder: string, person: Person, role: 'inspector' | 'lead') => Promise<Profile>;
}

export async function makeProvince(folder: string): Promise<Province> {
  await mkdir(folder, { recursive: true });
  const passphraseFile = path.join(folder, 'passphrase');
  await writeFile(passphraseFile, PASSPHRASE);
  const authority = await makeAuthority(path.join(folder, 'authority'), passphraseFile);
  return {
    ...authority,
    certify: async (requestFile, role) => {
      const wanted = ['--authority', authority.folder, '--role', role, '--days', '365'];
      const run = await runVerbApart(['key', 'certify', ...wanted, requestFile], passphraseFile);
      if (run.status !== 0) throw new Error(`key certify: ${JSON.stringify(run.last)}`);
      return String(run.last.file);
    },
    equip: async (dataFolder, person, role) => {
      const profile = await open(dataFolder);
      need(await profile.recorder.ask('session/create', { passphrase: PASSPHRASE, person }));
      const principal = `${path.basename(dataFolder)}@jingxun`;
      await enrol(profile, authority, { principal, role }, passphraseFile);
      return profile;
    },
  };
}

/** Opens a profile without a screen, as a machine of its own. */
export async function open(dataFolder: string): Promise<Profile> {
  await mkdir(dataFolder, { recursive: true });
  process.env.JINGXUN_STATE_DIR = stateFolderOf(dataFolder);
  process.env.TZ = 'Asia/Shanghai'; // the recorder's own day, as on the hosts of these tests
  return openProfile(dataFolder);
}

/** The same machine once more, as it was: its data and what it remembers of itself. */
export async function copyMachine(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  await cp(stateFolderOf(from), stateFolderOf(to), { recursive: true }).catch(() => {});
}

export const textOf = (file: string): Promise<string> => readFile(file, 'utf8');
