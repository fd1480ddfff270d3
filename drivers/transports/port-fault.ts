import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Fault } from '../../vocabulary/fault.ts';

/** The binding gives no error codes, only words of the operating system. */
const REASONS: readonly { readonly pattern: RegExp; readonly code: 'port_absent' | 'port_busy' | 'port_denied' }[] = [
  { pattern: /no such (file|device)|ENOENT|ENODEV|ENXIO|file not found/i, code: 'port_absent' },
  { pattern: /cannot lock|temporarily unavailable|resource busy|EBUSY|access denied/i, code: 'port_busy' },
  { pattern: /permission denied|not permitted|EACCES|EPERM/i, code: 'port_denied' },
];

/** Why a port could not be opened, as a fault that names the port. */
export function portFault(error: unknown, portPath: string): Fault {
  const detail = error instanceof Error ? error.message.replace(/^Error:?\s*/, '') : String(error);
  const reason = REASONS.find(({ pattern }) => pattern.test(detail));
  return { code: reason?.code ?? 'port_failed', path: portPath, detail };
}

/** Whether a running program has marked the port as its own by a lock file (minicom, gpsd and others do). */
export function isLockedByFile(portPath: string): boolean {
  try {
    const text = readFileSync(path.join('/var/lock', `LCK..${path.basename(portPath)}`), 'latin1');
    const owner = Number.parseInt(text, 10);
    if (!(owner > 0) || owner === process.pid) return false;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // Not allowed to signal the owner: then it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
