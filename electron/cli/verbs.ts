import type { Verb } from './verb.ts';

/** Every verb, loaded when it is called: one line each. */
export const verbs: Readonly<Record<string, () => Promise<{ readonly verb: Verb }>>> = {
  backup: () => import('./verbs/backup.ts'),
  check: () => import('./verbs/check.ts'),
  decode: () => import('./verbs/decode.ts'),
  demo: () => import('./verbs/demo.ts'),
  drivers: () => import('./verbs/drivers.ts'),
  export: () => import('./verbs/export.ts'),
  'import-log': () => import('./verbs/import-log.ts'),
  find: () => import('./verbs/find.ts'),
  judge: () => import('./verbs/judge.ts'),
  key: () => import('./verbs/key.ts'),
  listen: () => import('./verbs/listen.ts'),
  merge: () => import('./verbs/merge.ts'),
  pack: () => import('./verbs/pack.ts'),
  ports: () => import('./verbs/ports.ts'),
  rebuild: () => import('./verbs/rebuild.ts'),
  rejudge: () => import('./verbs/rejudge.ts'),
  replay: () => import('./verbs/replay.ts'),
  report: () => import('./verbs/report.ts'),
  restore: () => import('./verbs/restore.ts'),
  rules: () => import('./verbs/rules.ts'),
  state: () => import('./verbs/state.ts'),
  verify: () => import('./verbs/verify.ts'),
};
