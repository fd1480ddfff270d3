import type { z } from 'zod';
import type { inspectionSheet, inspectionSummary } from '../../electron/ports/inspection-models.ts';
import type { CheckItem } from '../../rules/checklist/item.ts';
import { checkItems } from '../../rules/checklist/registry.ts';
import { fakeHash, fakeId, fakeNow, minutes } from './fake-ids.ts';
import { fakeTeam } from './fake-plan.ts';

export type FakeSheet = z.input<typeof inspectionSheet>;
type FakeRow = FakeSheet['rows'][number];
type Status = FakeRow['status'];
export type FakeSummary = z.input<typeof inspectionSummary>;

const places = [
  { placeId: fakeId('p1'), code: 'other' as const, name: '副井口 · 调度室' },
  { placeId: fakeId('p2'), code: 'other' as const, name: '中央泵房 · 水仓' },
  { placeId: fakeId('p3'), code: 'faceReturn' as const, name: '15103综采工作面' },
  { placeId: fakeId('p4'), code: 'headingFace' as const, name: '15105回风顺槽掘进' },
  { placeId: fakeId('p5'), code: 'districtReturn' as const, name: '西翼采区回风巷' },
  { placeId: fakeId('p6'), code: 'surfaceDrainagePumpRoom' as const, name: '地面抽采泵站' },
];

/** Per place: how many pass, fail, unknown, not applicable, unanswered. */
const shape: readonly (readonly [number, number, number, number, number])[] = [
  [6, 0, 0, 1, 0],
  [5, 0, 0, 0, 0],
  [14, 1, 1, 1, 0],
  [8, 1, 2, 1, 9],
  [0, 0, 0, 0, 9],
  [0, 0, 0, 0, 9],
];
const order: readonly Status[] = ['pass', 'fail', 'unknown', 'notApplicable', 'unanswered'];

const row = (itemIds: readonly string[], at: number, placeId: string, status: Status): FakeRow => ({
  itemId: itemIds[at % itemIds.length] ?? 'water.exploration.lead-goaf',
  placeId,
  status,
  severity: status === 'fail' ? 'general' : null,
  answer:
    status === 'unanswered'
      ? null
      : {
          event: fakeHash(`answer${at}`),
          log: fakeId('log1'),
          seq: 900 + at,
          outcome: status,
          facts: {},
          verdict: null,
          byCompany: null,
          reason: '',
          override: '',
          note: '',
          author: '赵远山',
          savedAt: fakeNow - minutes(200 - at),
        },
  evidence: [],
  missingEvidence: [],
  restsOnNotEvidence: false,
  conflict: false,
  finding: status === 'fail' ? fakeId(`finding${at}`) : null,
});

const rowsOf = (itemIds: readonly string[], all: boolean): FakeRow[] => {
  let at = 0;
  return shape.flatMap((counts, place) =>
    counts.flatMap((count, kind) =>
      Array.from({ length: count }, () => {
        const status = order[kind] ?? 'unanswered';
        const shown = all && status === 'unanswered' ? 'pass' : status;
        return row(itemIds, at++, places[place]?.placeId ?? '', shown);
      }),
    ),
  );
};

export const countRows = (rows: readonly FakeRow[]): FakeSummary['counts'] => {
  const count = (status: Status) => rows.filter((one) => one.status === status).length;
  return {
    total: rows.length,
    pass: count('pass'),
    fail: count('fail'),
    unknown: count('unknown'),
    notApplicable: count('notApplicable'),
    unanswered: count('unanswered'),
  };
};

/** The inspection of the pictures, over whatever check items the rules know. */
export function fakeSheet(itemIds: readonly string[], full = false): FakeSheet {
  const rows = rowsOf(itemIds, full);
  return {
    summary: {
      inspectionId: fakeId('inspection1'),
      mine: '青石沟煤矿',
      kind: 'special',
      hydroType: 'complex',
      date: '2026-11-23',
      planNo: 'JC-2026-031',
      openedAt: fakeNow - minutes(210),
      signedAt: null,
      counts: countRows(rows),
      officers: [
        { name: '赵远山', certificateNo: '14-0312-0087' },
        { name: '王晓岚', certificateNo: '14-0312-0103' },
      ],
    },
    team: fakeTeam,
    places,
    currentPlace: places[3]?.placeId ?? null,
    currentSince: fakeNow - minutes(40),
    rows,
    sites: [],
    zones: null,
    findings: rows
      .filter((one) => one.status === 'fail')
      .map((one, at) => ({
        findingId: fakeId(`finding${at}`),
        inspectionId: fakeId('inspection1'),
        itemId: one.itemId,
        placeId: one.placeId,
        fact: at === 0 ? '先钻探后物探，顺序颠倒' : '老空不清，超前距27.5 m，小于30 m',
        severity: at === 0 ? ('major' as const) : ('general' as const),
        state: 'raised',
        savedAt: fakeNow - minutes(40 * (at + 1)),
      })),
    signoffs: [],
    signatures: [],
    undo: null,
  };
}

const evidenceOf = (item: CheckItem): FakeRow['evidence'] =>
  item.evidence.flatMap(([kind]) => {
    const nothing = {
      placeId: null,
      text: '',
      blob: null,
      mime: null,
      taken: null,
      readings: [],
      grades: [],
      savedAt: fakeNow,
    };
    return kind ? [{ ...nothing, evidenceId: fakeId(item.id + kind), itemId: item.id, kind, label: '' }] : [];
  });

/** The same inspection with nothing wrong and nothing open: rows a person judges, each with its evidence. */
export function allPassed(sheet: FakeSheet): FakeSheet {
  const byPerson = checkItems.filter((item) => item.criterion.kind === 'inspector');
  const rows = sheet.rows.flatMap(({ placeId }, at): FakeRow[] => {
    const item = byPerson[at % byPerson.length];
    return item ? [{ ...row([item.id], 0, placeId ?? '', 'pass'), evidence: evidenceOf(item) }] : [];
  });
  return { ...sheet, rows, findings: [], summary: { ...sheet.summary, counts: countRows(rows) } };
}

const facts = [
  '可解吸瓦斯量5.32 m³/t，大于5 m³/t',
  '老空不清，超前距27.5 m，小于30 m',
  '先钻探后物探，顺序颠倒',
  '备用水泵能力不足工作水泵的70 %',
  '空仓容量41 %，低于50 %',
  '探放水记录无现场签字，班组长说当班没有带表，事后也没有补，调度台账里同一天的记录与图纸对不上',
];

/** As many findings as a list is to be tried with. */
export const fakeFindings = (itemIds: readonly string[], count: number): FakeSheet['findings'] =>
  Array.from({ length: count }, (_, at) => ({
    findingId: fakeId(`listed${at}`),
    inspectionId: fakeId('inspection1'),
    itemId: itemIds[(at * 7) % itemIds.length] ?? '',
    placeId: at % 6 === 5 ? null : (places[at % places.length]?.placeId ?? null),
    fact: facts[at % facts.length] ?? '',
    severity: at % 9 === 0 ? 'major' : 'general',
    state: 'raised',
    savedAt: fakeNow - minutes(7 * (at + 1)),
  }));

/** A signed inspection of an earlier day, for lists. */
export const earlierSummary: FakeSummary = {
  inspectionId: fakeId('inspection0'),
  mine: '石盘煤矿',
  kind: 'planned',
  hydroType: 'medium',
  date: '2026-11-22',
  planNo: 'JC-2026-030',
  openedAt: fakeNow - minutes(1640),
  signedAt: fakeNow - minutes(1300),
  counts: { total: 52, pass: 44, fail: 4, unknown: 1, notApplicable: 3, unanswered: 0 },
  officers: [
    { name: '赵远山', certificateNo: '14-0312-0087' },
    { name: '李树新', certificateNo: '14-0312-0119' },
  ],
};
