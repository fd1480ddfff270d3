import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { orThrow } from '../vocabulary/result.ts';
import { lockFolder } from './instance-lock.ts';

test('a data folder has one program at a time, whichever way it is written', async () => {
  const base = await mkdtemp(path.join(tmpdir(), 'jingxun-lock-'));
  const folder = path.join(base, 'data');
  const first = orThrow(await lockFolder(folder));
  expect(await lockFolder(path.join(base, 'x', '..', 'data'))).toMatchObject({ fault: { code: 'data_in_use' } });
  const other = orThrow(await lockFolder(path.join(base, 'other')));
  await first.release();
  const again = orThrow(await lockFolder(folder));
  await again.release();
  await other.release();
  await rm(base, { recursive: true });
});

test('a folder that cannot be made is a fault', async () => {
  const base = await mkdtemp(path.join(tmpdir(), 'jingxun-lock-'));
  await writeFile(path.join(base, 'file'), '');
  expect(await lockFolder(path.join(base, 'file', 'data'))).toMatchObject({ fault: { code: 'data_read_only' } });
  await rm(base, { recursive: true });
});
