import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useReach } from '../ports/ports-context.tsx';
import { alarmCenter, soundingLevel } from './alarm-center.ts';
import { alarmStore } from './alarm-store.ts';
import { levelSound } from './sound-pattern.ts';
import { createSoundPlayer } from './sound-player.ts';
import { alarmKey, judgedOf, useChannels } from './use-channels.ts';

/** One player for the page: two would sound over each other. */
export const soundPlayer = createSoundPlayer();

export const useAlarms = () => useSyncExternalStore(alarmCenter.listen, alarmCenter.get);

/** Both clocks now. */
export function useMoment(): () => { readonly wall: number; readonly mono: number } {
  const { now } = useReach();
  return () => ({ wall: now(), mono: performance.now() });
}

/** Watches every channel on every screen, tells the strip and the rail, and sounds. Draws nothing. */
export function AlarmWatch() {
  const { channels, place, now } = useChannels();
  const alarms = useAlarms();
  const moment = useMoment();
  const newest = useRef({ channels, place, moment });
  newest.current = { channels, place, moment };
  const lost = useRef<ReadonlySet<string> | null>(null);

  // one hearing per new reading and per half second: hearing tells the ears, which would paint and hear again
  const heard = [
    ...channels.map((here) => `${here.channel.key} ${here.channel.latest.reading.time.mono} ${here.stale}`),
    place?.placeId ?? place?.code,
    now,
  ].join('|');
  useEffect(() => {
    void heard;
    alarmCenter.hear(
      newest.current.channels.map((here) => judgedOf(here, newest.current.place)),
      newest.current.moment(),
    );
  }, [heard]);

  useEffect(() => {
    const active = alarms.filter((alarm) => !alarm.cleared);
    alarmStore.set(
      channels.flatMap(({ channel }) => {
        const alarm = active.find((one) => one.key === alarmKey(channel));
        return alarm ? [{ key: channel.key, level: alarm.level, acknowledged: alarm.acknowledged !== null }] : [];
      }),
    );
  });

  const level = soundingLevel(alarms);
  useEffect(() => {
    soundPlayer.play(level === null ? null : levelSound[level]);
  }, [level]);

  useEffect(() => {
    const now = new Set(channels.filter((here) => here.stale).map((here) => here.channel.key));
    const before = lost.current;
    lost.current = now;
    if (!before || level !== null) return;
    if ([...now].some((key) => !before.has(key))) soundPlayer.play('lost');
    else if ([...before].some((key) => !now.has(key))) soundPlayer.play('back');
  });
  return null;
}
