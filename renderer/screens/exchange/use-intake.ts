import { useSyncExternalStore } from 'react';
import { useReach } from '../../ports/ports-context.tsx';
import { type IntakeState, intakeOf } from './intake-store.ts';

export interface Intake {
  readonly state: IntakeState;
  readonly take: (files: readonly File[], kind: 'import' | 'verify') => void;
}

export function useIntake(): Intake {
  const { ports, now } = useReach();
  const store = intakeOf(ports, now);
  const state = useSyncExternalStore(store.listen, store.get);
  return { state, take: (files, kind) => void store.take(files, kind) };
}
