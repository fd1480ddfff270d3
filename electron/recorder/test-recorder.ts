import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allowedSignersFile, signerFingerprints } from '../../db/ssh/allowed-signers.ts';
import { readCertificateRequest } from '../../db/ssh/certificate-request.ts';
import { signCertificate } from '../../db/ssh/sign-certificate.ts';
import { generateSigningKey } from '../../db/ssh/signing-key.ts';
import { signSshsig } from '../../db/ssh/sshsig.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import { connectPort } from '../ports/connect-port.ts';
import { custodyPort } from '../ports/custody-port.ts';
import type { InspectionDraft } from '../ports/inspection-models.ts';
import { intakePort } from '../ports/intake-port.ts';
import { recorderPort } from '../ports/recorder-port.ts';
import { wirePair } from '../ports/wire.ts';
import { recordWorld } from '../record-world.ts';
import { serveRecorder } from './serve-recorder.ts';

/** The least cost that a key ring takes: a test need not be hard to guess. */
const TEST_COST = 2 ** 15;
export const PASSPHRASE = 'correct horse';
export const PERSON = { name: '赵远山', certificateNo: 'SX-0301', team: '三组' };

const authorityKey = generateSigningKey(randomBytes);
export const SIGNERS = allowedSignersFile([authorityKey.publicKey]);
export const AUTHORITY_FINGERPRINT = signerFingerprints({ authorities: [authorityKey.publicKey] })[0] ?? '';

let serial = 1;

export const INSPECTION: InspectionDraft = {
  mine: '示例煤矿',
  kind: 'special',
  hydroType: 'complex',
  planNo: 'JC-1',
  places: [{ code: 'headingFace', name: '1203 掘进工作面' }],
  officers: [{ name: PERSON.name, certificateNo: PERSON.certificateNo }],
};

/** A recorder in a folder of its own, in this process. Turn `clock.now` to let time pass. */
export async function startTestRecorder(existing?: string) {
  const folder = existing ?? (await mkdtemp(path.join(tmpdir(), 'jingxun-recorder-')));
  const clock = { now: Date.UTC(2026, 10, 23, 1) };
  const timers: { at: number; call: () => void }[] = [];
  const world = {
    ...recordWorld(path.join(folder, 'data'), { JINGXUN_STATE_DIR: path.join(folder, 'state') }),
    clock: { wall: () => epochMs.parse(clock.now), mono: () => monoMs.parse(clock.now - Date.UTC(2026, 10, 22)) },
  };
  const [near, far, cut] = wirePair();
  const after = (ms: number, call: () => void) => {
    const entry = { at: clock.now + ms, call };
    timers.push(entry);
    return () => void (timers.includes(entry) && timers.splice(timers.indexOf(entry), 1));
  };
  const recorder = serveRecorder(far, { world, timers: { after }, cost: TEST_COST });
  /** Lets time pass and gives the time it is then. */
  const pass = (ms: number): number => {
    clock.now += ms;
    const due = timers.filter(({ at }) => at <= clock.now);
    for (const entry of due) timers.splice(timers.indexOf(entry), 1);
    for (const { call } of due) call();
    return clock.now;
  };
  return {
    folder,
    dataFolder: world.folder,
    pass,
    /** The process dies: nothing is sealed, nothing is said. */
    kill: () => {
      recorder.abandon();
      cut();
    },
    close: recorder.close,
    remove: () => rm(folder, { recursive: true, force: true }),
    client: connectPort(recorderPort, near),
    intake: connectPort(intakePort, near),
    custody: connectPort(custodyPort, near),
  };
}
export type TestRecorder = Awaited<ReturnType<typeof startTestRecorder>>;

export async function create({ client }: TestRecorder, person = PERSON) {
  return orThrow(await client.ask('session/create', { passphrase: PASSPHRASE, person }));
}

/** Brings the device its certificate: what the province does with the request. */
export async function enrol({ client }: TestRecorder, principal: string, role: 'inspector' | 'lead' = 'inspector') {
  const { text } = orThrow(await client.ask('identity/request', { principal }));
  const { publicKey } = orThrow(readCertificateRequest(text));
  const validity = {
    validAfter: epochMs.parse(Date.UTC(2026, 0, 1)),
    validBefore: epochMs.parse(Date.UTC(2028, 0, 1)),
  };
  const certificate = signCertificate(
    authorityKey,
    { publicKey, principal, role, serial: String(serial++), ...validity },
    randomBytes,
  );
  return orThrow(
    await client.ask('identity/enrol', { certificate, signers: SIGNERS, fingerprint: AUTHORITY_FINGERPRINT }),
  );
}

/** A signed release file, as the province hands it out; with a role of another kind it is not the province's. */
export function signedRelease(release: string, role: 'province' | 'lead' = 'province', signed = release): string {
  const key = generateSigningKey(randomBytes);
  const validity = {
    validAfter: epochMs.parse(Date.UTC(2026, 0, 1)),
    validBefore: epochMs.parse(Date.UTC(2028, 0, 1)),
  };
  const certificate = signCertificate(
    authorityKey,
    { publicKey: key.publicKey, principal: 'province-01@jingxun', role, serial: String(serial++), ...validity },
    randomBytes,
  );
  return JSON.stringify({ release, sig: signSshsig({ key, certificate, namespace: 'jingxun-pack', message: signed }) });
}

export async function upload({ client }: TestRecorder, name: string, bytes: Uint8Array) {
  const { upload: id } = orThrow(await client.ask('upload/begin', { name, size: bytes.length }));
  for (let at = 0; at < bytes.length; at += 50_000) {
    const part = Buffer.from(bytes.subarray(at, at + 50_000)).toString('base64');
    orThrow(await client.ask('upload/chunk', { upload: id, bytes: part }));
  }
  return id;
}

export async function download({ client }: TestRecorder, name: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: { bytes: string; next: number | null } = orThrow(await client.ask('bundle/read', { name, offset }));
    parts.push(Buffer.from(piece.bytes, 'base64'));
    offset = piece.next;
  }
  return Buffer.concat(parts);
}
