import type { Verb } from './verb.ts';

/** Every verb, loaded when it is called: one line each. */
export const verbs: Readonly<Record<string, () => Promise<{ readonly verb: Verb }>>> = {
  decode: () => import('./verbs/decode.ts'),
  drivers: () => import('./verbs/drivers.ts'),
  judge: () => import('./verbs/judge.ts'),
  listen: () => import('./verbs/listen.ts'),
  ports: () => import('./verbs/ports.ts'),
  replay: () => import('./verbs/replay.ts'),
  rules: () => import('./verbs/rules.ts'),
};
