import { defineConfig } from 'vitest/config';

/** The tests that a changed rule must not survive: those of the rules, and the second implementation. */
export default defineConfig({
  test: {
    environment: 'node',
    env: { TZ: 'Asia/Shanghai', JINGXUN_TEST_SCALE: '0.3' },
    testTimeout: 20_000,
    include: ['rules/**/*.test.ts', 'tests/{second-opinion,verdicts}/*.test.ts'],
  },
});
