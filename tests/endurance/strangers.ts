import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';

/**
 * Processes other than the two of the run that have this pty open. A pty's number is used again at once, so that a program
 * which tries to reopen a lost port by its bare path may come upon one of ours and speak into it.
 */
export function strangersAt(pty: string, listener: number): readonly string[] {
  const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && ![process.pid, listener].includes(+name));
  return others.filter((name) => hasOpen(name, pty)).map((name) => `${name} ${commandOf(name)}`);
}

function hasOpen(name: string, file: string): boolean {
  try {
    return readdirSync(`/proc/${name}/fd`).some((fd) => linkOf(`/proc/${name}/fd/${fd}`) === file);
  } catch {
    return false; // it ended, or is not ours to see
  }
}

function linkOf(at: string): string | null {
  try {
    return readlinkSync(at);
  } catch {
    return null;
  }
}

function commandOf(name: string): string {
  try {
    return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return 'ended';
  }
}
