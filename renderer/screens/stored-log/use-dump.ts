import { useEffect, useRef, useState } from 'react';
import type { DumpState } from '../../../electron/ports/dump-models.ts';
import type { Fault } from '../../../vocabulary/fault.ts';
import type { EntityId } from '../../../vocabulary/ids.ts';
import { ok, type Result } from '../../../vocabulary/result.ts';
import type { Ports } from '../../ports/connect.ts';
import { fromBase64 } from '../../ports/files.ts';
import { usePorts, useReach } from '../../ports/ports-context.tsx';
import { dumpName } from './import-model.ts';

export interface Hearing {
  readonly state: DumpState | null;
  readonly fault: Fault | null;
  /** Hears on a port; sends nothing. */
  readonly start: (path: string, baud: number) => void;
  readonly stop: () => void;
}

async function readWhole(ports: Ports, dump: EntityId): Promise<Result<Uint8Array<ArrayBuffer>[]>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const piece: Result<{ bytes: string; next: number | null }> = await ports.listener.ask('dump/read', {
      dump,
      offset,
    });
    if (!piece.ok) return piece;
    pieces.push(fromBase64(piece.value.bytes));
    offset = piece.value.next;
  }
  return ok(pieces);
}

/** The log an instrument sends over a port, given on as a file when it has ended; given up when the screen goes away. */
export function useDump(onHeard: (file: File) => void): Hearing {
  const ports = usePorts();
  const { now } = useReach();
  const [state, setState] = useState<DumpState | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const current = useRef<DumpState | null>(null);
  const given = useRef({ onHeard, now });
  given.current = { onHeard, now };

  useEffect(() => {
    const take = async (done: DumpState) => {
      const whole = await readWhole(ports, done.dump);
      if (!whole.ok) return setFault(whole.fault);
      given.current.onHeard(new File(whole.value, dumpName(done.path, given.current.now())));
    };
    const stopHearing = ports.listener.on('dump', (news) => {
      if (news.dump !== current.current?.dump) return;
      current.current = news;
      setState(news.phase === 'listening' ? news : null);
      if (news.phase === 'failed' && news.fault?.code !== 'cancelled') setFault(news.fault);
      if (news.phase === 'done') void take(news);
    });
    return () => {
      stopHearing();
      const last = current.current;
      if (last?.phase === 'listening') void ports.listener.ask('dump/cancel', { dump: last.dump });
    };
  }, [ports]);

  return {
    state,
    fault,
    start: (path, baud) => {
      setFault(null);
      void ports.listener.ask('dump/start', { path, baud }).then((begun) => {
        current.current = begun.ok ? begun.value : null;
        setState(current.current);
        if (!begun.ok) setFault(begun.fault);
      });
    },
    stop: () => {
      const last = current.current;
      setState(null);
      if (last) void ports.listener.ask('dump/cancel', { dump: last.dump });
    },
  };
}
