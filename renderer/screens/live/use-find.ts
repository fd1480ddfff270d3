import { useEffect, useRef, useState } from 'react';
import type { FindState } from '../../../electron/ports/find-models.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import { usePorts } from '../../ports/ports-context.tsx';

export interface Finding {
  readonly state: FindState | null;
  readonly fault: Fault | null;
  /** Listens on a port; sends nothing. */
  readonly start: (path: string) => void;
  /** Asks each of these kinds once; only where nothing speaks. */
  readonly ask: (drivers: readonly string[], slave: number | null) => void;
  readonly cancel: () => void;
  /** Forgets what was found, because the person chose another way. */
  readonly forget: () => void;
}

export const isSearching = (state: FindState | null): boolean =>
  state?.phase === 'listening' || state?.phase === 'asking';
/** The line was heard to be silent, so a question may be asked. */
export const mayAsk = (state: FindState | null): boolean => state?.phase === 'silent' || state?.phase === 'notFound';

/** The search of this screen: its state as the listener tells it, ended when the screen goes away. */
export function useFind(onFound: (state: FindState) => void): Finding {
  const ports = usePorts();
  const [state, setState] = useState<FindState | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const current = useRef<FindState | null>(null);
  const found = useRef(onFound);
  found.current = onFound;

  useEffect(() => {
    const stopHearing = ports.listener.on('find', (news) => {
      if (news.find !== current.current?.find) return;
      current.current = news;
      setState(news);
      if (news.phase === 'recognised') found.current(news);
    });
    return () => {
      stopHearing();
      const last = current.current;
      if (last && isSearching(last)) void ports.listener.ask('find/cancel', { find: last.find });
    };
  }, [ports]);

  const begin = (next: FindState | null, why: Fault | null) => {
    current.current = next;
    setState(next);
    setFault(why);
  };
  return {
    state,
    fault,
    start: (path) => {
      begin(null, null);
      void ports.listener
        .ask('find/start', { path })
        .then((begun) => (begun.ok ? begin(begun.value, null) : begin(null, begun.fault)));
    },
    ask: (drivers, slave) => {
      const last = current.current;
      if (!last) return;
      void ports.listener.ask('find/ask', { find: last.find, drivers: [...drivers], slave }).then((asked) => {
        if (!asked.ok) setFault(asked.fault);
      });
    },
    cancel: () => {
      const last = current.current;
      if (last) void ports.listener.ask('find/cancel', { find: last.find });
    },
    forget: () => begin(null, null),
  };
}
