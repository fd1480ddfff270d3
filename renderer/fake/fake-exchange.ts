import type { z } from 'zod';
import type { exchangeState, importChange, importResult } from '../../electron/ports/exchange-models.ts';
import { days, fakeHash, fakeId, fakeNow, minutes } from './fake-ids.ts';

export type FakeExchange = z.input<typeof exchangeState>;
type FakeImport = z.input<typeof importResult>;

const logRow = (n: string, principal: string, person: string, more: Partial<FakeExchange['logs'][number]>) => ({
  log: fakeId(`log${n}`),
  principal,
  person,
  role: 'inspector',
  own: false,
  highest: 300,
  sealedTo: 300,
  admitted: 300,
  unsealed: 0,
  neverSealed: 0,
  quarantined: 0,
  witnessed: false,
  lastWall: fakeNow - days(1),
  ...more,
});

const gap = { log: fakeId('log2'), principal: '三组-平板2', from: 41, to: 57 };

const head = (n: number, more: Partial<FakeExchange['conflicts'][number]['heads'][number]>) => ({
  event: fakeHash(`head${n}`),
  log: fakeId(`log${n + 1}`),
  seq: 88 + n,
  principal: `三组-平板${n + 1}`,
  author: n === 1 ? '王晓岚' : '李树新',
  wall: fakeNow - days(1) - minutes(230 + n * 3),
  shown: n === 1,
  outcome: n === 1 ? ('fail' as const) : ('pass' as const),
  summary: n === 1 ? '备用能力182 m³/h，应不小于196 m³/h' : '备用能力210 m³/h，应不小于196 m³/h',
  reason: '',
  evidence: n === 1 ? 3 : 1,
  ...more,
});

const said = (n: number, outcome: 'pass' | 'fail', summary: string) => ({
  outcome,
  summary,
  principal: `三组-平板${n}`,
  wall: fakeNow - days(1),
});

/** What the last bundles changed on this table. */
export const fakeChanges: z.input<typeof importChange>[] = [
  {
    at: fakeNow - minutes(4),
    subject: `inspection/${fakeId('one')}/answer:water.drainage.pumps`,
    mine: '青石沟煤矿',
    title: '主排水泵能力 · 中央水泵房',
    before: said(1, 'pass', '备用能力210 m³/h'),
    now: said(2, 'fail', '备用能力182 m³/h'),
    heads: 2,
  },
];

const states = {
  exported: [
    { name: 'jx-三组-平板1-1018.jxb', at: fakeNow - days(4), bytes: 6_812_000, events: 1018, toSeq: 1018 },
    { name: 'jx-三组-平板1-640.jxb', at: fakeNow - days(9), bytes: 4_120_000, events: 640, toSeq: 640 },
  ],
  logHash: fakeHash('log'),
  stateHash: `9f3a70c15be2${fakeHash('state').slice(12)}`,
  stateVersion: fakeHash('version'),
};

export const emptyExchange: FakeExchange = {
  ...states,
  logs: [],
  gaps: [],
  conflicts: [],
  quarantined: [],
  exported: [],
};

/** A lead's table after four tablets have handed in. */
export const fullExchange: FakeExchange = {
  ...states,
  logs: [
    logRow('1', '三组-平板1', '赵远山', { own: true, highest: 1290, sealedTo: 1204, admitted: 1290 }),
    logRow('2', '三组-平板2', '王晓岚', { highest: 330, sealedTo: 330, admitted: 311, quarantined: 2 }),
    logRow('3', '三组-平板3', '李树新', { unsealed: 52, highest: 312, sealedTo: 260, lastWall: fakeNow - days(3) }),
    logRow('4', '七组-平板1', '高志平', { highest: 958, sealedTo: 958, admitted: 958 }),
    logRow('5', '七组-平板2', '周建国', { unsealed: 3, neverSealed: 3, highest: 84, sealedTo: 81, admitted: 81 }),
  ],
  gaps: [gap],
  conflicts: [
    {
      subject: 'answer/pump',
      title: '青石沟煤矿　中央水泵房　主排水泵能力',
      mine: '青石沟煤矿',
      heads: [head(1, {}), head(2, {})],
    },
  ],
  quarantined: [
    {
      log: fakeId('log2'),
      seq: 302,
      event: fakeHash('q1'),
      type: 'finding/approved',
      reason: 'role',
      principal: '三组-平板2',
      wall: fakeNow - days(1),
    },
    {
      log: fakeId('log2'),
      seq: 315,
      event: fakeHash('q2'),
      type: 'finding/approved',
      reason: 'role',
      principal: '三组-平板2',
      wall: fakeNow - days(1) + minutes(4),
    },
  ],
};

/** The same table when everything has arrived and nobody disagrees. */
export const calmExchange: FakeExchange = {
  ...fullExchange,
  gaps: [],
  conflicts: [],
  quarantined: [],
  logs: fullExchange.logs.map((log) => ({
    ...log,
    unsealed: 0,
    neverSealed: 0,
    quarantined: 0,
    sealedTo: log.highest,
  })),
  exported: [{ name: 'jx-三组-平板1-1290.jxb', at: fakeNow, bytes: 7_412_000, events: 1290, toSeq: 1290 }],
};

export const fakeImport = (file: string): FakeImport => ({
  file,
  signer: '三组-平板2',
  received: 317,
  known: 29,
  added: 286,
  quarantined: 2,
  held: 0,
  refused: 0,
  filled: 0,
  released: 0,
  demoted: 0,
  conflicts: 1,
  gaps: [gap],
  remarks: [],
  bytes: 7_400_000,
  tookMs: 3100,
  refusal: null,
});

export const refusedImport = (file: string): FakeImport => ({
  ...fakeImport(file),
  signer: null,
  received: 0,
  known: 0,
  added: 0,
  quarantined: 0,
  conflicts: 0,
  gaps: [],
  refusal: { code: 'bundle_changed', file: 'photos/7.jpg' },
});
