import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { fail, ok, type Result } from '../vocabulary/result.ts';

const root = path.resolve(import.meta.dirname, '..');

export const rendererOut = path.join(root, 'out', 'renderer');

/**
 * How the screens are built, for every host. Paths in the pages are relative, so that `app://` and the browser host serve the
 * same files. The project's folder is an argument, because the build tool runs its configuration from another place.
 */
export const rendererConfig = (projectFolder: string): InlineConfig => ({
  root: path.join(projectFolder, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: path.join(projectFolder, 'out', 'renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    chunkSizeWarningLimit: 4_000,
    assetsInlineLimit: 0, // the content policy allows no data: scripts, and a font is better as a file
    modulePreload: { polyfill: false },
    rollupOptions: { input: path.join(projectFolder, 'renderer', 'index.html') },
  },
});

/** What the screens are made of. */
const SOURCES = ['renderer', 'rules', 'vocabulary', 'electron/ports', 'package-lock.json'];

/** Whether the built screens are absent or older than their sources. */
export async function isRendererStale(): Promise<boolean> {
  const built = await changedAt(path.join(rendererOut, 'index.html'));
  if (built === 0) return true;
  for (const source of SOURCES) if ((await newestIn(path.join(root, source))) > built) return true;
  return false;
}

/** Builds the screens. Fault: screens_not_built. */
export async function buildRenderer(): Promise<Result<null>> {
  try {
    await build({ ...rendererConfig(root), configFile: false, logLevel: 'error' });
    return ok(null);
  } catch (error) {
    return fail({ code: 'screens_not_built', detail: firstLine(error) });
  }
}

/** The bundler's message is a page of coloured text; its first line says what is wrong. */
const firstLine = (error: unknown): string =>
  stripVTControlCharacters(error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

const changedAt = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function newestIn(source: string): Promise<number> {
  const names = await readdir(source, { recursive: true }).catch(() => []);
  const files = [source, ...names.map((name) => path.join(source, name))];
  return Math.max(...(await Promise.all(files.map(changedAt))));
}
