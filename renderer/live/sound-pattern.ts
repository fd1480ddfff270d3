/** One tone of a pattern: when it begins, how long it lasts, its pitch. */
export interface Pulse {
  readonly atMs: number;
  readonly forMs: number;
  readonly hertz: number;
}

/** Tones that differ by rhythm first; `everyMs` null plays once. Vibration as the browser takes it: on, off, on… */
export interface SoundPattern {
  readonly pulses: readonly Pulse[];
  readonly everyMs: number | null;
  readonly harmonics: boolean;
  readonly vibration: readonly number[];
}

export type SoundName = 'level1' | 'level2' | 'level3' | 'lost' | 'back';

const beats = (starts: readonly number[], hertz: number): Pulse[] =>
  starts.map((atMs) => ({ atMs, forMs: 150, hertz }));

/** Three and two, three, one (the rhythm scheme of IEC 60601-1-8), and two tones for a detector lost or back. */
export const soundPatterns: Readonly<Record<SoundName, SoundPattern>> = {
  level1: {
    pulses: beats([0, 250, 500, 1000, 1250], 880),
    everyMs: 4000,
    harmonics: true,
    vibration: [600, 200, 600, 200, 600],
  },
  level2: { pulses: beats([0, 250, 500], 660), everyMs: 10_000, harmonics: false, vibration: [600, 200, 600] },
  level3: { pulses: beats([0], 520), everyMs: null, harmonics: false, vibration: [150] },
  lost: {
    pulses: [
      { atMs: 0, forMs: 220, hertz: 660 },
      { atMs: 240, forMs: 320, hertz: 440 },
    ],
    everyMs: null,
    harmonics: false,
    vibration: [600],
  },
  back: {
    pulses: [
      { atMs: 0, forMs: 220, hertz: 440 },
      { atMs: 240, forMs: 320, hertz: 660 },
    ],
    everyMs: null,
    harmonics: false,
    vibration: [600],
  },
};

export const levelSound = { 1: 'level1', 2: 'level2', 3: 'level3' } as const satisfies Record<1 | 2 | 3, SoundName>;

/** How long one round of a pattern sounds. */
export const soundLength = (pattern: SoundPattern): number =>
  Math.max(...pattern.pulses.map((pulse) => pulse.atMs + pulse.forMs));
