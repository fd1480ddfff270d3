import { useEffect, useRef, useState } from 'react';
import type { WithdrawalView } from '../../../electron/ports/withdrawal-models.ts';
import type { WithdrawalPeople } from '../../../vocabulary/withdrawal.ts';
import { useReach } from '../../ports/ports-context.tsx';
import { useDeed } from '../../ports/questions.ts';

/** Presses that come quickly after each other are one count. */
const REST_MS = 400;
/** A count that could not be saved is given again by itself: nobody may have to remember it. */
const AGAIN_MS = 2000;

/** The counts as they are pressed: shown at once, saved when the finger rests, and never left unsaved when one goes away. */
export function useHeadCount({ withdrawalId, people: { before, out, source } }: WithdrawalView) {
  const { ports } = useReach();
  const [waiting, setWaiting] = useState<WithdrawalPeople | null>(null);
  const [failures, setFailures] = useState(0);
  const newest = useRef<WithdrawalPeople | null>(null);
  const put = useDeed((reached, counted: WithdrawalPeople) =>
    reached.recorder.ask('withdrawal/people', { withdrawalId, ...counted }),
  );
  const send = useRef(put.run);
  send.current = put.run;
  useEffect(() => {
    newest.current = waiting;
    if (waiting === null) return;
    const timer = setTimeout(
      () =>
        void send.current(waiting).then((done) => {
          if (newest.current !== waiting) return;
          if (done.ok) setWaiting(null);
          setFailures((count) => (done.ok ? 0 : count + 1));
        }),
      failures === 0 ? REST_MS : AGAIN_MS,
    );
    return () => clearTimeout(timer);
  }, [waiting, failures]);
  useEffect(
    () => () => {
      if (newest.current) void ports.recorder.ask('withdrawal/people', { withdrawalId, ...newest.current });
    },
    [ports, withdrawalId],
  );
  const counted = waiting ?? { before, out, source };
  return {
    counted,
    change: (part: Partial<WithdrawalPeople>) => setWaiting({ ...counted, ...part }),
    saving: waiting !== null,
    fault: put.fault,
  };
}
