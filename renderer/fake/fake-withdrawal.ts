import type { z } from 'zod';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import type { withdrawalView } from '../../electron/ports/withdrawal-models.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { missingOf } from '../../vocabulary/withdrawal.ts';
import { fakeId, fakeNow } from './fake-ids.ts';

type View = z.input<typeof withdrawalView>;
type Methods = typeof recorderPort.methods;

const danger = '15105回风顺槽掘进：发现突水征兆：挂红、水叫';

const series = { province: '晋', unit: '晋中', letter: '撤', year: 2026 };
const lease = (n: number, own: boolean, from: number, used: number) => ({
  leaseId: fakeId(`lease${n}`),
  holder: fakeId(`log${n}`),
  principal: `三组-平板${n}`,
  own,
  series,
  from,
  to: from + 19,
  used,
  next: used === 20 ? null : from + used,
  overlaps: n === 3,
});
const leases = [lease(1, true, 1, 4), lease(2, false, 21, 20), lease(3, false, 35, 0)];

/** Withdrawal orders in memory: issued, counted, told and cleared as the recorder would. */
export function fakeWithdrawalHandlers(tell: () => void): Partial<Handlers<Methods>> {
  const orders = new Map<string, View>();
  const become = (order: View) => {
    orders.set(order.withdrawalId, order);
    tell();
    return ok(order);
  };
  const on = (id: string, change: (order: View) => View) => {
    const order = orders.get(id);
    return order ? become(change(order)) : fail({ code: 'not_found' as const, what: id });
  };
  return {
    'withdrawal/list': () => ok([...orders.values()].toReversed()),
    'withdrawal/issue': ({ inspectionId, mine, trigger, foundAt, foundPlace, area, danger: said }) => {
      const withdrawalId = fakeId(`order${orders.size}`);
      return become({
        withdrawalId,
        inspectionId,
        mine,
        trigger,
        foundAt: foundAt ?? fakeNow,
        foundPlace,
        area,
        danger: said || danger,
        citations: [],
        issuedAt: fakeNow,
        voided: null,
        people: { before: null, out: null, missing: null, source: '', savedAt: null },
        told: [],
        clearedAt: null,
        resume: { condition: '险情确认已经消除后，方可恢复作业', done: [], at: null },
        signatures: [],
        photos: [],
        paper: { paperId: withdrawalId, mark: '临9F3A-70C1', number: null, others: [], conflict: false },
        author: '赵远山',
        conflict: false,
        savedAt: fakeNow,
      });
    },
    'withdrawal/change': ({ withdrawalId, area, voidFor }) =>
      on(withdrawalId, (order) => ({
        ...order,
        area: area ?? order.area,
        voided: voidFor === undefined ? order.voided : { at: fakeNow, reason: voidFor },
      })),
    'withdrawal/people': ({ withdrawalId, ...people }) =>
      on(withdrawalId, (order) => ({
        ...order,
        people: { ...people, missing: missingOf(people), savedAt: fakeNow },
      })),
    'withdrawal/tell': ({ withdrawalId, post, told, name }) =>
      on(withdrawalId, (order) => ({
        ...order,
        told: [
          ...order.told.filter((one) => one.post !== post),
          ...(told ? [{ post, name, at: fakeNow + order.told.length * 21_000 }] : []),
        ],
      })),
    'withdrawal/clear': ({ withdrawalId, cleared }) =>
      on(withdrawalId, (order) => ({ ...order, clearedAt: cleared ? fakeNow + 1_140_000 : null })),
    'withdrawal/resume': ({ withdrawalId, condition, done, allowed }) =>
      on(withdrawalId, (order) => ({
        ...order,
        resume: { condition, done: done.map((step) => ({ step, at: fakeNow })), at: allowed ? fakeNow : null },
      })),
    'withdrawal/print': () => ok({ html: '<h1>撤出作业人员命令书</h1>', title: '撤出作业人员命令书' }),
    'lease/list': () => ok(leases),
    'paper/number': () => ok({ numbered: 0, waiting: 0 }),
  };
}
