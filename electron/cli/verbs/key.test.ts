import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleBytes, bundleSigner, contentOf, FixtureLog } from '../../../db/bundles/bundle-fixture.ts';
import { makeReceipt } from '../../../db/bundles/receipt.ts';
import { type EventRecord, openRecord } from '../../../db/record.ts';
import { readPrivateKeyFile } from '../../../db/ssh/private-key-file.ts';
import { eventId, logId } from '../../../vocabulary/ids.ts';
import { orThrow } from '../../../vocabulary/result.ts';
import { epochMs } from '../../../vocabulary/time.ts';
import { recordWorld } from '../../record-world.ts';
import { runVerb } from '../run-verb.ts';

const root = mkdtempSync(join(tmpdir(), 'jingxun-key-'));
afterAll(() => rmSync(root, { recursive: true }));
const at = (...names: string[]) => join(root, ...names);
const passphrase = 'down the mine';
const env = { JINGXUN_PASSPHRASE_FILE: at('passphrase'), JINGXUN_STATE_DIR: at('state') };

async function run(...argv: string[]) {
  const lines: string[] = [];
  const status = await runVerb(argv, { out: (text) => lines.push(text), err: () => undefined, env });
  const last: Record<string, unknown> & { fault?: { code?: string; zh?: string; en?: string } } = JSON.parse(
    lines.at(-1) ?? '{}',
  );
  return { status, last };
}
const done = async (...argv: string[]) => {
  const result = await run(...argv);
  expect(result, `${argv.join(' ')} ${JSON.stringify(result.last)}`).toMatchObject({ status: 0, last: { ok: true } });
  return result.last;
};

async function withRecord<T>(folder: string, work: (record: EventRecord) => T | Promise<T>): Promise<T> {
  const { record } = orThrow(await openRecord(recordWorld(folder, env), { by: 'passphrase', passphrase }));
  try {
    return await work(record);
  } finally {
    record.close();
  }
}

/** A device enrolled by the verb alone, as on paper and sticks. */
async function enrolDevice(name: string, role: string): Promise<string> {
  const data = at(name);
  await done('key', 'enrol', '--data', data, '--principal', `${name}@jingxun`, '--out', at(`${name}.pub`));
  const signed = await done(
    'key',
    'certify',
    '--authority',
    at('authority'),
    '--role',
    role,
    '--days',
    '30',
    at(`${name}.pub`),
  );
  const paper = ['--certificate', String(signed.file), '--signers', at('authority', 'allowed_signers')];
  await done('key', 'enrol', '--data', data, ...paper, '--fingerprint', fingerprint);
  return data;
}

/** What a device signs with. */
async function paperOf(data: string) {
  const { keys, record } = orThrow(await openRecord(recordWorld(data, env), { by: 'passphrase', passphrase }));
  const certificate = record.identity.certificate?.text ?? '';
  record.close();
  return { key: keys.signingKey, certificate };
}

let fingerprint = '';
let bundle = '';
const verify = (...more: string[]) => run('verify', bundle, '--signers', at('authority', 'allowed_signers'), ...more);

beforeAll(async () => {
  writeFileSync(at('passphrase'), `${passphrase}\n`);
  fingerprint = String((await done('key', 'authority', '--out', at('authority'))).fingerprint);
  const data = await enrolDevice('team03-dev1', 'inspector');
  bundle = at('one.jxb');
  const { key, certificate } = await paperOf(data);
  const log = new FixtureLog(key, 'team03-dev1', certificate).add().seal();
  writeFileSync(bundle, await bundleBytes(contentOf(log.lines), bundleSigner(key, certificate)));
});

describe('key', () => {
  test('makes an authority that only its owner can read, once', async () => {
    expect(statSync(at('authority', 'authority')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('authority', 'allowed_signers'), 'utf8').split('\n')).toHaveLength(3);
    expect(await run('key', 'authority', '--out', at('authority'))).toMatchObject({
      status: 2,
      last: { fault: { code: 'data_exists' } },
    });
  });

  test('gives every certificate a serial of its own', async () => {
    const sign = () =>
      done('key', 'certify', '--authority', at('authority'), '--role', 'lead', '--days', '1', at('team03-dev1.pub'));
    const serials = [(await sign()).serial, (await sign()).serial];
    expect(new Set([...serials, '1']).size).toBe(3);
  });

  test('a name that no certificate may have leaves no folder behind', async () => {
    const asked = await run('key', 'enrol', '--data', at('nameless'), '--principal', 'authority@jingxun');
    expect(asked).toMatchObject({ status: 2, last: { fault: { code: 'bad_certificate' } } });
    expect(existsSync(at('nameless'))).toBe(false);
  });

  test('refuses the certificate of another device and another authority’s paper', async () => {
    await done('key', 'enrol', '--data', at('other'), '--principal', 'team03-dev2@jingxun', '--out', at('other.pub'));
    const take = (file: string, print: string) =>
      run(
        'key',
        'enrol',
        '--data',
        at('other'),
        '--certificate',
        file,
        '--signers',
        at('authority', 'allowed_signers'),
        '--fingerprint',
        print,
      );
    expect(await take(at('team03-dev1-cert.pub'), fingerprint)).toMatchObject({
      status: 2,
      last: { fault: { code: 'bad_certificate' } },
    });
    const signed = await done(
      'key',
      'certify',
      '--authority',
      at('authority'),
      '--role',
      'lead',
      '--days',
      '1',
      at('other.pub'),
    );
    const wrong = fingerprint.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(await take(String(signed.file), wrong)).toMatchObject({
      status: 2,
      last: { fault: { code: 'fingerprint_mismatch' } },
    });
    await withRecord(at('other'), (record) => expect(record.identity.certificate).toBeNull());
  });

  test('says what is wrong with a command, and what is not built', async () => {
    for (const argv of [[], ['what'], ['certify'], ['enrol', '--data', at('x')], ['revoke'], ['vouch', '--seq', '1']]) {
      expect(await run('key', ...argv)).toMatchObject({ status: 2, last: { fault: { code: 'bad_arguments' } } });
    }
    expect(await run('key', 'split')).toMatchObject({ status: 2, last: { fault: { code: 'not_built' } } });
  });

  test('a vouch is signed, kept as a file, and believed in the log it is put into', async () => {
    const data = at('team03-dev1');
    const head = await withRecord(data, (record) => record.stores.events.head(logId.parse(record.identity.log)));
    const named = ['--log', String(head?.log), '--seq', String(head?.seq), '--id', String(head?.id), '--why', '补录'];
    const vouched = await done('key', 'vouch', '--authority', at('authority'), ...named, '--data', data);
    expect(JSON.parse(readFileSync(String(vouched.file), 'utf8')).statement.why).toBe('补录');
    await withRecord(data, (record) => {
      const log = logId.parse(record.identity.log);
      expect(record.stores.trust.vouchedIn(log)).toContain(head?.id);
    });
  });
});

describe('verify', () => {
  test('answers what is inside', async () => {
    const { status, last } = await verify('--krl', at('authority', 'krl'));
    expect(status).toBe(0);
    expect(last).toMatchObject({
      ok: true,
      signer: 'team03-dev1@jingxun',
      role: 'inspector',
      gaps: [],
      blobs: 0,
      unsealed: 1,
    });
  });

  test('answers for the time that it is asked about', async () => {
    const later = new Date(Date.now() + 40 * 86_400_000).toISOString();
    expect(await verify('--at', later)).toMatchObject({
      status: 1,
      last: { ok: false, fault: { code: 'carrier_expired' } },
    });
    expect(await verify('--at', '2020-01-01')).toMatchObject({
      status: 1,
      last: { fault: { code: 'carrier_not_yet_valid' } },
    });
    expect(await verify('--at', 'soon')).toMatchObject({ status: 2, last: { fault: { code: 'bad_arguments' } } });
  });

  test('answers no, in both languages, to what is changed, cut or no bundle', async () => {
    const bytes = readFileSync(bundle);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(at('changed.jxb'), bytes);
    writeFileSync(at('cut.jxb'), bytes.subarray(0, 1000));
    writeFileSync(at('letter.jxb'), 'Dear lead, the bundle is on the other stick, sorry.');
    const signers = ['--signers', at('authority', 'allowed_signers')];
    for (const name of ['changed.jxb', 'cut.jxb', 'letter.jxb']) {
      const { status, last } = await run('verify', at(name), ...signers);
      expect(status, name).toBe(1);
      expect(last.ok).toBe(false);
      expect(last.fault?.zh?.startsWith('拒收')).toBe(true);
      expect(last.fault?.en?.startsWith('Refused')).toBe(true);
    }
    expect(await run('verify', at('nowhere.jxb'), ...signers)).toMatchObject({
      status: 2,
      last: { fault: { code: 'file_absent' } },
    });
    expect(await run('verify', bundle)).toMatchObject({ status: 2, last: { fault: { code: 'signers_needed' } } });
    await done('key', 'authority', '--out', at('foreign'));
    const foreign = await run('verify', bundle, '--signers', at('foreign', 'allowed_signers'));
    expect(foreign).toMatchObject({ status: 1, last: { fault: { code: 'unknown_signer' } } });
  });

  test('tells the receipts of a lead, and leaves out what is none', async () => {
    const { last } = await verify();
    const [range] = Array.isArray(last.ranges) ? last.ranges : [];
    const lead = await enrolDevice('team03-lead', 'lead');
    const head = { log: range.log, seq: range.toSeq, id: eventId.parse(range.idOfLast), seen: epochMs.parse(7) };
    mkdirSync(at('receipts'));
    const { key, certificate } = await paperOf(lead);
    writeFileSync(at('receipts', 'a.json'), makeReceipt([head], key, certificate));
    writeFileSync(at('receipts', 'b.json'), '{}');
    const answered = await verify('--receipts', at('receipts'));
    expect(answered.last.receipts).toEqual([
      { by: 'team03-lead@jingxun', role: 'lead', log: head.log, seq: head.seq, seen: 7 },
    ]);
    expect(await verify('--receipts', at('no-folder'))).toMatchObject({
      status: 2,
      last: { fault: { code: 'file_absent' } },
    });
  });

  test('a revocation whose data folder does not open changes no list and leaves no file', async () => {
    const before = readFileSync(at('authority', 'krl'));
    const order = [
      '--authority',
      at('authority'),
      '--key',
      fingerprint,
      '--reason',
      '遗失',
      '--out',
      at('revoked.json'),
    ];
    const asked = await run('key', 'revoke', ...order, '--data', at('no-such-data'));
    expect(asked).toMatchObject({ status: 2, last: { fault: { code: 'data_absent' } } });
    expect(readFileSync(at('authority', 'krl')).equals(before)).toBe(true);
    expect(existsSync(at('revoked.json'))).toBe(false);
  });

  test('answers no once the carrier is revoked, and believes no list that the authority did not sign', async () => {
    const device = await withRecord(at('team03-dev1'), (record) => record.identity.fingerprint);
    const krl = at('authority', 'krl');
    const order = ['--authority', at('authority'), '--key', device, '--reason', '遗失'];
    await done('key', 'revoke', ...order, '--serial', '999');
    expect((await verify('--krl', krl)).status).toBe(0);
    const revoked = await done('key', 'revoke', ...order, '--data', at('team03-dev1'));
    expect(await verify('--krl', krl)).toMatchObject({ status: 1, last: { fault: { code: 'carrier_revoked' } } });
    expect(JSON.parse(readFileSync(String(revoked.file), 'utf8')).statement).toMatchObject({
      key: device,
      serials: 'all',
    });
    const other = orThrow(readPrivateKeyFile(readFileSync(at('authority', 'authority'), 'utf8')));
    expect(other.fingerprint).toBe(fingerprint);
    writeFileSync(at('krl'), readFileSync(krl));
    writeFileSync(at('krl.sig'), 'none');
    expect(await verify('--krl', at('krl'))).toMatchObject({ status: 2, last: { fault: { code: 'bad_signature' } } });
  });
});

const noStock = spawnSync('ssh-keygen', ['-?']).error !== undefined;
test.skipIf(noStock)(`stock ssh-keygen reads the authority’s folder${noStock ? ' (not found: skipped)' : ''}`, () => {
  const say = (...args: string[]) => spawnSync('ssh-keygen', args, { encoding: 'utf8' });
  expect(say('-l', '-f', at('authority', 'authority.pub')).stdout).toContain(fingerprint);
  expect(say('-Q', '-l', '-f', at('authority', 'krl')).stdout).toContain('KRL version');
  const signers = ['-f', at('authority', 'allowed_signers'), '-I', 'authority@jingxun', '-n', 'jingxun-krl'];
  const signed = ['-Y', 'verify', ...signers, '-s', at('authority', 'krl.sig')];
  const input = readFileSync(at('authority', 'krl'));
  expect(spawnSync('ssh-keygen', signed, { input }).status).toBe(0);
});
