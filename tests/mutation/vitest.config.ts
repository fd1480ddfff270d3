import { defineConfig } from 'vitest/config';

/** The tests that a changed rule must not survive: those of the rules, of every part of their verdicts, and the second implementation. */
export default defineConfig({
  test: {
    environment: 'node',
    env: { TZ: 'Asia/Shanghai', JINGXUN_TEST_SCALE: '0.3' },
    testTimeout: 20_000,
    include: ['rules/{gas,water}/**/*.test.ts', 'rules/*.test.ts', 'tests/{second-opinion,verdicts}/*.test.ts'],
  },
});
