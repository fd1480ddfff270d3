import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './run-program.ts';

/** What a program that is already on the machine says of a bundle; null where it is not found. */
export interface StockAnswer {
  readonly tool: string;
  readonly accepted: boolean | null;
}

/** Checks a bundle with unzip, sha256sum and ssh-keygen alone, as its VERIFY.txt describes. */
export async function askStockTools(
  bundle: string,
  signers: string,
  krl: string,
  principal: string,
): Promise<readonly StockAnswer[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jingxun-stock-'));
  try {
    const unzip = await runProgram('unzip', ['-q', path.resolve(bundle), '-d', folder]);
    if (unzip.status === 127) return [{ tool: 'unzip', accepted: null }];
    const sums = await runProgram('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], {
      cwd: folder,
    });
    const signed = path.join(folder, 'tagmanifest-sha256.txt');
    const names = ['-f', path.resolve(signers), '-I', principal, '-n', 'jingxun-bundle', '-r', path.resolve(krl)];
    const keygen = await runProgram('ssh-keygen', ['-Y', 'verify', ...names, '-s', `${signed}.sig`], {
      input: await readFile(signed),
    });
    return [answer('unzip', unzip.status), answer('sha256sum', sums.status), answer('ssh-keygen', keygen.status)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const answer = (tool: string, status: number): StockAnswer => ({
  tool,
  accepted: status === 127 ? null : status === 0,
});

/** A copy of a bundle with one bit of its payload turned: the altered answer that must be refused. */
export async function writeTampered(bundle: string, copy: string): Promise<void> {
  const bytes = await readFile(bundle);
  const at = bytes.indexOf('"outcome":"fail"');
  const spot = at < 0 ? bytes.length >> 1 : at + '"outcome":"f'.length;
  bytes[spot] = (bytes[spot] ?? 0) ^ 1;
  const file = await open(copy, 'w');
  await file.writeFile(bytes);
  await file.close();
}
