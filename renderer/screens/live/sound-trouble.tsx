import { useEffect, useState } from 'react';
import { soundPlayer } from '../../live/alarm-watch.tsx';
import { useWords } from '../../words/words.ts';

/** Whether a loudspeaker is there. Where the browser does not list them it is presumed: nothing false is said. */
async function hasLoudspeaker(): Promise<boolean> {
  const listsThem = 'AudioContext' in globalThis && 'setSinkId' in AudioContext.prototype;
  if (!listsThem || !navigator.mediaDevices) return true;
  try {
    return (await navigator.mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'audiooutput');
  } catch {
    return true;
  }
}

/** A machine that cannot be heard says so where one looks for alarms. Silent where all is well. */
export function SoundTrouble() {
  const { t } = useWords();
  const [audible, setAudible] = useState(true);
  useEffect(() => {
    const look = () => void hasLoudspeaker().then(setAudible);
    look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', look);
  }, []);
  const state = soundPlayer.state();
  if (audible && state === 'on') return null;
  return <p role="status">{t(state === 'waiting' && audible ? 'live.sound.waiting' : 'live.sound.none')}</p>;
}
