import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BAG } from '../../db/bundles/bag-names.ts';
import {
  authorityKey,
  type BagFiles,
  bundleBytes,
  certify,
  contentOf,
  DURING,
  FixtureLog,
  inOrder,
  keyOf,
  photo,
  rebag,
  sealedLog,
  tablet,
  tabletSigner,
  textOf,
} from '../../db/bundles/bundle-fixture.ts';
import { sha256 } from '../../db/log/sha256.ts';
import { allowedSignersFile } from '../../db/ssh/allowed-signers.ts';
import { krlFile } from '../../db/ssh/krl.ts';
import { documents } from '../../reports/registry.ts';
import { sampleBundle } from '../../reports/sample-report.ts';

// What VERIFY.txt prints for Linux is taken out of the text and executed as printed, against real bundles.

const tools = ['unzip', 'sha256sum', 'ssh-keygen', 'bash'];
const missing = tools.filter((tool) => spawnSync(tool, ['--help']).error !== undefined);
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const text = documents['verify-txt'].render({ principal: 'team03-dev1@jingxun' });

/** The steps for Linux: their number and the lines printed with four spaces before them. */
function linuxSteps(): readonly { readonly number: number; readonly script: string }[] {
  const block = text.slice(text.indexOf('\n== Linux'), text.indexOf('\n== macOS'));
  return block
    .split(/\n(?=\d\. )/)
    .slice(1)
    .map((step) => ({
      number: Number.parseInt(step, 10),
      script: (step.match(/^ {4}.*$/gm) ?? []).map((line) => line.slice(4)).join('\n'),
    }));
}

/** Runs the printed lines in an empty folder and says at which step they ended; `passed` where all went through. */
function follow(bundle: Uint8Array, krl: Uint8Array = goodKrl) {
  const folder = mkdtempSync(join(tmpdir(), 'jingxun-verify-'));
  folders.push(folder);
  writeFileSync(join(folder, 'bundle.jxb'), bundle);
  writeFileSync(join(folder, 'allowed_signers'), allowedSignersFile([authorityKey.publicKey], 'shanxi'));
  writeFileSync(join(folder, 'krl'), krl);
  const script = linuxSteps()
    .map(({ number, script }) => `echo "#step ${number}"\n${script}\n`)
    .join('');
  const run = spawnSync('bash', ['-e'], { cwd: folder, input: script, encoding: 'utf8' });
  const output = run.stdout + run.stderr;
  const last = Number(run.stdout.match(/#step (\d)(?![\s\S]*#step)/)?.[1]);
  return { endedAt: run.status === 0 ? 'passed' : last, output };
}

const krlOf = (revoked: readonly string[]) =>
  krlFile({ version: 1n, generated: DURING, serials: [{ authority: authorityKey.publicKey, revoked }], keys: [] });
const goodKrl = krlOf(['77']);

/** Two devices of the authority and one that nobody certified, a gap, a withheld body, a photo. */
function richBundle() {
  const other = keyOf('team07-dev2');
  const stranger = keyOf('stranger');
  const logs = [
    sealedLog(),
    new FixtureLog(other, 'two', certify(other, 'team07-dev2', { serial: '2' })).add().seal().add().seal(),
    new FixtureLog(stranger, 'three').add({ body: { note: '"type":"log.seal","v":1,"wall":1}\t{' } }).seal(),
  ];
  const content = contentOf(
    inOrder(...logs).filter(({ header }) => header !== logs[1]?.lines[1]?.header),
    [photo],
  );
  const report = Buffer.from(documents['inspection-html'].render(sampleBundle));
  return bundleBytes({ ...content, report, verifyText: Buffer.from(text) }, tabletSigner);
}

describe.skipIf(missing.length > 0)(
  `VERIFY.txt${missing.length > 0 ? ` (skipped: no ${missing.join(', ')})` : ''}`,
  () => {
    let good: Buffer;
    beforeAll(async () => {
      good = await richBundle();
    });
    const tampered = (change: (files: BagFiles) => void, sums?: 'keep-manifests') => follow(rebag(good, change, sums));
    const replaced = (name: string, from: string | RegExp, to: string) => (files: BagFiles) => {
      const before = textOf(files, name);
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      files.set(name, Buffer.from(after));
    };

    test('leads through a good bundle of three logs as printed', () => {
      const { endedAt, output } = follow(good);
      expect({ endedAt, output }).toMatchObject({ endedAt: 'passed' });
      expect(output.match(/^Good "jingxun-bundle" signature for team03-dev1@jingxun/gm)).toHaveLength(2);
      expect(output.match(/^Good "jingxun-seal" signature for team0[37]-dev[12]@jingxun/gm)).toHaveLength(3);
      expect(output.match(/^no certificate: [0-9a-f]{32} 3 SHA256:/gm)).toHaveLength(1);
      expect(output.match(/: OK$/gm)).toHaveLength(9);
    });

    test('what was signed is what is printed: the text in the bundle is this text', () => {
      const files: { text?: string } = {};
      rebag(good, (bag) => {
        files.text = textOf(bag, BAG.verify);
      });
      expect(files.text).toBe(text);
    });

    test('ends at 1 where the file is cut short', () => {
      expect(follow(good.subarray(0, good.length - 400)).endedAt).toBe(1);
    });

    test('ends at 2 where a byte changed or a file is missing', () => {
      expect(tampered(replaced(BAG.report, '0.92', '0.42'), 'keep-manifests').endedAt).toBe(2);
      expect(tampered((files) => files.delete(BAG.report), 'keep-manifests').endedAt).toBe(2);
    });

    test('ends at 3 where a file is not on the manifests', () => {
      const { endedAt, output } = tampered((files) => files.set('data/extra.txt', Buffer.from('x')), 'keep-manifests');
      expect(endedAt).toBe(3);
      expect(output).toContain('> data/extra.txt');
    });

    test('ends at 4 where the manifests were made anew without the carrier', () => {
      expect(
        tampered((files) => {
          const sum = /[0-9a-f]{64}(?= {2}bagit.txt)/;
          files.set('bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: utf-8\n'));
          const digest = sha256(files.get('bagit.txt') ?? '');
          replaced(BAG.tagManifest, sum, digest)(files);
        }, 'keep-manifests').endedAt,
      ).toBe(4);
    });

    test('ends at 5 where the province revoked the carrier', () => {
      expect(follow(good, krlOf(['1'])).endedAt).toBe(5);
    });

    test('ends at 6 where a dishonest carrier changed a body or put another photo', () => {
      expect(tampered(replaced(BAG.bodies, '"outcome":"fail"', '"outcome":"pass"')).endedAt).toBe(6);
      const swapped = tampered((files) => {
        const name = [...files.keys()].find((one) => one.startsWith('data/blobs/')) ?? '';
        files.set(name, Buffer.from('another photo'));
      });
      expect(swapped.endedAt).toBe(6);
    });

    test('ends at 7 where a dishonest carrier changed a header', () => {
      expect(tampered(replaced(BAG.log, /"wall":\d/, '"wall":2')).endedAt).toBe(7);
    });

    test('ends at 8 where a seal was made over another line, by another key, or nothing is sealed', async () => {
      const bundleOf = (log: FixtureLog) => bundleBytes(contentOf(log.lines), tabletSigner);
      const fresh = () => new FixtureLog(tablet, 'one').add();
      const wrongLine = follow(await bundleOf(fresh().seal({ line: 'another line\n' })));
      expect(wrongLine.endedAt).toBe(8);
      const wrongKey = follow(await bundleOf(fresh().seal({ by: keyOf('thief') })));
      expect(wrongKey).toMatchObject({ endedAt: 8, output: expect.stringContaining('wrong key: ') });
      expect(follow(await bundleOf(fresh())).endedAt).toBe(8);
    });
  },
);
