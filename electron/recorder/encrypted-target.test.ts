import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../db/files/node-files.ts';
import { eventId } from '../../vocabulary/ids.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { encryptedTarget } from './encrypted-target.ts';

const line = { id: eventId.parse('0'.repeat(64)), header: '{}', body: '{}' };
const nothing = new Uint8Array();
const content = {
  paths: [],
  events: 2,
  lines: () => [line, line],
  blobs: [],
  stateHash: '0'.repeat(64),
  stateVersion: '0'.repeat(64),
  report: nothing,
  verifyText: nothing,
};
const signer = { certificate: '', sign: () => ok('') };

test('a bundle whose writing is cancelled leaves no file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jingxun-target-'));
  const files = { files: nodeFiles, key: randomBytes(32), random: randomBytes };
  const job = { signal: AbortSignal.abort(), progress: () => {} };
  const target = encryptedTarget(files, path.join(folder, 'a.jxb'), job, 2);
  expect(await target.write(content, signer)).toEqual(fail({ code: 'cancelled' }));
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});
