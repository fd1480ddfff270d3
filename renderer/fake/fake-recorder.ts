import type { z } from 'zod';
import { recorderPort } from '../../electron/ports/recorder-port.ts';
import { type Handlers, type Served, servePort } from '../../electron/ports/serve-port.ts';
import type { Wire } from '../../electron/ports/wire.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { fakeAreaHandlers } from './fake-areas.ts';
import { fakeAssessmentHandlers } from './fake-assessments.ts';
import { fakeBytes } from './fake-bytes.ts';
import { fakeCareHandlers } from './fake-care.ts';
import { calmExchange, emptyExchange, fakeChanges, fakeImport, fullExchange, refusedImport } from './fake-exchange.ts';
import { fakeHash, fakeId, fakeNow } from './fake-ids.ts';
import { fakeInspectionHandlers } from './fake-inspection.ts';
import { fakeInstrumentHandlers } from './fake-instruments.ts';
import { fakePlanHandlers } from './fake-plan.ts';
import { fakePreventionHandlers } from './fake-prevention.ts';
import { fakeRulesHandlers } from './fake-rules.ts';
import { certified, fakeSession } from './fake-session.ts';
import { fakeStoredLogHandlers } from './fake-stored-log.ts';
import { fakeWithdrawalHandlers } from './fake-withdrawal.ts';
import { fakeZoneHandlers } from './fake-zones.ts';
import type { SceneName } from './scene.ts';

type Methods = typeof recorderPort.methods;
type Input<K extends keyof Methods> = z.input<Methods[K]['reply']>;

/** Answers known to fit the contract by their reply schema, which checks them again on the way out. */
const good = <K extends keyof Methods>(_method: K, value: Input<K>): Result<Input<K>> => ok(value);

const exchangeOf = (scene: SceneName) => {
  if (scene === 'calm') return calmExchange;
  return scene === 'empty' || scene === 'no-certificate' ? emptyExchange : fullExchange;
};
/** The recorder of a scene, in memory. */
export function serveFakeRecorder(wire: Wire, scene: SceneName, itemIds: readonly string[]): void {
  let session = fakeSession(scene);
  let exchange = exchangeOf(scene);
  let uploaded = '';
  let served: Served<(typeof recorderPort)['news']> | null = null;
  const open = (more: object) => {
    session = { ...session, phase: 'open', ...more };
    served?.tell('session', session);
    return ok(session);
  };
  const handlers: Partial<Handlers<Methods>> = {
    'session/state': () => good('session/state', session),
    'session/create': ({ person }) =>
      open({
        person: { ...person, personId: fakeId('me') },
        device: { ...certified, principal: null, role: null, certificate: null, authorityFingerprint: null },
        saved: { wall: fakeNow, seq: 3, today: 3, sealedTo: 3, sealedAt: fakeNow },
      }),
    'session/unlock': ({ passphrase }) => (passphrase === 'wrong!' ? fail({ code: 'wrong_passphrase' }) : open({})),
    'session/lock': () => {
      session = { ...session, phase: 'locked' };
      served?.tell('session', session);
      return ok(session);
    },
    'identity/request': ({ principal }) =>
      good('identity/request', { name: `${principal}.request.json`, text: '{"principal":"三组-平板1"}\n' }),
    'identity/preview': () =>
      good('identity/preview', {
        principal: '三组-平板1',
        role: 'inspector',
        validBefore: Date.UTC(2027, 2, 31, 4),
        authorityFingerprint: certified.authorityFingerprint,
        fitsThisDevice: true,
      }),
    'identity/enrol': () => open({ device: certified }),
    'mine/names': () => good('mine/names', scene === 'empty' ? [] : ['青石沟煤矿', '石盘煤矿', '后岭煤业']),
    'alarm/note': (note) => good('alarm/note', { ...note, savedAt: fakeNow }),
    'alarm/list': () => good('alarm/list', []),
    'readings/minutes': () => good('readings/minutes', []),
    'readings/bytes': ({ reading }) => good('readings/bytes', fakeBytes(reading)),
    'exchange/state': () => (scene === 'faults' ? fail({ code: 'data_corrupt' }) : good('exchange/state', exchange)),
    'import/changes': () => good('import/changes', scene === 'empty' || scene === 'calm' ? [] : fakeChanges),
    'upload/begin': ({ name }) => {
      uploaded = name;
      return good('upload/begin', { upload: fakeId(name) });
    },
    'upload/chunk': ({ bytes }) => good('upload/chunk', { received: bytes.length }),
    'bundle/import': () =>
      good('bundle/import', uploaded.includes('bad') ? refusedImport(uploaded) : fakeImport(uploaded)),
    'bundle/verify': () =>
      good('bundle/verify', {
        ok: true,
        signer: '三组-平板2',
        role: 'inspector',
        events: 317,
        unsealed: 0,
        blobs: 63,
        refusal: null,
      }),
    'bundle/export': ({ folder }) =>
      good('bundle/export', {
        name: 'jx-三组-平板1-1290.jxb',
        at: fakeNow,
        bytes: 7_412_000,
        events: 1290,
        toSeq: 1290,
        file: `${folder ?? '/home/jingxun/data/bundles'}/jx-三组-平板1-1290.jxb`,
        stateHash: exchange.stateHash,
        ranges: 1,
      }),
    'bundle/read': () => good('bundle/read', { bytes: 'SlhC', next: null }),
    'conflict/resolve': ({ subject }) => {
      exchange = { ...exchange, conflicts: exchange.conflicts.filter((one) => one.subject !== subject) };
      served?.tell('changed', { areas: ['exchange'] });
      return good('conflict/resolve', { event: fakeHash('resolve'), seq: 1291, savedAt: fakeNow });
    },
    'report/preview': () => good('report/preview', { html: '<p>报告</p>' }),
    'job/cancel': () => ok({}),
    ...fakeAreaHandlers(scene),
    ...fakeCareHandlers(scene, () => session),
    ...fakeAssessmentHandlers(scene, (areas) => served?.tell('changed', { areas: [...areas] })),
    ...fakeStoredLogHandlers(() => uploaded),
    ...fakeInstrumentHandlers(scene),
    ...fakeZoneHandlers(scene),
    ...fakeWithdrawalHandlers(() => served?.tell('changed', { areas: ['inspection'] })),
    ...fakePlanHandlers(scene, itemIds),
    ...fakePreventionHandlers(scene),
    ...fakeRulesHandlers(() => served?.tell('changed', { areas: ['rules'] })),
    ...fakeInspectionHandlers(scene, itemIds, (areas) => served?.tell('changed', { areas: [...areas] })),
  };
  const job = { job: fakeId('job'), kind: 'export' as const, done: 312, total: 1204, finished: false };
  if (scene === 'full') setTimeout(() => served?.tell('job', job), 50);
  served = servePort(recorderPort, wire, handlers as Handlers<Methods>);
}
