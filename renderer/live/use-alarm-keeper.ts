import { useEffect } from 'react';
import type { Result } from '../../vocabulary/result.ts';
import { fail } from '../../vocabulary/result.ts';
import { useReach } from '../ports/ports-context.tsx';
import { alarmCenter } from './alarm-center.ts';
import { keepAlarms } from './alarm-keeper.ts';

/** How long one answer is waited for, and how often what was not taken is said again. */
const PATIENCE_MS = 5000;
const AGAIN_MS = 5000;

/** A recorder that dies in the middle answers nothing. */
const inTime = <T>(answer: Promise<Result<T>>): Promise<Result<T>> =>
  Promise.race([
    answer,
    new Promise<Result<T>>((resolve) => setTimeout(() => resolve(fail({ code: 'host_disconnected' })), PATIENCE_MS)),
  ]);

/** Has every alarm of this page recorded, and takes over what the record knows of alarms that have not ended. */
export function useAlarmKeeper(): void {
  const { ports, link, now } = useReach();
  useEffect(() => {
    const keeper = keepAlarms({
      say: (note) => inTime(ports.recorder.ask('alarm/note', note)),
      list: () => inTime(ports.recorder.ask('alarm/list', { inspectionId: null, own: true })),
      center: alarmCenter,
      moment: () => ({ wall: now(), mono: performance.now() }),
      memory: globalThis.localStorage ?? null,
    });
    const retry = () => void keeper.retry();
    const timer = setInterval(() => keeper.waiting() > 0 && retry(), AGAIN_MS);
    const stops = [
      ports.recorder.on('changed', ({ areas }) => areas.includes('alarm') && retry()),
      ports.recorder.on('session', retry),
      link.listen(() => link.get() === 'up' && retry()),
    ];
    retry();
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
      keeper.stop();
    };
  }, [ports, link, now]);
}
