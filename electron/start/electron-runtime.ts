import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where Electron's program lies inside an unpacked runtime. */
const PROGRAMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: path.join('Electron.app', 'Contents', 'MacOS', 'Electron'),
};

/** The Electron program of this machine, or null: then the browser serves. Nothing is downloaded to find out. */
export function findElectron(
  projectFolder: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  exists: (file: string) => boolean = existsSync,
): string | null {
  const program = PROGRAMS[platform] ?? 'electron';
  const folders = [env.ELECTRON_OVERRIDE_DIST_PATH, path.join(projectFolder, 'node_modules', 'electron', 'dist')];
  const found = folders.flatMap((folder) => (folder ? path.join(folder, program) : []));
  return found.find(exists) ?? null;
}

/** A Linux machine without a screen has no use for a window. */
export const hasDisplay = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
