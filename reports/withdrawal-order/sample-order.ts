import { entityId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { citation } from '../../vocabulary/verdict.ts';
import type { OrderFacts } from './order-facts.ts';

const minute = (minutes: number) => epochMs.parse(Date.UTC(2026, 10, 23, 6, 33, 5) + minutes * 60_000);

/** An order half filled in, as it looks while people are on their way out. */
export const sampleOrder: OrderFacts = {
  withdrawalId: entityId.parse('9f3a70c15be24d60a1b2c3d4e5f60718'),
  mine: '山西沁源某某煤业有限公司',
  number: null,
  mark: '临9F3A-70C1',
  otherNumbers: [],
  foundAt: minute(-2),
  foundPlace: '15105回风顺槽掘进工作面',
  danger: '15105回风顺槽掘进工作面：发现突水征兆：挂红、水叫',
  citations: [
    citation.parse({
      document: 'rules25',
      title: '《煤矿安全规程》（2025年修订，应急管理部令第17号）',
      article: null,
      formerly: null,
      entries: ['ch4.return'],
      effectiveFrom: '2026-02-01',
      effectiveTo: null,
      provenance: 'memory-low',
      needsCheck: true,
    }),
  ],
  area: ['15105回风顺槽掘进工作面', '15105运输顺槽'],
  issuedAt: minute(0),
  issuedBy: '赵志强',
  people: { before: 23, out: 19, missing: 4, source: '人员定位系统' },
  told: [{ post: 'dispatcher', name: '李值班', at: minute(1) }],
  clearedAt: null,
  resume: { condition: '险情确认消除后方可恢复作业', done: [], at: null },
  signatures: [],
  photos: [],
  voided: null,
};
