import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { allowedSignersFile, readAllowedSigners } from './allowed-signers.ts';
import { CERTIFICATE_TYPE, readCertificateBlob, readCertificateText } from './certificate.ts';
import { certificateRequest, readCertificateRequest } from './certificate-request.ts';
import { checkCertificate, checkCertificateText, isInDate } from './check-certificate.ts';
import { krlFile } from './krl.ts';
import { privateKeyFile, readPrivateKeyFile } from './private-key-file.ts';
import { fingerprintOf, publicKeyLine, readPublicKeyLine } from './public-key.ts';
import { readKrl } from './read-krl.ts';
import { type CertificateRequest, signCertificate } from './sign-certificate.ts';
import {
  generateSigningKey,
  signBytes,
  signingKeyFromPkcs8,
  signingKeyOfSeed,
  signingKeyToPkcs8,
} from './signing-key.ts';
import { signSshsig, verifySshsig } from './sshsig.ts';
import { joined, sshString, uint32, uint64 } from './wire.ts';

const authority = signingKeyOfSeed(new Uint8Array(32).fill(1));
const device = signingKeyOfSeed(new Uint8Array(32).fill(2));
const stranger = signingKeyOfSeed(new Uint8Array(32).fill(3));
const at = (text: string) => epochMs.parse(Date.parse(text));
const request: CertificateRequest = {
  publicKey: device.publicKey,
  principal: 'team03-dev1@jingxun',
  role: 'inspector',
  serial: '7',
  validAfter: at('2026-01-01T00:00:00Z'),
  validBefore: at('2027-01-01T00:00:00Z'),
};
const certificate = signCertificate(authority, request, randomBytes);
const authorities = [authority.publicKey];

/** A certificate of any content, signed well: what a mistaken authority might issue. */
function oddCertificate(change: Record<string, Uint8Array>): string {
  const role = joined(sshString('role@jingxun'), sshString(sshString('lead')));
  const fields: Record<string, Uint8Array> = {
    type: sshString(CERTIFICATE_TYPE),
    nonce: sshString('n'),
    key: sshString(device.publicKey),
    serial: uint64(1n),
    kind: uint32(1),
    id: sshString('id'),
    principals: sshString(sshString('team03-dev1@jingxun')),
    from: uint64(1n),
    to: uint64(2n),
    critical: sshString(''),
    extensions: sshString(role),
    reserved: sshString(''),
    authority: sshString(orThrowBlob()),
    ...change,
  };
  const signed = joined(...Object.values(fields));
  const blob = joined(signed, sshString(signBytes(authority, signed)));
  return `${CERTIFICATE_TYPE} ${Buffer.from(blob).toString('base64')}`;
}
const orThrowBlob = () => Buffer.from(publicKeyLine(authority.publicKey).split(' ')[1] ?? '', 'base64');

describe('keys', () => {
  test('come back from PKCS #8, from the key file and from the public line', () => {
    const key = generateSigningKey(randomBytes);
    expect(orThrow(signingKeyFromPkcs8(signingKeyToPkcs8(key))).fingerprint).toBe(key.fingerprint);
    expect(orThrow(readPrivateKeyFile(privateKeyFile(key, 'authority', randomBytes))).fingerprint).toBe(
      key.fingerprint,
    );
    const line = orThrow(readPublicKeyLine(publicKeyLine(key.publicKey, 'a comment')));
    expect(line).toEqual({ publicKey: key.publicKey, comment: 'a comment' });
  });

  test('a damaged key file is a fault', () => {
    const file = privateKeyFile(device, '', randomBytes);
    for (const text of ['', file.slice(0, 100), file.replace('b3Bl', 'AAAA'), `${file}x`]) {
      expect(readPrivateKeyFile(text)).toMatchObject({ ok: false, fault: { code: 'bad_key' } });
    }
    expect(signingKeyFromPkcs8(new Uint8Array(48)).ok).toBe(false);
  });
});

describe('certificates', () => {
  test('say what was asked for, and give the bare key’s fingerprint', () => {
    const { publicKey, ...rest } = request;
    const checked = orThrow(checkCertificateText(`${certificate} comment\n`, authorities));
    expect(checked).toMatchObject({ ...rest, fingerprint: fingerprintOf(publicKey), text: certificate });
  });

  test('hold from their first instant to just before their end', () => {
    const checked = orThrow(checkCertificateText(certificate, authorities));
    expect(isInDate(checked, request.validAfter)).toBe(true);
    expect(isInDate(checked, request.validBefore)).toBe(false);
    expect(isInDate(checked, epochMs.parse(request.validBefore - 1))).toBe(true);
    expect(isInDate(checked, epochMs.parse(request.validAfter - 1))).toBe(false);
  });

  test('of another authority are not believed', () => {
    expect(checkCertificateText(certificate, [stranger.publicKey])).toMatchObject({
      fault: { code: 'unknown_signer' },
    });
    expect(checkCertificateText(certificate, [])).toMatchObject({ fault: { code: 'unknown_signer' } });
  });

  test('every rule is kept even where the authority signed otherwise', () => {
    const extension = (name: string, data: Uint8Array) => joined(sshString(name), sshString(data));
    const role = (word: string) => sshString(extension('role@jingxun', sshString(word)));
    const odd: Record<string, Record<string, Uint8Array>> = {
      'not a user certificate': { kind: uint32(2) },
      principal: { principals: sshString('') },
      validity: { to: uint64(1n) },
      'critical option': { critical: sshString(extension('force-command', sshString('ls'))) },
      role: { extensions: sshString('') },
      structure: { reserved: sshString('x') },
    };
    for (const [reason, change] of Object.entries(odd)) {
      const checked = checkCertificateText(oddCertificate(change), authorities);
      expect(checked).toEqual(fail({ code: 'bad_certificate', reason }));
    }
    const principals = (...names: string[]) => ({ principals: sshString(joined(...names.map(sshString))) });
    const others: Record<string, Uint8Array>[] = [
      principals('authority@jingxun'),
      principals('team03-dev1@jingxun', 'team03-dev2@jingxun'),
      principals('*-*@jingxun'),
      principals('team03-dev1@jingxun\n'),
      { extensions: role('god') },
      { extensions: sshString(extension('role@jingxun', Buffer.from('inspector'))) },
      { extensions: sshString(joined(extension('z', sshString('')), extension('role@jingxun', sshString('lead')))) },
      { key: sshString('short') },
    ];
    for (const change of others) {
      expect(checkCertificateText(oddCertificate(change), authorities)).toMatchObject({
        fault: { code: 'bad_certificate' },
      });
    }
    expect(checkCertificateText(oddCertificate({}), authorities).ok).toBe(true);
  });

  test('without end hold for ever', () => {
    const endless = orThrow(checkCertificateText(oddCertificate({ to: uint64(2n ** 64n - 1n) }), authorities));
    expect(isInDate(endless, at('9999-01-01T00:00:00Z'))).toBe(true);
  });

  test('no changed byte goes unnoticed', () => {
    const blob = Buffer.from(certificate.split(' ')[1] ?? '', 'base64');
    for (const [index] of blob.entries()) {
      const changed = Buffer.from(blob);
      changed[index] = (changed[index] ?? 0) ^ 1;
      const raw = readCertificateBlob(changed);
      expect(raw.ok && checkCertificate(raw.value, authorities).ok, `byte ${index}`).toBe(false);
    }
  });
});

test('a request for a certificate comes back with the name it asks for, and with no other kind of name', () => {
  const asked = orThrow(certificateRequest(device.publicKey, 'team03-dev1@jingxun'));
  expect(asked.name).toBe('team03-dev1.pub');
  const read = orThrow(readCertificateRequest(asked.text));
  expect(read).toEqual({ publicKey: device.publicKey, principal: 'team03-dev1@jingxun' });
  for (const name of ['authority@jingxun', 'a-b@other', '', '../x-y@jingxun']) {
    expect(certificateRequest(device.publicKey, name)).toMatchObject({ fault: { code: 'bad_certificate' } });
    expect(readCertificateRequest(`${publicKeyLine(device.publicKey, name)}\n`).ok).toBe(false);
  }
});

describe('signatures', () => {
  test('carry a bare key or a certificate', () => {
    for (const carried of [undefined, certificate]) {
      const text = signSshsig({
        key: device,
        namespace: 'jingxun-seal',
        message: '井下\n',
        ...(carried && { certificate: carried }),
      });
      const verified = orThrow(verifySshsig(text, 'jingxun-seal', Buffer.from('井下\n')));
      expect(verified.fingerprint).toBe(device.fingerprint);
      expect(verified.certificate !== null).toBe(carried !== undefined);
      expect(verifySshsig(text, 'jingxun-bundle', '井下\n')).toMatchObject({ fault: { code: 'bad_signature' } });
      expect(verifySshsig(text, 'jingxun-seal', '井下')).toMatchObject({ fault: { code: 'bad_signature' } });
    }
  });

  test('no changed, lost or added character of the armour goes unnoticed', () => {
    const text = signSshsig({ key: device, certificate, namespace: 'jingxun-seal', message: 'm' });
    const trusted = (armour: string) => {
      const verified = verifySshsig(armour, 'jingxun-seal', 'm');
      const carried = verified.ok ? verified.value.certificate : null;
      return carried !== null && checkCertificate(carried, authorities).ok;
    };
    expect(trusted(text)).toBe(true);
    for (let index = 0; index < text.length; index += 3) {
      const other = text[index] === 'A' ? 'B' : 'A';
      expect(trusted(text.slice(0, index) + other + text.slice(index + 1)), `character ${index}`).toBe(false);
      expect(trusted(text.slice(0, index) + text.slice(index + 1)), `without ${index}`).toBe(false);
      expect(trusted(`${text.slice(0, index)}\n${text.slice(index)}`), `line end at ${index}`).toBe(false);
    }
  });
});

describe('allowed_signers', () => {
  const file = allowedSignersFile(authorities, 'shanxi');

  test('come back, with comments and blank lines between', () => {
    expect(orThrow(readAllowedSigners(`# ours\n\n${file}`)).authorities).toEqual(authorities);
    const two = allowedSignersFile([authority.publicKey, stranger.publicKey]);
    expect(orThrow(readAllowedSigners(two)).authorities).toHaveLength(2);
  });

  test('are refused where ssh-keygen would believe something else than we do', () => {
    const key = publicKeyLine(stranger.publicKey);
    const lines = file.split('\n');
    for (const text of [
      '',
      lines[0] ?? '',
      lines[1] ?? '',
      file + file,
      `${file}* ${key}\n`,
      `${file}dev@jingxun namespaces="jingxun-bundle" ${key}\n`,
      file.replace('*@jingxun', '*'),
      file.replace('ssh-ed25519', 'ssh-rsa'),
      file.replace('namespaces="jingxun-*"', 'namespaces="*"'),
      `${lines[0]}\n${(lines[1] ?? '').replace(publicKeyLine(authority.publicKey), key)}\n`,
    ]) {
      expect(readAllowedSigners(text), text).toMatchObject({ ok: false, fault: { code: 'bad_signers' } });
    }
  });
});

describe('revocation list', () => {
  const checked = orThrow(checkCertificateText(certificate, authorities));
  const base = { version: 3n, generated: at('2026-06-01T00:00:00Z'), serials: [], keys: [] };

  test('revokes a serial of its authority only', () => {
    const revokes = (who: typeof authority, serials: string[]) => {
      const file = krlFile({ ...base, serials: [{ authority: who.publicKey, revoked: serials }] });
      return orThrow(readKrl(file, 'krl')).revokes(checked);
    };
    expect(revokes(authority, ['9', '7'])).toBe(true);
    expect(revokes(authority, ['8'])).toBe(false);
    expect(revokes(authority, [])).toBe(false);
    expect(revokes(stranger, ['7'])).toBe(false);
  });

  test('revokes a whole key and tells its version', () => {
    const list = orThrow(readKrl(krlFile({ ...base, keys: [device.fingerprint] }), 'krl'));
    expect(list.version).toBe(3n);
    expect(list.revokes(checked)).toBe(true);
    expect(orThrow(readKrl(krlFile({ ...base, keys: [stranger.fingerprint] }), 'krl')).revokes(checked)).toBe(false);
  });
});

test('no parser throws on garbage, and none believes it', () => {
  const good = [certificate, allowedSignersFile(authorities), privateKeyFile(device, '', randomBytes)];
  const sig = signSshsig({ key: device, certificate, namespace: 'jingxun-seal', message: 'm' });
  const krl = krlFile({
    version: 1n,
    generated: at('2026-06-01T00:00:00Z'),
    keys: [device.fingerprint],
    serials: [{ authority: authority.publicKey, revoked: ['7'] }],
  });
  const blob = Buffer.from(certificate.split(' ')[1] ?? '', 'base64');
  const cut = (bytes: Uint8Array) =>
    fc.tuple(fc.nat(bytes.length), fc.uint8Array({ maxLength: 20 })).map(([at, noise]) => {
      const changed = Buffer.from(bytes);
      changed.set(noise.subarray(0, changed.length - at), at);
      return changed;
    });
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    ...[...good, sig].map((text) => cut(Buffer.from(text))),
    cut(krl),
    cut(blob),
  );
  const property = fc.property(noise, (bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    readKrl(bytes, 'krl');
    readCertificateBlob(bytes);
    readCertificateText(text);
    readAllowedSigners(text);
    readPrivateKeyFile(text);
    readPublicKeyLine(text);
    signingKeyFromPkcs8(bytes);
    expect(text !== sig && verifySshsig(text, 'jingxun-seal', 'other').ok).toBe(false);
  });
  fc.assert(property, { numRuns: scaled(400) });
});
