import { FaultPlace } from '../../parts/fault-line.tsx';
import { Slow } from '../../parts/slow.tsx';
import { useWithdrawals } from '../../ports/questions.ts';
import type { WithdrawalRequest } from '../../shell/withdrawal-request.ts';
import { OrderDraftPage } from './order-draft.tsx';
import { OrderPage } from './order-page.tsx';
import './withdrawal.css';

/** People out first, paper second: an order that is about to be issued, or one that stands. */
export function WithdrawalScreen({ request }: { readonly request: WithdrawalRequest }) {
  const orders = useWithdrawals();
  if (request.orderId === null) return <OrderDraftPage request={request} />;
  if (orders.fault) return <FaultPlace fault={orders.fault} again={orders.again} />;
  const order = orders.value?.find(({ withdrawalId }) => withdrawalId === request.orderId);
  return order ? <OrderPage key={order.withdrawalId} order={order} /> : <Slow />;
}
