import { homedir } from 'node:os';
import path from 'node:path';

/** Where the record lies when nobody says otherwise: JINGXUN_DATA, else the usual place of the operating system. */
export function usualDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home = homedir()): string {
  if (env.JINGXUN_DATA) return path.resolve(env.JINGXUN_DATA);
  if (platform === 'win32') return path.join(env.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Jingxun');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Jingxun');
  const base = env.XDG_DATA_HOME && path.isAbsolute(env.XDG_DATA_HOME) ? env.XDG_DATA_HOME : null;
  return path.join(base ?? path.join(home, '.local', 'share'), 'jingxun');
}
