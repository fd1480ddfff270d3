import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type HostProcess, startHost } from './host-process.ts';
import { makeProvince, type Province } from './province.ts';

interface TestParts {
  /** What the pages complained of; it must stay empty. */
  readonly complaints: string[];
}

interface WorkerParts {
  /** A folder that goes when the worker goes. */
  readonly folder: string;
  readonly province: Province;
  /** Starts the browser host on a data folder; it ends with the worker at the latest. */
  readonly start: (dataFolder: string) => Promise<HostProcess>;
}

/** Playwright's test with a province, temporary folders and hosts. */
export const test = base.extend<TestParts, WorkerParts>({
  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the parts a fixture needs from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'jingxun-e2e-'));
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  province: [async ({ folder }, use) => use(await makeProvince(path.join(folder, 'province'))), { scope: 'worker' }],
  start: [
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      const hosts: HostProcess[] = [];
      await use(async (dataFolder) => {
        const host = await startHost(dataFolder);
        hosts.push(host);
        return host;
      });
      await Promise.all(hosts.map((host) => host.stop()));
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';

/** Collects what a page throws or its policy refuses. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(`console: ${line.text()}`);
  });
  return complaints;
}
