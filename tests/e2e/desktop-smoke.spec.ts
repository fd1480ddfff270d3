import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { _electron as electron } from '@playwright/test';
import { findElectron } from '../../electron/start/electron-runtime.ts';
import { introduceOneself, press, rail } from './app.ts';
import { expect, test } from './jingxun.ts';
import { inspector } from './province.ts';
import { zh } from './words.ts';

const root = path.resolve(import.meta.dirname, '../..');
// looked for on the disk only: nothing is downloaded to run this test
const runtime = findElectron(root, process.env, process.platform);
const why = runtime === null ? ' (skipped: no Electron runtime)' : '';

test(`the desktop window asks the first question and works${why}`, async ({ folder }) => {
  test.skip(runtime === null, 'skipped: no Electron runtime');
  const data = path.join(folder, 'desktop');
  await mkdir(data, { recursive: true });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = { ...process.env, JINGXUN_DATA: data, JINGXUN_STATE_DIR: `${data}-state` };
  const app = await electron.launch({ executablePath: runtime ?? '', args: [root, ...sandbox], env });
  try {
    const page = await app.firstWindow();
    await introduceOneself(page, inspector);
    await press(page, zh.firstRun.begin);
    await expect(rail(page)).toBeVisible();
    expect(page.url()).toMatch(/^app:/);
  } finally {
    await app.close();
  }
});
