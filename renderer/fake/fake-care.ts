import type { z } from 'zod';
import type { careState } from '../../electron/ports/care-models.ts';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { days, fakeHash, fakeNow } from './fake-ids.ts';
import type { FakeSession } from './fake-session.ts';
import type { SceneName } from './scene.ts';

type Care = z.input<typeof careState>;
type CareHandlers = Pick<
  Handlers<typeof recorderPort.methods>,
  'care/state' | 'care/choose' | 'care/back-up' | 'care/check' | 'care/rebuild' | 'care/find' | 'care/restore'
>;

const GIB = 1024 ** 3;
const stick = '/media/jingxun/备份盘';
const backupAt = (at: number, events: number): Care['backups'][number] => ({
  folder: `${stick}/jingxun-backup/9f3a70c15be2aa01/backup-${new Date(at).toISOString().slice(0, 10)}`,
  at,
  events,
  blobs: Math.floor(events / 20),
  bytes: events * 900,
  own: true,
});

function careOf(scene: SceneName): Care {
  const disk = { freeBytes: 212.4 * GIB, state: 'enough' as const, hours: null };
  if (scene === 'empty' || scene === 'first-run')
    return {
      target: null,
      reachable: false,
      last: null,
      daysWithout: null,
      overdue: false,
      disk,
      backups: [],
      resumed: null,
    };
  const age = scene === 'faults' ? 9 : 0.6;
  const backups = [age, age + 1, age + 2, age + 7].map((old, at) => backupAt(fakeNow - days(old), 1204 - at * 140));
  const [newest] = backups;
  return {
    target: stick,
    reachable: scene !== 'faults',
    backups: scene === 'faults' ? [] : backups,
    last: newest ? { at: newest.at, folder: newest.folder, events: newest.events } : null,
    daysWithout: Math.floor(age),
    overdue: scene === 'faults',
    resumed: scene === 'faults' ? { events: 1204, damaged: 0, cutWrite: true } : null,
    disk: scene === 'faults' ? { freeBytes: 1.8 * GIB, state: 'low', hours: 6 } : disk,
  };
}

/** The second place of a scene, in memory. */
export function fakeCareHandlers(scene: SceneName, open: () => FakeSession): CareHandlers {
  let care = careOf(scene);
  return {
    'care/state': () => ok(care),
    'care/choose': ({ target }) => {
      care = { ...care, target, reachable: true };
      return ok(care);
    },
    'care/back-up': () => {
      const made = backupAt(fakeNow, 1290);
      care = { ...care, last: { at: fakeNow, folder: made.folder, events: 1290 }, daysWithout: 0, overdue: false };
      care = { ...care, backups: [made, ...care.backups] };
      return ok(care);
    },
    'care/check': () => {
      const damaged = scene === 'faults' ? ['event 3', 'blob 9f3a', 'rows'] : [];
      return ok({ events: 1290, blobs: 63, stateHash: fakeHash('state'), damaged });
    },
    'care/rebuild': () => ok({ stateHash: fakeHash('state'), same: true }),
    'care/find': ({ target }) =>
      care.backups.length > 0 ? ok(care.backups) : fail({ code: 'backup_absent', path: target }),
    'care/restore': ({ passphrase }) =>
      passphrase === 'wrong!'
        ? fail({ code: 'wrong_passphrase' })
        : ok({ session: open(), setAside: '/home/jingxun/data.before-20261123' }),
  };
}
