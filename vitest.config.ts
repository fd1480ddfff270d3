import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

const shared = { environment: 'node' as const, env: { TZ: 'Asia/Shanghai' }, testTimeout: 20_000 };

/** One project per kind of test; `npm test` runs them as suites with their own time. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          // A module is read once in a worker and not once in a file, which was two thirds of all the time: no test changes what others import.
          isolate: false,
          include: [
            '{vocabulary,drivers,rules,db,reports,electron,renderer}/**/*.test.{ts,tsx}',
            'tests/{unit,verdicts}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'crash',
          include: ['tests/{crash,fault,merge,simulator}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: { ...shared, name: 'fuzz', include: ['tests/{fuzz,second-opinion}/**/*.test.ts'], testTimeout: 120_000 },
      },
      { test: { ...shared, name: 'documents', include: ['tests/documents/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
