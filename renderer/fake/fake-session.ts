import type { z } from 'zod';
import type { sessionState } from '../../electron/ports/session-models.ts';
import { days, fakeId, fakeNow, minutes } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

export type FakeSession = z.input<typeof sessionState>;

const person = { personId: fakeId('zhao'), name: '赵远山', certificateNo: '14-0312-0087', team: '省督查三组' };

const noDevice = {
  log: null,
  fingerprint: null,
  principal: null,
  role: null,
  certificate: null,
  authorityFingerprint: null,
};

export const bareDevice = {
  ...noDevice,
  log: fakeId('log1'),
  fingerprint: 'SHA256:2Yw0r5nYpU7mS3hQy0b1VJr9dQ8o1KqB3sX6tZ4uC8E',
};

export const certified = {
  ...bareDevice,
  principal: '三组-平板1',
  role: 'lead' as const,
  certificate: { serial: '1407', validAfter: fakeNow - days(60), validBefore: Date.UTC(2027, 2, 31, 4) },
  authorityFingerprint: 'SHA256:9f3aKq70c1Lm5be2Wx8RtYv4Nn6Hh1Dd0Ss7Pp3Gg2A',
};

/** The session a scene starts with. */
export function fakeSession(scene: SceneName): FakeSession {
  const base = { dataFolder: '/home/jingxun/data', device: noDevice, saved: null };
  if (scene === 'first-run') return { ...base, phase: 'fresh', person: null };
  if (scene === 'locked') return { ...base, phase: 'locked', person, device: certified };
  const device = scene === 'no-certificate' ? bareDevice : certified;
  if (scene === 'empty') return { ...base, phase: 'open', person, device };
  const saved = { wall: fakeNow, seq: 1290, today: 186, sealedTo: 1204, sealedAt: fakeNow - minutes(2) };
  return { ...base, phase: 'open', person, device, saved };
}
