import { z } from 'zod';
import { brightnessSteps, densityNames, themeNames } from './tokens.ts';

/** How this person wants the screen. Kept on this machine only; it is no part of the record. */
export const displaySettings = z.object({
  theme: z.enum(themeNames),
  /** `auto`: field for a touch screen or a narrow window, desk else. */
  density: z.enum(['auto', ...densityNames]),
  brightness: z.literal(brightnessSteps),
  language: z.enum(['zh', 'en']),
  letterKeys: z.boolean(),
  autoNext: z.boolean(),
});
export type DisplaySettings = z.infer<typeof displaySettings>;

const defaults: DisplaySettings = {
  theme: 'night',
  density: 'auto',
  brightness: 100,
  language: 'zh',
  letterKeys: true,
  autoNext: false,
};

/** What was kept, or the defaults where nothing usable was. */
export function parseDisplay(text: string | null): DisplaySettings {
  try {
    const parsed = displaySettings.partial().safeParse(JSON.parse(text ?? '{}'));
    return { ...defaults, ...(parsed.success ? parsed.data : {}) };
  } catch {
    return defaults;
  }
}

const KEY = 'jingxun.display';
let current: DisplaySettings | null = null;
const ears = new Set<() => void>();

/** The display settings as an external store for `useSyncExternalStore`. */
export const displayStore = {
  get: (): DisplaySettings => {
    current ??= parseDisplay(globalThis.localStorage?.getItem(KEY) ?? null);
    return current;
  },
  change: (part: Partial<DisplaySettings>): void => {
    current = { ...displayStore.get(), ...part };
    globalThis.localStorage?.setItem(KEY, JSON.stringify(current));
    for (const ear of ears) ear();
  },
  listen: (ear: () => void): (() => void) => {
    ears.add(ear);
    return () => ears.delete(ear);
  },
};

export const nextOf = <T>(all: readonly T[], now: T): T => all[(all.indexOf(now) + 1) % all.length] ?? now;
