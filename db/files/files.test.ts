import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { blobId, logId } from '../../vocabulary/ids.ts';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { eventAddress } from '../log/trust-bodies.ts';
import { BlobStore } from './blob-store.ts';
import { slicesOf } from './byte-source.ts';
import { CHUNK_BYTES, HEAD_BYTES, SEALED_CHUNK_BYTES } from './chunk-cipher.ts';
import { EncryptedWriter, openEncrypted } from './encrypted-file.ts';
import { type FileSystem, fileFault } from './file-system.ts';
import { markFolder, markStore } from './mark-store.ts';
import { nodeFiles } from './node-files.ts';
import { beginFile, readWhole, writeAtomically } from './write-atomically.ts';

const root = mkdtempSync(join(tmpdir(), 'jingxun-files-'));
afterAll(() => rmSync(root, { recursive: true }));
let taken = 0;
const fresh = () => join(root, `case-${taken++}`);
const folder = { files: nodeFiles, key: randomBytes(32), random: randomBytes };

/** A disk on which the named step fails. */
const failing = (step: 'write' | 'sync' | 'rename' | 'syncFolder'): FileSystem => {
  const fault = fail({ code: 'disk_full' } as const);
  return {
    ...nodeFiles,
    create: (path) => {
      const file = nodeFiles.create(path);
      if (!file.ok || (step !== 'write' && step !== 'sync')) return file;
      return ok({ ...file.value, [step]: () => fault });
    },
    ...(step === 'rename' ? { rename: () => fault } : {}),
    ...(step === 'syncFolder' ? { syncFolder: () => fault } : {}),
  };
};

describe('an atomic write', () => {
  test('replaces the file whole, for its owner only, and leaves nothing else', () => {
    const path = join(fresh(), 'deep', 'file');
    orThrow(writeAtomically(nodeFiles, path, Buffer.from('one')));
    orThrow(writeAtomically(nodeFiles, path, Buffer.from('two')));
    expect(Buffer.from(orThrow(readWhole(nodeFiles, path))).toString()).toBe('two');
    expect(readdirSync(join(path, '..'))).toEqual(['file']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('that fails leaves the old content and no scraps', () => {
    for (const step of ['write', 'sync', 'rename'] as const) {
      const path = join(fresh(), 'file');
      orThrow(writeAtomically(nodeFiles, path, Buffer.from('old')));
      expect(writeAtomically(failing(step), path, Buffer.from('new'))).toEqual(fail({ code: 'disk_full' }));
      expect(readFileSync(path, 'utf8')).toBe('old');
      expect(readdirSync(join(path, '..')), step).toEqual(['file']);
    }
    expect(writeAtomically(failing('syncFolder'), join(fresh(), 'file'), Buffer.from('new')).ok).toBe(false);
  });

  test('makes every folder above, and where none can be made says so at once', () => {
    const path = join(fresh(), 'a', 'b');
    orThrow(nodeFiles.makeFolder(path));
    orThrow(nodeFiles.makeFolder(path));
    expect(statSync(path).isDirectory()).toBe(true);
    writeFileSync(join(path, 'file'), '');
    for (const under of ['file', 'file/below']) {
      expect(nodeFiles.makeFolder(join(path, under))).toMatchObject({ fault: { code: 'io_failed' } });
    }
    // Node's own recursion goes on without end where no folder can be made.
    if (process.platform === 'linux') expect(nodeFiles.makeFolder('/proc/jingxun/none').ok).toBe(false);
  });

  test('is not stopped by what a power cut left behind', () => {
    const path = join(fresh(), 'file');
    orThrow(nodeFiles.makeFolder(join(path, '..')));
    const left = orThrow(beginFile(nodeFiles, path));
    const [name = ''] = readdirSync(join(path, '..'));
    left.abandon();
    const count = Number(/-(\d+)\.unfinished$/.exec(name)?.[1]);
    writeFileSync(join(path, '..', name.replace(`-${count}.`, `-${count + 1}.`)), 'half');
    orThrow(writeAtomically(nodeFiles, path, Buffer.from('whole')));
    expect(readdirSync(join(path, '..'))).toEqual(['file']);
    expect(readFileSync(path, 'utf8')).toBe('whole');
  });

  test('tells why the disk refused', () => {
    const code = (errno: string) => fileFault(Object.assign(new Error(errno), { code: errno }), '/x').code;
    expect(code('ENOSPC')).toBe('disk_full');
    expect(code('EROFS')).toBe('data_read_only');
    expect(code('EACCES')).toBe('data_read_only');
    expect(code('ENOENT')).toBe('file_absent');
    expect(code('EIO')).toBe('io_failed');
    expect(() => fileFault(new TypeError('a bug'), '/x')).toThrow('a bug');
    expect(nodeFiles.openForReading(fresh())).toMatchObject({ fault: { code: 'file_absent' } });
  });
});

function encrypt(plain: Uint8Array, cut: number): string {
  const path = fresh();
  const writer = orThrow(EncryptedWriter.begin(folder, path));
  for (let at = 0; at < plain.length; at += cut) orThrow(writer.write(plain.subarray(at, at + cut)));
  orThrow(writer.commit(path));
  return path;
}

describe('an encrypted file', () => {
  test('gives back any length in any cut, and any window of it', () => {
    const lengths = fc.constantFrom(0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 150_000);
    const property = fc.property(
      lengths,
      fc.integer({ min: 1000, max: 100_000 }),
      fc.nat(),
      fc.nat(),
      (size, cut, a, b) => {
        const plain = randomBytes(size);
        const source = orThrow(openEncrypted(folder, encrypt(plain, cut)));
        expect(source.size).toBe(size);
        expect(Buffer.concat([...slicesOf(source)].map(orThrow)).equals(plain)).toBe(true);
        const from = a % (size + 1);
        const length = b % (size - from + 1);
        expect(Buffer.compare(orThrow(source.read(from, length)), plain.subarray(from, from + length))).toBe(0);
        source.close();
      },
    );
    fc.assert(property, { numRuns: scaled(20) });
  });

  const plain = randomBytes(2 * CHUNK_BYTES + 10);
  const readAll = (bytes: Uint8Array) => {
    const path = fresh();
    writeFileSync(path, bytes);
    const source = openEncrypted(folder, path);
    if (!source.ok) return source;
    const slices = [...slicesOf(source.value)];
    source.value.close();
    return slices.find((slice) => !slice.ok) ?? ok(slices.length);
  };
  const sealed = readFileSync(encrypt(plain, 50_000));
  const corrupt = { ok: false, fault: { code: 'data_corrupt' } };

  test('cut anywhere is corrupt', () => {
    const cuts = [0, 3, HEAD_BYTES, HEAD_BYTES + 5, HEAD_BYTES + SEALED_CHUNK_BYTES, sealed.length - 1];
    for (const cut of [...cuts, HEAD_BYTES + 2 * SEALED_CHUNK_BYTES]) {
      expect(readAll(sealed.subarray(0, cut)), `cut at ${cut}`).toMatchObject(corrupt);
    }
    expect(readAll(Buffer.concat([sealed, Buffer.alloc(1)]))).toMatchObject(corrupt);
    expect(readAll(sealed).ok).toBe(true);
  });

  test('with chunks exchanged, a byte changed or another key is corrupt', () => {
    const chunk = (at: number) =>
      sealed.subarray(HEAD_BYTES + at * SEALED_CHUNK_BYTES, HEAD_BYTES + (at + 1) * SEALED_CHUNK_BYTES);
    const head = sealed.subarray(0, HEAD_BYTES);
    expect(readAll(Buffer.concat([head, chunk(1), chunk(0), chunk(2)]))).toMatchObject(corrupt);
    expect(readAll(Buffer.concat([head, chunk(0), chunk(2)]))).toMatchObject(corrupt);
    for (let at = 0; at < sealed.length; at += 4999) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 4;
      expect(readAll(changed), `byte ${at}`).toMatchObject(corrupt);
    }
    const path = encrypt(plain, 50_000);
    const other = orThrow(openEncrypted({ ...folder, key: randomBytes(32) }, path));
    expect(other.read(0, 1)).toMatchObject(corrupt);
    other.close();
  });
});

describe('the blob store', () => {
  test('keeps blobs under their hash, encrypted, and lists them', async () => {
    const path = fresh();
    const store = new BlobStore(folder, path);
    const small = orThrow(store.put(Buffer.from('photo')));
    const large = randomBytes(200_000);
    const slices = [large.subarray(0, 70_000), large.subarray(70_000)].map((slice) => ok(slice));
    const streamed = orThrow(await store.putStream(slices));
    expect(orThrow(store.list())).toEqual([small, streamed].sort());
    expect(orThrow(store.get(small))).toEqual(Buffer.from('photo'));
    expect(Buffer.compare(orThrow(store.get(streamed)), large)).toBe(0);
    expect(store.has(small)).toBe(true);
    expect(readFileSync(join(path, small.slice(0, 2), small)).includes('photo')).toBe(false);
    expect(orThrow(store.put(Buffer.from('photo')))).toBe(small);
  });

  test('keeps nothing of a stream that failed', async () => {
    const path = fresh();
    const store = new BlobStore(folder, path);
    const stream = [ok(randomBytes(100_000)), fail({ code: 'disk_full' } as const)];
    expect(await store.putStream(stream)).toEqual(fail({ code: 'disk_full' }));
    expect(readdirSync(path)).toEqual([]);
    const full = new BlobStore({ ...folder, files: failing('write') }, path);
    expect(full.put(Buffer.from('x'))).toEqual(fail({ code: 'disk_full' }));
    expect(readdirSync(path, { recursive: true }).filter((name) => `${name}`.length > 2)).toEqual([]);
  });

  test('notices a blob put in the place of another', () => {
    const path = fresh();
    const store = new BlobStore(folder, path);
    const one = orThrow(store.put(Buffer.from('one')));
    const two = orThrow(store.put(Buffer.from('two')));
    writeFileSync(join(path, one.slice(0, 2), one), readFileSync(join(path, two.slice(0, 2), two)));
    expect(store.get(one)).toMatchObject({ fault: { code: 'data_corrupt' } });
    expect(store.check(one)).toMatchObject({ fault: { code: 'data_corrupt' } });
    expect(store.check(two)).toEqual(ok(null));
    expect(store.get(blobId.parse('0'.repeat(64)))).toMatchObject({ fault: { code: 'not_found' } });
  });
});

const isRoot = process.getuid?.() === 0;

describe('the mark store', () => {
  const mark = eventAddress.parse({ log: 'a'.repeat(32), seq: 9, id: 'b'.repeat(64) });

  test('gives back the last mark of each log', () => {
    const store = markStore(nodeFiles, join(fresh(), 'state'));
    expect(store.read(mark.log)).toEqual(ok(null));
    orThrow(store.write(mark));
    orThrow(store.write({ ...mark, seq: 10 }));
    expect(store.read(mark.log)).toEqual(ok({ ...mark, seq: 10 }));
    expect(store.read(logId.parse('c'.repeat(32)))).toEqual(ok(null));
  });

  test('takes a damaged or foreign mark for none', () => {
    const path = fresh();
    const store = markStore(nodeFiles, path);
    orThrow(store.write(mark));
    writeFileSync(join(path, `${mark.log}.mark`), '{"log":');
    expect(store.read(mark.log)).toEqual(ok(null));
    writeFileSync(join(path, `${mark.log}.mark`), JSON.stringify({ ...mark, log: 'd'.repeat(32) }));
    expect(store.read(mark.log)).toEqual(ok(null));
  });

  test('lies where the environment says', () => {
    expect(markFolder({ JINGXUN_STATE_DIR: '/s', XDG_STATE_HOME: '/x', HOME: '/h' })).toBe('/s');
    expect(markFolder({ XDG_STATE_HOME: '/x', HOME: '/h' })).toBe(join('/x', 'jingxun'));
    expect(markFolder({ HOME: '/h' })).toBe(join('/h', '.local', 'state', 'jingxun'));
  });

  test.skipIf(isRoot)(
    `a folder without permission is a fault${isRoot ? ' (skipped: root may write everywhere)' : ''}`,
    () => {
      const path = fresh();
      orThrow(nodeFiles.makeFolder(path));
      chmodSync(path, 0o500);
      expect(markStore(nodeFiles, path).write(mark)).toMatchObject({ fault: { code: 'data_read_only' } });
    },
  );
});
