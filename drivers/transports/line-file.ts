import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';

/** A file of JSON lines that grows line by line; each line is with the operating system when `append` returns. */
export interface LineFile {
  append(line: unknown): Result<void>;
  close(): void;
}

/** Makes the file, or empties the one that is there. */
export function openLineFile(path: string): Result<LineFile> {
  try {
    const file = openSync(path, 'w');
    return ok({ append: (line) => appendLine(file, line, path), close: () => closeFile(file) });
  } catch (error) {
    return fail(fileFault(error, path));
  }
}

function appendLine(file: number, line: unknown, path: string): Result<void> {
  try {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    return ok(undefined);
  } catch (error) {
    return fail(fileFault(error, path));
  }
}

function closeFile(file: number): void {
  try {
    fsyncSync(file);
  } catch {
    // A pipe or a terminal cannot be synchronised; its bytes have been handed over all the same.
  }
  closeSync(file);
}

/** The lines of a file as parsed JSON; an unfinished last line, as a crash leaves it, is left out. */
export function readLineFile(path: string): Result<readonly unknown[]> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return fail(fileFault(error, path));
  }
  const lines: unknown[] = [];
  const texts = text.split('\n');
  for (const [index, line] of texts.entries()) {
    if (line.trim() === '') continue;
    try {
      lines.push(JSON.parse(line));
    } catch {
      if (index < texts.length - 1) return fail({ code: 'bad_capture', line: index + 1 });
    }
  }
  return ok(lines);
}

function fileFault(error: unknown, path: string): Fault {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return { code: 'file_absent', path };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk_full', path };
  return { code: 'io_failed', path, detail: error instanceof Error ? error.message : String(error) };
}
