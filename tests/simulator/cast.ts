import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../db/files/node-files.ts';
import type { OpenKeys } from '../../db/keys/key-ring.ts';
import type { Keychain } from '../../db/keys/keychain.ts';
import type { Role } from '../../db/log/event-types.ts';
import { seededRandom, testAuthority, testCertificate } from '../../db/log/test-device.ts';
import { createRecord, type RecordWorld } from '../../db/record.ts';
import { allowedSignersFile } from '../../db/ssh/allowed-signers.ts';
import { bootId } from '../../vocabulary/ids.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';

/** 2023-11-14: when every world begins. */
export const START = 1_700_000_000_000;
export const DAY = 86_400_000;

export interface Part {
  readonly name: string;
  readonly role: Role | null;
  /** Days of the epoch in which the certificate counts. */
  readonly days?: readonly [number, number];
}

/** Ten machines: those who may resolve and witness, tablets, one that enrols late or never, one whose certificate ends. */
export const cast: readonly Part[] = [
  { name: 'province', role: 'province' },
  { name: 'lead-a', role: 'lead' },
  { name: 'lead-b', role: 'lead' },
  { name: 'tablet-a', role: 'inspector' },
  { name: 'tablet-b', role: 'inspector' },
  { name: 'tablet-c', role: 'inspector' },
  { name: 'tablet-d', role: 'inspector' },
  { name: 'tablet-e', role: 'inspector' },
  { name: 'bare', role: null },
  { name: 'expired', role: 'inspector', days: [0, START / DAY + 2] },
];
export const onlooker: Part = { name: 'onlooker', role: null };

export const signersText = allowedSignersFile([testAuthority.publicKey]);
export const certificateOf = ({ name, role, days }: Part, keys: OpenKeys): string =>
  testCertificate(keys.signingKey.publicKey, {
    principal: `team01-${name}@jingxun`,
    role: role ?? 'inspector',
    serial: `${serialOf(name)}`,
    ...(days ? { days } : {}),
  });

/** The serial that a revocation of some serials names is that of `expired`. */
const serialOf = (name: string): number =>
  name === 'expired' ? 77 : cast.findIndex((part) => part.name === name) + 100;

/** Protects nothing: a world is opened some hundred times a second. */
const openKeychain: Keychain = {
  available: () => 'keychain',
  wrap: (bytes) => ok(bytes),
  unwrap: (bytes) => ok(bytes),
};

const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** Where the worlds of this process lie: in memory where the system has such a place. */
export const root = mkdtempSync(join(base, 'jingxun-simulator-'));
export const removeWorlds = (): void => rmSync(root, { recursive: true, force: true });

interface Template {
  readonly folder: string;
  readonly keys: OpenKeys;
}
const templates = new Map<string, Template>();

/** Copies the machine of a part as it is on its first day into a folder; made once in a process, since its keys are always the same. */
export async function unpack(part: Part, folder: string): Promise<OpenKeys> {
  const template = templates.get(part.name) ?? (await makeTemplate(part));
  templates.set(part.name, template);
  cpSync(template.folder, folder, { recursive: true });
  return template.keys;
}

async function makeTemplate(part: Part): Promise<Template> {
  const folder = join(root, `template-${part.name}`);
  const world: RecordWorld = {
    folder: join(folder, 'data'),
    stateFolder: join(folder, 'state'),
    files: nodeFiles,
    rulesVersion: '1',
    clock: { wall: () => epochMs.parse(START), mono: () => monoMs.parse(0) },
    random: seededRandom(`template ${part.name}`),
    boot: bootId.parse('0'.repeat(32)),
    keychain: openKeychain,
  };
  const { record, keys } = orThrow(await createRecord(world, { passphrase: null }));
  if (part.role === null) orThrow(record.setAuthority(signersText));
  else
    orThrow(
      record.enrol({
        certificate: certificateOf(part, keys),
        signers: signersText,
        fingerprint: testAuthority.fingerprint,
      }),
    );
  record.close();
  return { folder, keys };
}
