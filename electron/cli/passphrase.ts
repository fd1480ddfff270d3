import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { CliIo } from './verb.ts';

/** The passphrase from JINGXUN_PASSPHRASE_FILE, else typed at the terminal without being shown; never from an argument. */
export async function readPassphrase(io: CliIo): Promise<Result<string>> {
  const path = io.env.JINGXUN_PASSPHRASE_FILE;
  if (path) {
    const text = await readFile(path, 'utf8').catch(() => null);
    return text === null ? fail({ code: 'file_absent', path }) : ok(text.replace(/\r?\n$/, ''));
  }
  if (!process.stdin.isTTY) return fail({ code: 'passphrase_needed' });
  io.say({ zh: '口令（不显示）：', en: 'Passphrase (not shown):' });
  const typed = await askSilently();
  return typed === null ? fail({ code: 'cancelled' }) : ok(typed);
}

function askSilently(): Promise<string | null> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve) => {
    line.once('line', (text) => {
      resolve(text);
      line.close();
    });
    line.once('close', () => resolve(null));
  });
}
