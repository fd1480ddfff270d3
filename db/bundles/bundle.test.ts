import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../../vocabulary/fault.ts';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { memorySource } from '../files/byte-source.ts';
import { sha256 } from '../log/sha256.ts';
import { allowedSignersFile } from '../ssh/allowed-signers.ts';
import { BAG } from './bag-names.ts';
import {
  authorityKey,
  type BagFiles,
  bundleBytes,
  bundleSigner,
  certify,
  contentOf,
  type Draft,
  FixtureLog,
  inOrder,
  keyOf,
  photo,
  rebag,
  sealedLog,
  signers,
  smallBundle,
  tablet,
  tabletCertificate,
  tabletSigner,
  textOf,
} from './bundle-fixture.ts';
import { judgeBundle, openBundle, readBundle } from './read-bundle.ts';
import { nextTurn } from './sum-entries.ts';

const read = (bytes: Uint8Array) => readBundle(memorySource(bytes), signers);
const refusal = async (bytes: Uint8Array): Promise<FaultCode | null> => {
  const result = await read(bytes);
  return result.ok ? null : result.fault.code;
};
const refusalOf = async (log: FixtureLog, signer = tabletSigner) =>
  refusal(await bundleBytes(contentOf(log.lines), signer));

describe('a bundle', () => {
  test('comes back as it was written', async () => {
    const log = sealedLog();
    const bundle = orThrow(await read(await smallBundle()));
    expect(bundle.carrier).toMatchObject({ principal: 'team03-dev1@jingxun', role: 'inspector' });
    expect(bundle).toMatchObject({ count: 5, unsealed: 1, gaps: [], blobs: [sha256(photo)] });
    const judged = bundle.judged();
    const events = [...judged.events()].map(orThrow);
    expect(await judged.conclude(nextTurn)).toEqual(ok(null));
    expect(events.map(({ id, headerText, bodyText }) => ({ id, header: headerText, body: bodyText }))).toEqual(
      log.lines,
    );
    expect(events.map(({ body }) => body === null)).toEqual([false, false, false, true, false]);
    expect(orThrow(bundle.openBlob(sha256(photo)).read(0, photo.length))).toEqual(photo);
    expect(bundle.info.ranges).toHaveLength(1);
  });

  test('written twice is the same to the byte', async () => {
    expect((await smallBundle()).equals(await smallBundle())).toBe(true);
  });

  test('of several logs and of a part of a log is taken, its holes named', async () => {
    const two = sealedLog('two').add().seal();
    const bytes = await bundleBytes(contentOf(inOrder(sealedLog(), two)), tabletSigner);
    expect(orThrow(await read(bytes)).info.ranges).toHaveLength(2);
    const part = orThrow(await read(await bundleBytes(contentOf(two.lines.slice(3)), tabletSigner)));
    expect(part).toMatchObject({ count: 4, gaps: [{ log: two.log, from: 1, to: 3 }] });
    const holed = [...two.lines.slice(0, 2), ...two.lines.slice(3)];
    const withHole = orThrow(await read(await bundleBytes(contentOf(holed), tabletSigner)));
    expect(withHole.gaps).toEqual([{ log: two.log, from: 1, to: 3 }]);
    expect(withHole.unsealed).toBe(3);
  });

  test('of a bare key’s log is taken when its carrier is enrolled', async () => {
    const log = new FixtureLog(keyOf('bare'), 'bare').add().seal();
    expect(await refusalOf(log)).toBeNull();
  });

  test('with a trust statement that does not verify is taken: the statement has no effect', async () => {
    const statement = { key: tablet.fingerprint, serials: 'all', from: 1, reason: 'forged' };
    const log = sealedLog()
      .add({ type: 'revocation', subject: '', body: { statement, sig: 'none' }, header: { author: '' } })
      .seal();
    expect(await refusalOf(log)).toBeNull();
  });

  test('holding a fork is taken, with a range for each branch', async () => {
    const branch = sealedLog();
    const other = sealedLog();
    branch.add({ body: { outcome: 'pass' } }).seal();
    other.add({ body: { outcome: 'fail' } }).seal();
    const seqOf = (id: string) =>
      [...branch.lines, ...other.lines].findIndex((line) => line.id === id) % branch.lines.length;
    const both = [...new Map([...branch.lines, ...other.lines].map((line) => [line.id, line])).values()];
    const lines = both.sort((a, b) => seqOf(a.id) - seqOf(b.id) || (a.id < b.id ? -1 : 1));
    const bundle = orThrow(await read(await bundleBytes(contentOf(lines), tabletSigner)));
    expect(bundle.paths).toHaveLength(2);
    expect(bundle.unsealed).toBe(2);
  });
});

describe('refused is a bundle', () => {
  test('of another authority, or with a carrier that breaks the rules', async () => {
    const stranger = bundleSigner(tablet, certify(tablet, 'team03-dev1', { authority: keyOf('other') }));
    expect(await refusalOf(sealedLog(), stranger)).toBe('unknown_signer');
    const noRole = bundleSigner(tablet, certify(tablet, 'authority'));
    expect(await refusalOf(sealedLog(), noRole)).toBe('bad_certificate');
  });

  test('without a seal that verifies, or with one that does not', async () => {
    expect(await refusalOf(new FixtureLog(tablet, 'one').add())).toBe('unsealed');
    expect(await refusal(await bundleBytes(contentOf([]), tabletSigner))).toBe('unsealed');
    expect(await refusalOf(sealedLog().add().seal({ line: 'other' }))).toBe('seal_invalid');
    expect(
      await refusalOf(
        sealedLog()
          .add()
          .seal({ by: keyOf('thief') }),
      ),
    ).toBe('seal_wrong_key');
    expect(await refusalOf(sealedLog().add({ type: 'log.seal', body: { nonce: 'x', sig: '' } }))).toBe('seal_invalid');
  });

  test('with a body withheld that must stand, or one that is not the one named', async () => {
    const types: readonly Draft[] = [
      { type: 'witness', subject: '', header: { author: '' }, body: { heads: [] } },
      { type: 'certificate', subject: '', header: { author: '' }, body: { certificate: '' } },
      { type: 'pack', subject: `pack/${'c'.repeat(32)}/rules` },
    ];
    for (const draft of types) {
      expect(
        await refusalOf(
          sealedLog()
            .add({ ...draft, withheld: true })
            .seal(),
        ),
        draft.type,
      ).toBe('trust_body_withheld');
    }
    expect(
      await refusalOf(
        sealedLog()
          .add({ header: { body: '0'.repeat(64) } })
          .seal(),
      ),
    ).toBe('bundle_changed');
  });

  test('whose lines are not canonical', async () => {
    const log = sealedLog();
    const change = async (from: RegExp, to: string, what: 'header' | 'body') => {
      const lines = log.lines.map((line) => ({ ...line, [what]: line[what].replace(from, to) }));
      return refusal(await bundleBytes(contentOf(lines), tabletSigner));
    };
    expect(await change(/^{/, '{ ', 'body')).toBe('not_canonical');
    expect(await change(/"seq":2/, '"seq":2.0', 'header')).toBe('not_canonical');
    expect(await change(/"mono":2/, '"mono":2,"aaa":1', 'header')).toBe('not_canonical');
    expect(await change(/"wall":/, '"walk":', 'header')).toBe('bundle_malformed');
    expect(await change(/"salt":/, '"salz":', 'body')).toBe('bundle_malformed');
    expect(await change(/"pass"/, '"fail"', 'body')).toBe('bundle_changed');
  });

  test('whose chain is broken', async () => {
    const late = new FixtureLog(tablet, 'late').add({ type: 'log.open', body: { nonce: '0'.repeat(32) } });
    expect(await refusalOf(late.seal())).toBe('chain_broken');
    const start = new FixtureLog(tablet, 'start');
    start.lines.length = 0;
    start.headers.length = 0;
    expect(await refusalOf(start.add().seal())).toBe('chain_broken');
    const torn = sealedLog();
    torn.add({ header: { prev: '0'.repeat(64) } });
    const good = await bundleBytes(contentOf(sealedLog().add().lines), tabletSigner);
    const swap = (files: BagFiles, name: string, line: string) =>
      files.set(name, Buffer.from([...textOf(files, name).split('\n').slice(0, 5), line, ''].join('\n')));
    const broken = rebag(good, (files) => {
      swap(files, BAG.log, torn.lines.at(-1)?.header ?? '');
      swap(files, BAG.bodies, torn.lines.at(-1)?.body ?? '');
    });
    expect(await refusal(broken)).toBe('chain_broken');
  });

  test('whose own account of itself is wrong', async () => {
    const good = await smallBundle();
    const saying = (from: string | RegExp, to: string) =>
      refusal(rebag(good, (files) => files.set(BAG.info, Buffer.from(textOf(files, BAG.info).replace(from, to)))));
    expect(await saying('Format: 1.0', 'Format: 2.0')).toBe('bundle_newer');
    expect(await saying('Format: 1.0', 'Format: 1.1')).toBeNull();
    expect(await saying(/Events: 5/, 'Events: 6')).toBe('bundle_malformed');
    expect(await saying(/Blobs: 1/, 'Blobs: 0')).toBe('bundle_malformed');
    expect(await saying(/Log-Hash: \w{8}/, 'Log-Hash: 00000000')).toBe('bundle_malformed');
    expect(await saying(/ 5 (\w{64})\n/, ' 6 $1\n')).toBe('bundle_malformed');
    expect(await saying(/$/, 'More: 1\n')).toBe('bundle_malformed');
  });

  test('with a file too many, too few or in the place of another, even if its carrier signed it', async () => {
    const good = await smallBundle();
    const blob = `data/blobs/${sha256(photo)}`;
    const cases: readonly (readonly [FaultCode | null, (files: BagFiles) => void])[] = [
      [null, () => undefined],
      ['bundle_file_extra', (files) => files.set('data/run.exe', Buffer.from('x'))],
      ['bundle_file_extra', (files) => files.set('data/blobs/ab', Buffer.from('x'))],
      ['bundle_file_extra', (files) => files.set('notes.txt', Buffer.from('x'))],
      ['bundle_file_missing', (files) => files.delete(BAG.report)],
      ['bundle_file_missing', (files) => files.delete(BAG.log)],
      ['bundle_changed', (files) => files.set(blob, Buffer.from('another photo'))],
      ['bundle_malformed', (files) => files.set(BAG.bagit, Buffer.from('BagIt-Version: 0.97\n'))],
      ['bundle_malformed', (files) => files.set(BAG.certificate, Buffer.from(`${certify(tablet, 'team03-dev2')}\n`))],
      [
        'bundle_malformed',
        (files) => files.set(BAG.bodies, Buffer.concat([files.get(BAG.bodies) ?? photo, Buffer.from('{}')])),
      ],
    ];
    for (const [code, change] of cases) expect(await refusal(rebag(good, change)), change.toString()).toBe(code);
  });

  test('whose files changed after the carrier signed', async () => {
    const good = await smallBundle();
    const unsigned = (change: (files: BagFiles) => void) => refusal(rebag(good, change, 'keep-manifests'));
    expect(await unsigned((files) => files.set(BAG.report, Buffer.from('x')))).toBe('bundle_changed');
    expect(await unsigned((files) => files.set('data/more', Buffer.from('x')))).toBe('bundle_file_extra');
    expect(await unsigned((files) => files.delete(`data/blobs/${sha256(photo)}`))).toBe('bundle_file_missing');
    expect(await unsigned((files) => files.delete(BAG.signature))).toBe('bundle_unsigned');
    expect(await unsigned((files) => files.set(BAG.tagManifest, Buffer.from('x')))).toBe('bad_signature');
    expect(await unsigned((files) => files.set(BAG.manifest, Buffer.from('x')))).toBe('bundle_changed');
  });

  test('with an event larger than any machine writes', async () => {
    expect(
      await refusalOf(
        sealedLog()
          .add({ body: { text: 'x'.repeat(70_000) } })
          .seal(),
      ),
    ).toBe('bundle_malformed');
  });

  test('with a blob that no event names', async () => {
    const bytes = await bundleBytes(contentOf(sealedLog().lines, [photo, Buffer.from('stowaway')]), tabletSigner);
    expect(await refusal(bytes)).toBe('bundle_file_extra');
  });

  test('cut at any length', async () => {
    const bytes = await smallBundle();
    const step = Math.max(1, Math.round(29 / scaled(1)));
    for (let length = 0; length < bytes.length; length += step) {
      expect(await refusal(bytes.subarray(0, length)), `${length} bytes`).toMatch(/bundle_truncated|bundle_unreadable/);
    }
  });

  test('with any byte changed', async () => {
    const bytes = await smallBundle();
    const step = Math.max(1, Math.round(11 / scaled(1)));
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(await refusal(changed), `byte ${at}`).not.toBeNull();
    }
  });

  test('that is garbage, without a throw', async () => {
    const small = await smallBundle();
    const property = fc.asyncProperty(
      fc.nat(small.length),
      fc.uint8Array({ minLength: 1, maxLength: 60 }),
      async (at, noise) => {
        const changed = Buffer.concat([small.subarray(0, at), noise, small.subarray(at + noise.length)]);
        if (!changed.equals(small)) expect(await refusal(changed)).not.toBeNull();
        expect(await refusal(noise)).not.toBeNull();
      },
    );
    await fc.assert(property, { numRuns: scaled(60) });
  });
});

const stock = ['unzip', 'sha256sum', 'ssh-keygen'].filter((tool) => spawnSync(tool, ['--help']).error !== undefined);

test.skipIf(stock.length > 0)(
  `stock tools check a bundle${stock.length ? ` (skipped, not found: ${stock})` : ''}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jingxun-bundle-'));
    const run = (command: string) => spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    try {
      const certificate = certify(tablet, 'team03-dev1');
      const bytes = await bundleBytes(contentOf(sealedLog().lines, [photo]), bundleSigner(tablet, certificate));
      writeFileSync(join(folder, 'x.jxb'), bytes);
      writeFileSync(join(folder, 'allowed_signers'), allowedSignersFile([authorityKey.publicKey]));
      expect(run('unzip -q x.jxb -d x').stderr).toBe('');
      expect(run('unzip -tq x.jxb').status).toBe(0);
      expect(run('cd x && sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt').status).toBe(0);
      const verify = `ssh-keygen -Y verify -f ../allowed_signers -I team03-dev1@jingxun -n jingxun-bundle -s tagmanifest-sha256.txt.sig`;
      expect(run(`cd x && ${verify} -O verify-time=20261123 < tagmanifest-sha256.txt`).status).toBe(0);
      expect(run(`cd x && ${verify} -O verify-time=20261123 < manifest-sha256.txt`).status).not.toBe(0);
      expect(readdirSync(join(folder, 'x', 'data')).sort()).toEqual([
        'VERIFY.txt',
        'blobs',
        'bodies.ndjson',
        'log.ndjson',
        'report.html',
      ]);
      expect(tabletCertificate).toBe(certificate);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('a file that changes while its events are read is noticed before anything counts', async () => {
  const bytes = await smallBundle();
  for (const piece of ['"outcome":"pass"', '"why":"privacy"', '"wall":', '"type":"log.seal"', '"salt":"']) {
    const changed = Buffer.from(bytes);
    const opened = orThrow(await openBundle(memorySource(changed), signers));
    const judged = orThrow(await judgeBundle(opened)).judged();
    const at = changed.indexOf(piece) + piece.length - 2;
    changed.writeUInt8((changed.at(at) ?? 0) ^ 1, at);
    expect(await judgeBundle(opened), piece).toMatchObject({ ok: false, fault: { code: 'bundle_changed' } });
    for (const event of judged.events()) if (!event.ok) break;
    expect(await judged.conclude(nextTurn), piece).toMatchObject({ ok: false, fault: { code: 'bundle_changed' } });
  }
});

test('a source that fails midway is told as such', async () => {
  const whole = memorySource(await smallBundle());
  const gone = fail({ code: 'io_failed' } as const);
  const read = (at: number, length: number) =>
    at > 1000 && at < 6000 && length < 4000 ? gone : whole.read(at, length);
  expect(await readBundle({ ...whole, read }, signers)).toEqual(gone);
});
