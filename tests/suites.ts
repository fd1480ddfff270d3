/** One suite of `npm test`: the commands it runs and where the runner leaves its counts. */
export interface Suite {
  readonly name: string;
  readonly minutes: number;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly command: readonly string[];
  /** How the step's result is counted: by the runner's JSON report, or as one check by its exit code. */
  readonly counts: 'vitest' | 'playwright' | 'exit';
}

const vitest = (project: string, ...options: string[]): Step => ({
  command: ['vitest', 'run', '--project', project, ...options],
  counts: 'vitest',
});
const check = (...command: string[]): Step => ({ command, counts: 'exit' });

/** One more than there are cores: some tests wait for a line, a process or a disk. */
const MORE_WORKERS = '--maxWorkers=3';

/** The suites in the order they run; `minutes` is the budget on two cores that the summary is held against. */
export const suites: readonly Suite[] = [
  {
    name: 'types-lint',
    minutes: 1,
    steps: [check('tsc', '-b'), check('biome', 'check', '--error-on-warnings', '.'), check('knip')],
  },
  { name: 'unit', minutes: 2, steps: [vitest('unit', MORE_WORKERS)] },
  {
    name: 'e2e',
    minutes: 3,
    steps: [
      check('node', 'electron/build.ts'),
      { command: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'], counts: 'playwright' },
    ],
  },
  { name: 'crash', minutes: 1.5, steps: [vitest('crash', MORE_WORKERS)] },
  { name: 'fuzz', minutes: 1.5, steps: [vitest('fuzz')] },
  { name: 'documents', minutes: 1, steps: [vitest('documents')] },
];
