import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../browser/chromium.ts';

const executablePath = await chromiumPath();

/** Specs that take long begin first, so that no core stands idle at the end. */
const long = ['main-job', 'screens', 'look', 'two-tablets', 'limits', 'withdrawal'].map((name) => `**/${name}.spec.ts`);

/** The browser host, a real database file and a real pty; three workers keep both cores busy, since each waits for its page half of the time; each spec has its own host and data folder. */
export default defineConfig({
  projects: [
    { name: 'long', testMatch: long },
    { name: 'short', testIgnore: long },
  ],
  testDir: '.',
  outputDir: '../../.build/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 3,
  forbidOnly: true,
  // A busy machine may miss a deadline once; the list then says flaky, and a real defect fails twice.
  retries: 1,
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath, args: [...chromiumArguments] },
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
});
