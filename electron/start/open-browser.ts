import { spawn } from 'node:child_process';
import process from 'node:process';

/** Opens an address in the default browser; where that is not possible, the printed address serves. */
export function openBrowser(url: string): void {
  const [program, ...args] = commandFor(url);
  if (!program) return;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // no such program here: the address stands on the terminal
  child.unref();
}

function commandFor(url: string): readonly string[] {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
}
