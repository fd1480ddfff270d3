import { useSyncExternalStore } from 'react';
import { alarmStore } from '../live/alarm-store.ts';
import { useExchange } from '../ports/questions.ts';
import type { ScreenId } from '../screens/screen-id.ts';

/** Counts of what is owed, for the grey badges of the rail. What is not known yet has no badge. */
export function useOwed(): Readonly<Partial<Record<ScreenId, number>>> {
  const exchange = useExchange();
  const alarms = useSyncExternalStore(alarmStore.listen, alarmStore.get);
  return {
    live: alarms.length,
    exchange: (exchange.value?.conflicts.length ?? 0) + (exchange.value?.gaps.length ?? 0),
  };
}
