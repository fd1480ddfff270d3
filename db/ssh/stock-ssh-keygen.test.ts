import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { allowedSignersFile } from './allowed-signers.ts';
import { readCertificateText } from './certificate.ts';
import { checkCertificateText } from './check-certificate.ts';
import { krlFile } from './krl.ts';
import { privateKeyFile, readPrivateKeyFile } from './private-key-file.ts';
import { publicKeyLine, readPublicKeyLine } from './public-key.ts';
import { readKrl } from './read-krl.ts';
import { signCertificate } from './sign-certificate.ts';
import { generateSigningKey } from './signing-key.ts';
import { signSshsig, verifySshsig } from './sshsig.ts';

const found = spawnSync('ssh-keygen', ['-?']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'jingxun-ssh-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(path(name), content, { mode: 0o600 });
  return path(name);
};
const keygen = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync('ssh-keygen', args, { input, encoding: 'utf8', env: { TZ: 'UTC' } });
  return { ok: status === 0, text: stdout + stderr };
};

const authority = generateSigningKey(randomBytes);
const device = generateSigningKey(randomBytes);
const PRINCIPAL = 'team03-dev1@jingxun';
const now = Date.now();
const DAY = 86_400_000;
const certify = (serial: string, fromMs: number, toMs: number) =>
  signCertificate(
    authority,
    {
      publicKey: device.publicKey,
      principal: PRINCIPAL,
      role: 'lead',
      serial,
      validAfter: epochMs.parse(fromMs),
      validBefore: epochMs.parse(toMs),
    },
    randomBytes,
  );
const current = certify('7', now - DAY, now + DAY);

const keyFile = (name: string, key: typeof device) => {
  put(`${name}.pub`, `${publicKeyLine(key.publicKey, name)}\n`);
  return put(name, privateKeyFile(key, name, randomBytes));
};

/** What `ssh-keygen -Y verify` says of a signature over `text`. */
function stockVerify(armoured: string, text: string, ...options: string[]) {
  const signers = put('allowed_signers', allowedSignersFile([authority.publicKey], 'shanxi'));
  const who = ['-I', PRINCIPAL, '-n', 'jingxun-bundle', '-s', put('m.sig', armoured)];
  return keygen(['-Y', 'verify', '-f', signers, ...who, ...options], text);
}
const bundleSig = (certificate: string, message: string) =>
  signSshsig({ key: device, certificate, namespace: 'jingxun-bundle', message });

describe.skipIf(!found)(`stock ssh-keygen${found ? '' : ' (not found: skipped)'}`, () => {
  test('prints the same fingerprint and reads our private key file', () => {
    const file = keyFile('device', device);
    expect(keygen(['-l', '-f', `${file}.pub`]).text).toContain(` ${device.fingerprint} `);
    expect(keygen(['-y', '-f', file]).text.trim()).toBe(publicKeyLine(device.publicKey, 'device'));
  });

  test('prints the certificate that we made', () => {
    const file = put('made-cert.pub', `${current}\n`);
    const { ok, text } = keygen(['-L', '-f', file]);
    expect(ok).toBe(true);
    expect(text).toContain('ssh-ed25519-cert-v01@openssh.com user certificate');
    expect(text).toContain(`Signing CA: ED25519 ${authority.fingerprint}`);
    expect(text).toContain('Serial: 7\n');
    expect(text).toMatch(/Principals: \n\s+team03-dev1@jingxun\n/);
    expect(text).toContain('Critical Options: (none)');
    expect(text).toContain('role@jingxun');
  });

  test('signs certificates that we believe', () => {
    const made = [
      '-s',
      keyFile('authority', authority),
      '-I',
      'tablet one',
      '-n',
      PRINCIPAL,
      '-z',
      '42',
      '-V',
      '-1d:+1d',
    ];
    const role = ['-O', 'clear', '-O', 'extension:role@jingxun=inspector'];
    expect(keygen([...made, ...role, `${keyFile('device', device)}.pub`]).ok).toBe(true);
    const text = readFileSync(path('device-cert.pub'), 'utf8');
    const checked = orThrow(checkCertificateText(text, [authority.publicKey]));
    expect(checked).toMatchObject({ serial: '42', principal: PRINCIPAL, role: 'inspector', keyId: 'tablet one' });
    const ours = orThrow(readCertificateText(current));
    const theirs = orThrow(readCertificateText(text));
    expect(theirs.extensions.map((one) => one.name)).toEqual(ours.extensions.map((one) => one.name));
  });

  test('accepts our signature with a certificate, and refuses a changed byte', () => {
    const sig = bundleSig(current, 'tagmanifest');
    expect(stockVerify(sig, 'tagmanifest').ok).toBe(true);
    expect(stockVerify(sig, 'tagmanifesT').ok).toBe(false);
    expect(stockVerify(signSshsig({ key: device, namespace: 'jingxun-bundle', message: 'x' }), 'x').ok).toBe(false);
    expect(
      stockVerify(signSshsig({ key: device, certificate: current, namespace: 'jingxun-seal', message: 'x' }), 'x').ok,
    ).toBe(false);
  });

  test('refuses an expired certificate now and accepts it with -O verify-time', () => {
    const sig = bundleSig(certify('8', Date.UTC(2020, 0, 1), Date.UTC(2021, 0, 1)), 'm');
    expect(stockVerify(sig, 'm').ok).toBe(false);
    expect(stockVerify(sig, 'm', '-O', 'verify-time=20200601').ok).toBe(true);
  });

  test('knows our revocation list: serials, keys, and none', () => {
    const base = { version: 5n, generated: epochMs.parse(now), serials: [], keys: [] };
    const sig = bundleSig(current, 'm');
    const accepts = (krl: Uint8Array) => stockVerify(sig, 'm', '-r', put('krl', krl)).ok;
    const serials = (...revoked: string[]) =>
      krlFile({ ...base, serials: [{ authority: authority.publicKey, revoked }] });
    expect(accepts(krlFile(base))).toBe(true);
    expect(accepts(serials('6', '8'))).toBe(true);
    expect(accepts(serials('7'))).toBe(false);
    expect(accepts(krlFile({ ...base, keys: [device.fingerprint] }))).toBe(false);
    const certificateFile = put('asked-cert.pub', `${current}\n`);
    expect(keygen(['-Q', '-f', put('krl', serials('7')), certificateFile]).text).toContain('REVOKED');
    expect(keygen(['-Q', '-f', put('krl', serials('6')), certificateFile]).text).toContain(': ok');
    expect(keygen(['-Q', '-l', '-f', put('krl', serials('7'))]).text).toContain('KRL version 5');
  });

  test('makes revocation lists that we read: serial, range, bitmap, key id, key and its hashes', () => {
    const pub = `${keyFile('authority', authority)}.pub`;
    const key = publicKeyLine(device.publicKey);
    const checked = orThrow(checkCertificateText(current, [authority.publicKey]));
    const revokes = (spec: string) => {
      expect(keygen(['-k', '-f', path('stock.krl'), '-s', pub, '-z', '9', put('spec', spec)]).ok).toBe(true);
      const list = orThrow(readKrl(readFileSync(path('stock.krl')), 'stock.krl'));
      expect(list.version).toBe(9n);
      return list.revokes(checked);
    };
    for (const spec of [
      'serial: 7',
      'serial: 5-900',
      'serial: 1\nserial: 3\nserial: 5\nserial: 7\nserial: 9\nserial: 12',
    ]) {
      expect(revokes(`${spec}\n`), spec).toBe(true);
    }
    for (const spec of [`id: ${PRINCIPAL}`, `key: ${key}`, `sha1: ${key}`, `sha256: ${key}`])
      expect(revokes(spec), spec).toBe(true);
    for (const spec of ['serial: 8', 'serial: 8-900', 'id: other', 'serial: 1\nserial: 3\nserial: 5\nserial: 9']) {
      expect(revokes(`${spec}\n`), spec).toBe(false);
    }
  });

  test('makes signatures that we verify, with a bare key and with a certificate', () => {
    put('message', 'statement\n');
    const file = keyFile('signer', device);
    rmSync(path('message.sig'), { force: true });
    expect(keygen(['-Y', 'sign', '-f', file, '-n', 'jingxun-trust', path('message')]).ok).toBe(true);
    const bare = orThrow(verifySshsig(readFileSync(path('message.sig'), 'utf8'), 'jingxun-trust', 'statement\n'));
    expect(bare).toMatchObject({ fingerprint: device.fingerprint, certificate: null });
    rmSync(path('message.sig'));
    put('signer-cert.pub', `${current}\n`);
    expect(keygen(['-Y', 'sign', '-f', path('signer-cert.pub'), '-n', 'jingxun-trust', path('message')]).ok).toBe(true);
    const carried = orThrow(verifySshsig(readFileSync(path('message.sig'), 'utf8'), 'jingxun-trust', 'statement\n'));
    expect(carried.fingerprint).toBe(device.fingerprint);
    expect(carried.certificate?.serial).toBe(7n);
    expect(orThrow(readPrivateKeyFile(readFileSync(file, 'utf8'))).fingerprint).toBe(device.fingerprint);
    expect(orThrow(readPublicKeyLine(readFileSync(`${file}.pub`, 'utf8'))).comment).toBe('signer');
  });

  test('reads its own new key file through ours', () => {
    expect(keygen(['-q', '-t', 'ed25519', '-N', '', '-f', path('fresh')]).ok).toBe(true);
    const key = orThrow(readPrivateKeyFile(readFileSync(path('fresh'), 'utf8')));
    expect(keygen(['-l', '-f', path('fresh')]).text).toContain(key.fingerprint);
    expect(keygen(['-q', '-p', '-N', 'secret words', '-f', path('fresh')]).ok).toBe(true);
    expect(readPrivateKeyFile(readFileSync(path('fresh'), 'utf8'))).toMatchObject({ fault: { code: 'bad_key' } });
  });
});
