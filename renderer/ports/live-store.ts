import type { Ports } from './connect.ts';
import { emptyLive, hearDetector, hearReading, hearStale, hearStates, type LiveState } from './live-model.ts';

/** The live readings as an external store; screens hear of changes at most once per painted frame. */
export interface LiveStore {
  readonly get: () => LiveState;
  readonly listen: (ear: () => void) => () => void;
  readonly refresh: () => Promise<void>;
}

export function startLiveStore(ports: Ports, frame: (then: () => void) => void): LiveStore {
  let state = emptyLive;
  let asked = false;
  const ears = new Set<() => void>();
  const become = (next: LiveState) => {
    if (next === state) return;
    state = next;
    if (asked) return;
    asked = true;
    frame(() => {
      asked = false;
      for (const ear of [...ears]) ear();
    });
  };
  ports.listener.on('reading', (news) => become(hearReading(state, news)));
  ports.listener.on('stale', (news) => become(hearStale(state, news.detector, news.channel)));
  ports.listener.on('detector', (news) => become(hearDetector(state, news)));
  const refresh = async () => {
    const states = await ports.listener.ask('detector/states', {});
    if (states.ok) become(hearStates(state, states.value));
  };
  void refresh();
  return {
    get: () => state,
    listen: (ear) => {
      ears.add(ear);
      return () => ears.delete(ear);
    },
    refresh,
  };
}
