import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, describe, expect, test } from 'vitest';
import { eventId } from '../../vocabulary/ids.ts';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { BlobStore } from '../files/blob-store.ts';
import { memorySource, slicesOf } from '../files/byte-source.ts';
import type { FileSystem } from '../files/file-system.ts';
import { nodeFiles } from '../files/node-files.ts';
import { krlFile } from '../ssh/krl.ts';
import { readKrl } from '../ssh/read-krl.ts';
import { openBundleFile, writeBundleFile } from './bundle-file.ts';
import {
  authorityKey,
  bundleBytes,
  certify,
  contentOf,
  DURING,
  keyOf,
  photo,
  sealedLog,
  signers,
  smallBundle,
  tablet,
  tabletSigner,
  VALID_FROM,
  VALID_UNTIL,
} from './bundle-fixture.ts';
import { openBundle, readBundle } from './read-bundle.ts';
import { makeReceipt, readReceipt } from './receipt.ts';
import { answerFor } from './verify.ts';

const root = mkdtempSync(join(tmpdir(), 'jingxun-verify-'));
afterAll(() => rmSync(root, { recursive: true }));

const verified = async () => orThrow(await readBundle(memorySource(await smallBundle()), signers));
const now = { at: DURING, krl: null, receipts: [] };

describe('the answer about a bundle', () => {
  test('says who, what and what is missing', async () => {
    const answer = orThrow(answerFor(await verified(), now));
    expect(answer).toMatchObject({
      ok: true,
      signer: 'team03-dev1@jingxun',
      role: 'inspector',
      events: 5,
      unsealed: 1,
      blobs: 1,
    });
    expect(answer.gaps).toEqual([]);
    expect(answer.ranges).toMatchObject([{ fromSeq: 1, toSeq: 5 }]);
  });

  test('is no before the certificate begins and from its end on', async () => {
    const bundle = await verified();
    const codeAt = (ms: number) => {
      const answer = answerFor(bundle, { ...now, at: epochMs.parse(ms) });
      return answer.ok ? null : answer.fault;
    };
    expect(codeAt(VALID_FROM - 1)).toMatchObject({ code: 'carrier_not_yet_valid', from: '2026-01-01T00:00:00Z' });
    expect(codeAt(VALID_FROM)).toBeNull();
    expect(codeAt(VALID_UNTIL - 1)).toBeNull();
    expect(codeAt(VALID_UNTIL)).toMatchObject({ code: 'carrier_expired', until: '2031-01-01T00:00:00Z' });
  });

  test('is no for a revoked carrier, whatever the time', async () => {
    const bundle = await verified();
    const lists = [
      { serials: [{ authority: authorityKey.publicKey, revoked: ['1'] }], keys: [] },
      { serials: [], keys: [tablet.fingerprint] },
    ];
    for (const list of lists) {
      const krl = orThrow(readKrl(krlFile({ version: 1n, generated: DURING, ...list }), 'krl'));
      expect(answerFor(bundle, { ...now, krl })).toMatchObject({ fault: { code: 'carrier_revoked', serial: '1' } });
      expect(answerFor(bundle, { ...now, krl, at: VALID_FROM })).toMatchObject({ fault: { code: 'carrier_revoked' } });
    }
  });
});

describe('a receipt', () => {
  const lead = keyOf('team03-lead');
  const certificate = certify(lead, 'team03-lead', { role: 'lead', serial: '9' });
  const last = sealedLog().lines.at(-1);
  const head = { log: sealedLog().log, seq: 5, id: eventId.parse(last?.id), seen: DURING };

  test('of a lead is told beside the bundle it names', async () => {
    const receipt = orThrow(readReceipt(makeReceipt([head], lead, certificate), 'r', signers));
    const other = { ...head, id: eventId.parse('0'.repeat(64)) };
    const elsewhere = orThrow(readReceipt(makeReceipt([other], lead, certificate), 'r', signers));
    const answer = orThrow(answerFor(await verified(), { ...now, receipts: [receipt, elsewhere] }));
    const { log, seq, seen } = head;
    expect(answer.receipts).toEqual([{ by: 'team03-lead@jingxun', role: 'lead', log, seq, seen }]);
  });

  test('changed, of an inspector or of a stranger is not believed', () => {
    const text = makeReceipt([head], lead, certificate);
    const codeOf = (receipt: string) => {
      const read = readReceipt(receipt, 'r', signers);
      return read.ok ? null : read.fault.code;
    };
    expect(codeOf(text.replace('"seq":5', '"seq":6'))).toBe('bad_signature');
    expect(codeOf(makeReceipt([head], tablet, certify(tablet, 'team03-dev1')))).toBe('role_denied');
    expect(codeOf(makeReceipt([head], lead, certify(lead, 'team03-lead', { role: 'lead', authority: tablet })))).toBe(
      'unknown_signer',
    );
    expect(codeOf('{')).toBe('file_malformed');
  });
});

describe('a bundle file', () => {
  const content = () => contentOf(sealedLog().lines, [photo]);
  const folder = { files: nodeFiles, key: randomBytes(32), random: randomBytes };

  test('appears whole, the same as in memory', async () => {
    const path = join(root, 'plain.jxb');
    const written = orThrow(await writeBundleFile(nodeFiles, { path, recipients: [] }, content(), tabletSigner));
    expect(written).toMatchObject({ events: 5, blobs: 1 });
    expect(readFileSync(path).equals(await bundleBytes(content(), tabletSigner))).toBe(true);
    const source = orThrow(await openBundleFile(nodeFiles, path, null));
    const bundle = orThrow(await readBundle(source, signers));
    expect([...bundle.events()].map(orThrow)).toHaveLength(bundle.count);
    const store = new BlobStore(folder, join(root, 'blobs'));
    for (const blob of bundle.blobs) orThrow(await store.putStream(slicesOf(bundle.openBlob(blob))));
    expect(orThrow(store.list())).toEqual(bundle.blobs);
    source.close();
  });

  test('that could not be finished is not there', async () => {
    const blobs = [{ id: 'f'.repeat(64), open: () => fail({ code: 'data_corrupt' } as const) }];
    const path = join(root, 'half', 'half.jxb');
    const written = await writeBundleFile(nodeFiles, { path, recipients: [] }, { ...content(), blobs }, tabletSigner);
    expect(written).toEqual(fail({ code: 'data_corrupt' }));
    expect(readdirSync(join(root, 'half'))).toEqual([]);
  });

  test('whose events are not those that were announced is not there either', async () => {
    const path = join(root, 'other', 'other.jxb');
    const target = { path, recipients: [] };
    const { paths, events, ...rest } = content();
    const [first] = paths;
    if (!first) throw new Error('a log has a path');
    for (const wrong of [
      { paths: [], events },
      { paths: [{ ...first, toSeq: first.toSeq - 1 }], events },
      { paths: [{ ...first, idOfLast: 'f'.repeat(64) }], events },
      { paths, events: events + 1 },
    ]) {
      const writing = writeBundleFile(nodeFiles, target, { ...rest, ...wrong }, tabletSigner);
      await expect(writing).rejects.toThrow('not those that were announced');
    }
    const swapped = { ...rest, paths, events, lines: () => sealedLog().lines.toReversed() };
    await expect(writeBundleFile(nodeFiles, target, swapped, tabletSigner)).rejects.toThrow('out of order');
    expect(readdirSync(join(root, 'other'))).toEqual([]);
  });

  test('of many and large blobs is the same on the disk as in memory, and each comes back', async () => {
    const sizes = [9_000_000, 8 * 1024 * 1024, 300_000, ...Array.from({ length: 60 }, (_, at) => at)];
    const much = contentOf(
      sealedLog().lines,
      sizes.map((size) => randomBytes(size)),
    );
    const path = join(root, 'much.jxb');
    orThrow(await writeBundleFile(nodeFiles, { path, recipients: [] }, much, tabletSigner));
    expect(readFileSync(path).equals(await bundleBytes(much, tabletSigner))).toBe(true);
    const source = orThrow(await openBundleFile(nodeFiles, path, null));
    const bundle = orThrow(await openBundle(source, signers));
    expect(bundle.blobs).toEqual(much.blobs.map(({ id }) => id).sort());
    source.close();
  });

  test('encrypted is opened by each recipient and by nobody else, and leaves nothing plain', async () => {
    const [lead, province, other] = await Promise.all([generateIdentity(), generateIdentity(), generateIdentity()]);
    const recipients = await Promise.all([lead, province].map((identity) => identityToRecipient(identity)));
    const path = join(root, 'secret.jxb.age');
    const large = randomBytes(300_000);
    const log = sealedLog()
      .add({ body: { note: '明文' } })
      .seal();
    const secret = contentOf(log.lines, [photo]);
    orThrow(await writeBundleFile(nodeFiles, { path, recipients }, { ...secret, report: large }, tabletSigner));
    expect(readFileSync(path).includes('明文')).toBe(false);
    for (const [index, identity] of [lead, province].entries()) {
      const opening = { identities: [identity], work: folder, workPath: join(root, 'work', `${index}`) };
      const source = orThrow(await openBundleFile(nodeFiles, path, opening));
      expect(orThrow(await readBundle(source, signers)).count).toBe(7);
      source.close();
      expect(readFileSync(opening.workPath).includes('明文')).toBe(false);
    }
    const strange = { identities: [other], work: folder, workPath: join(root, 'work', 'x') };
    expect(await openBundleFile(nodeFiles, path, strange)).toEqual(fail({ code: 'not_for_us' }));
    expect(await openBundleFile(nodeFiles, path, null)).toEqual(fail({ code: 'not_for_us' }));
    const cut = join(root, 'cut.jxb.age');
    writeFileSync(cut, readFileSync(path).subarray(0, 200_000));
    const opening = { identities: [lead], work: folder, workPath: join(root, 'work', 'cut') };
    expect(await openBundleFile(nodeFiles, cut, opening)).toEqual(fail({ code: 'bundle_truncated' }));
  });

  test('encrypted onto a disk that fills is given up, without hanging', async () => {
    const recipients = await Promise.all([1, 2].map(async () => identityToRecipient(await generateIdentity())));
    const full = fail({ code: 'disk_full' } as const);
    let room = 100_000;
    const files: FileSystem = {
      ...nodeFiles,
      create: (path) => {
        const file = orThrow(nodeFiles.create(path));
        const writeLater = async (bytes: Uint8Array) => {
          room -= bytes.length;
          return room < 0 ? full : file.writeLater(bytes);
        };
        return ok({ ...file, writeLater });
      },
    };
    const path = join(root, 'full', 'full.jxb.age');
    const big = { ...content(), report: randomBytes(400_000) };
    expect(await writeBundleFile(files, { path, recipients }, big, tabletSigner)).toEqual(full);
    expect(readdirSync(join(root, 'full'))).toEqual([]);
  });

  test('asks for two recipients and the right ending', async () => {
    const one = [await identityToRecipient(await generateIdentity())];
    const write = (path: string, recipients: readonly string[]) =>
      writeBundleFile(nodeFiles, { path: join(root, path), recipients }, content(), tabletSigner);
    expect(await write('a.jxb.age', one)).toMatchObject({ fault: { code: 'bad_arguments' } });
    expect(await write('a.jxb', [...one, ...one])).toMatchObject({ fault: { code: 'bad_arguments' } });
    expect(await write('a.jxb.age', [])).toMatchObject({ fault: { code: 'bad_arguments' } });
    expect(await write('a.jxb.age', ['age1x', 'age1y'])).toMatchObject({ fault: { code: 'bad_key' } });
    expect(readdirSync(root).filter((name) => name.startsWith('a.'))).toEqual([]);
  });
});
