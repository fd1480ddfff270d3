import { type SoundName, type SoundPattern, soundPatterns } from './sound-pattern.ts';

/** Plays one pattern at a time; a repeating one goes on until another or null is asked for. */
export interface SoundPlayer {
  readonly play: (name: SoundName | null) => void;
  /** One round, whatever else sounds. */
  readonly tryOut: (name: SoundName) => void;
  /** `none`: no audio at all; `waiting`: the browser wants a first touch before it sounds. */
  readonly state: () => 'on' | 'waiting' | 'none';
  /** A touch or a key: from now on the page may sound. */
  readonly touched: () => void;
}

const FULL = 0.9;
const EDGE_S = 0.008;

function tone(context: AudioContext, hertz: number, gain: number, from: number, until: number): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(gain, from + EDGE_S);
  volume.gain.setValueAtTime(gain, until - EDGE_S);
  volume.gain.linearRampToValueAtTime(0, until);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(until);
}

function playOnce(context: AudioContext, pattern: SoundPattern): void {
  const overtones = pattern.harmonics ? [1, 2, 3] : [1];
  for (const pulse of pattern.pulses)
    for (const overtone of overtones) {
      const from = context.currentTime + pulse.atMs / 1000;
      tone(context, pulse.hertz * overtone, FULL / overtones.length, from, from + pulse.forMs / 1000);
    }
}

/** Sound through the page's audio and, where the machine can, vibration. Without a sound device it stays silent. */
export function createSoundPlayer(): SoundPlayer {
  let context: AudioContext | null = null;
  let playing: SoundName | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const open = (): AudioContext | null => {
    if (!context && 'AudioContext' in globalThis) context = new AudioContext();
    if (context?.state === 'suspended') void context.resume().catch(() => {});
    return context;
  };
  const round = (pattern: SoundPattern) => {
    const line = open();
    if (line) playOnce(line, pattern);
    // before the first touch the browser refuses to shake and says so in its log
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([...pattern.vibration]);
  };
  return {
    play: (name) => {
      if (name === playing && (name === null || soundPatterns[name].everyMs !== null)) return;
      clearInterval(timer);
      playing = name;
      if (name === null) return;
      const pattern = soundPatterns[name];
      round(pattern);
      if (pattern.everyMs !== null) timer = setInterval(() => round(pattern), pattern.everyMs);
    },
    tryOut: (name) => round(soundPatterns[name]),
    state: () => {
      if (!('AudioContext' in globalThis)) return 'none';
      if (context) return context.state === 'running' ? 'on' : 'waiting';
      return navigator.userActivation?.hasBeenActive === false ? 'waiting' : 'on';
    },
    touched: () => void open(),
  };
}
