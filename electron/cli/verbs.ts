import type { Verb } from './verb.ts';

/** Every verb, loaded when it is called: one line each. */
export const verbs: Readonly<Record<string, () => Promise<{ readonly verb: Verb }>>> = {
  decode: () => import('./verbs/decode.ts'),
  drivers: () => import('./verbs/drivers.ts'),
};
