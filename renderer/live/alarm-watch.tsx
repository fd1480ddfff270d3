import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useReach } from '../ports/ports-context.tsx';
import { alarmCenter, soundingLevel, soundingSign } from './alarm-center.ts';
import { alarmStore } from './alarm-store.ts';
import { levelSound } from './sound-pattern.ts';
import { createSoundPlayer } from './sound-player.ts';
import { waitForSoundTurn } from './sound-turn.ts';
import { useAlarmKeeper } from './use-alarm-keeper.ts';
import { alarmKey, type ChannelsHere, judgedOf, useChannels } from './use-channels.ts';

/** One player for the page: two would sound over each other. */
export const soundPlayer = createSoundPlayer();

export const useAlarms = () => useSyncExternalStore(alarmCenter.listen, alarmCenter.get);

/** Both clocks now. */
export function useMoment(): () => { readonly wall: number; readonly mono: number } {
  const { now } = useReach();
  return () => ({ wall: now(), mono: performance.now() });
}

/** Watches every channel on every screen, tells the strip and the rail, sounds, and has it recorded. Draws nothing. */
export function AlarmWatch() {
  const here = useChannels();
  useAlarmKeeper();
  useHearing(here);
  useStrip(here);
  useSound(here);
  return null;
}

function useHearing(here: ChannelsHere): void {
  const moment = useMoment();
  const newest = useRef({ here, moment });
  newest.current = { here, moment };
  // one hearing per new reading and per half second: hearing tells the ears, which would paint and hear again
  const heard = [
    ...here.channels.map(({ channel, stale }) => `${channel.key} ${channel.latest.reading.time.mono} ${stale}`),
    here.place?.placeId ?? here.place?.code,
    here.now,
  ].join('|');
  useEffect(() => {
    void heard;
    const { channels, ...rest } = newest.current.here;
    alarmCenter.hear(
      channels.map((one) => judgedOf(one, rest)),
      newest.current.moment(),
    );
  }, [heard]);
}

function useStrip({ channels }: ChannelsHere): void {
  const alarms = useAlarms();
  useEffect(() => {
    const active = alarms.filter((alarm) => !alarm.cleared);
    alarmStore.set(
      channels.flatMap(({ channel }) => {
        const alarm = active.find((one) => one.key === alarmKey(channel));
        return alarm ? [{ key: channel.key, level: alarm.level, acknowledged: alarm.acknowledged !== null }] : [];
      }),
    );
  });
}

function useSound({ channels }: ChannelsHere): void {
  const alarms = useAlarms();
  const [isMine, setMine] = useState(false);
  const lost = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => waitForSoundTurn(setMine), []);
  useEffect(() => {
    const touch = () => soundPlayer.touched();
    window.addEventListener('pointerdown', touch, { once: true });
    window.addEventListener('keydown', touch, { once: true });
    return () => {
      window.removeEventListener('pointerdown', touch);
      window.removeEventListener('keydown', touch);
    };
  }, []);

  const level = soundingLevel(alarms);
  const sign = soundingSign(alarms);
  useEffect(() => {
    void sign;
    soundPlayer.play(level === null || !isMine ? null : levelSound[level]);
  }, [level, sign, isMine]);

  useEffect(() => {
    const now = new Set(channels.filter((here) => here.stale).map((here) => here.channel.key));
    const before = lost.current;
    lost.current = now;
    if (!before || level !== null || !isMine) return;
    if ([...now].some((key) => !before.has(key))) soundPlayer.play('lost');
    else if ([...before].some((key) => !now.has(key))) soundPlayer.play('back');
  });
}
