import type { OrderDraft } from '../../../electron/ports/withdrawal-models.ts';
import { useDeed } from '../../ports/questions.ts';
import { useNavigation } from '../../shell/navigation.tsx';

/** Issues an order and stays with it. */
export function useIssue() {
  const { withdraw } = useNavigation();
  const issue = useDeed((ports, order: OrderDraft) => ports.recorder.ask('withdrawal/issue', order));
  return {
    busy: issue.busy,
    fault: issue.fault,
    run: (order: OrderDraft) =>
      void issue.run(order).then((done) => done.ok && withdraw({ orderId: done.value.withdrawalId })),
  };
}
