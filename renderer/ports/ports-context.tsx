import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Ports } from './connect.ts';
import type { LiveState } from './live-model.ts';
import type { LiveStore } from './live-store.ts';
import type { NewsState, NewsStore } from './news-store.ts';

/** Everything a screen may reach outside itself. */
export interface Reach {
  readonly ports: Ports;
  readonly live: LiveStore;
  readonly news: NewsStore;
  /** This machine's clock; a fixed one in pictures. */
  readonly now: () => number;
  readonly link: { readonly get: () => 'connecting' | 'up' | 'down'; readonly listen: (ear: () => void) => () => void };
}

const ReachContext = createContext<Reach | null>(null);

export function ReachProvider({ reach, children }: { readonly reach: Reach; readonly children: ReactNode }) {
  return <ReachContext.Provider value={reach}>{children}</ReachContext.Provider>;
}

export function useReach(): Reach {
  const reach = useContext(ReachContext);
  if (!reach) throw new Error('a screen stands outside ReachProvider');
  return reach;
}

export const usePorts = (): Ports => useReach().ports;

export function useLive(): LiveState {
  const { live } = useReach();
  return useSyncExternalStore(live.listen, live.get);
}

export function useNews(): NewsState {
  const { news } = useReach();
  return useSyncExternalStore(news.listen, news.get);
}

export function useLink(): 'connecting' | 'up' | 'down' {
  const { link } = useReach();
  return useSyncExternalStore(link.listen, link.get);
}

/** The time now, renewed every `everyMs`: ages and clocks, never anything that decides. */
export function useNow(everyMs = 500): number {
  const { now } = useReach();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return moment;
}
