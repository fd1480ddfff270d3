import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../db/log/event-types.ts';
import { testAuthority, testCertificate } from '../../../db/log/test-device.ts';
import { createRecord } from '../../../db/record.ts';
import { allowedSignersFile } from '../../../db/ssh/allowed-signers.ts';
import { orThrow } from '../../../vocabulary/result.ts';
import { recordWorld } from '../../record-world.ts';
import { runVerb } from '../run-verb.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingxun-verbs-'));
const at = (name: string) => join(folder, name);
const env = { LANG: 'C', JINGXUN_PASSPHRASE_FILE: at('passphrase'), JINGXUN_STATE_DIR: at('state') };
const passphrase = 'a passphrase of the tests';
const signersText = allowedSignersFile([testAuthority.publicKey]);

async function run(...argv: string[]) {
  let out = '';
  const streams = { out: (text: string) => (out += text), err: () => undefined, env };
  const code = await runVerb(argv, streams);
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code, lines, last: lines.at(-1) };
}

/** A folder with one answer by an enrolled device. */
async function makeData(name: string, role: Role, outcome: string): Promise<void> {
  const { record } = orThrow(await createRecord(recordWorld(at(name), env), { passphrase, cost: 2 ** 15 }));
  const about = { principal: `team01-${name}@jingxun`, role, serial: String(name.length) };
  const certificate = testCertificate(record.identity.publicKey, about);
  orThrow(record.enrol({ certificate, signers: signersText, fingerprint: testAuthority.fingerprint }));
  const subject = `inspection/${'a'.repeat(32)}/answer:water.goaf.lead`;
  const body = { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' };
  orThrow(record.append({ author: record.identity.person, type: 'answer', subject, body }));
  record.close();
}

beforeAll(async () => {
  writeFileSync(at('passphrase'), `${passphrase}\n`);
  writeFileSync(at('signers'), signersText);
  await makeData('one', 'inspector', 'pass');
  await makeData('second', 'inspector', 'fail');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('export, merge, state and rebuild', () => {
  test('two bundles merged in both orders give the same hashes, and a rebuild keeps them', async () => {
    for (const name of ['one', 'second']) {
      const { code, last } = await run('export', '--data', at(name), '--out', at(`${name}.jxb`));
      expect([code, last.ok, last.events]).toEqual([0, true, 4]);
    }
    const there = await run(
      'merge',
      '--data',
      at('there'),
      '--signers',
      at('signers'),
      at('one.jxb'),
      at('second.jxb'),
    );
    const back = await run('merge', '--data', at('back'), '--signers', at('signers'), at('second.jxb'), at('one.jxb'));
    expect([there.code, back.code]).toEqual([0, 0]);
    expect(there.lines[0]).toMatchObject({
      known: 0,
      new: 3,
      held: 1,
      quarantined: 0,
      refused: 0,
      conflicts: 0,
      gaps: [],
    });
    expect(there.lines[1]).toMatchObject({ conflicts: 1 });
    expect(there.last).toEqual(back.last);
    const state = await run('state', '--data', at('there'));
    const rebuilt = await run('rebuild', '--data', at('there'));
    expect(state.last).toMatchObject({ logHash: there.last.logHash, stateHash: there.last.stateHash, events: 8 });
    expect(state.last.projections.answers).toEqual({ version: 2, rows: 1 });
    expect(rebuilt.last).toEqual(state.last);
  });

  test('the same bundle again changes no byte of the database', async () => {
    const before = readFileSync(at('there/record.db'));
    const again = await run('merge', '--data', at('there'), at('one.jxb'));
    expect(again.lines[0]).toMatchObject({ known: 4, new: 0, held: 0, filled: 0 });
    expect(readFileSync(at('there/record.db')).equals(before)).toBe(true);
  });

  test('a changed bundle is refused on its line, good ones are merged, and the exit is 1', async () => {
    const bytes = readFileSync(at('one.jxb'));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(at('changed.jxb'), bytes);
    const merged = await run(
      'merge',
      '--data',
      at('third'),
      '--signers',
      at('signers'),
      at('changed.jxb'),
      at('second.jxb'),
    );
    expect(merged.code).toBe(1);
    expect(merged.lines[0]).toMatchObject({ new: 0, fault: { zh: expect.any(String) } });
    expect(merged.lines[0].refused).toBeGreaterThan(0);
    expect(merged.lines[1]).toMatchObject({ new: 3, refused: 0 });
    expect(merged.last).toMatchObject({ ok: false, fault: { code: merged.lines[0].fault.code } });
  });

  test('with --strict an open conflict is a no; without signers a new folder knows nobody', async () => {
    const strict = await run('merge', '--data', at('there'), '--strict', at('one.jxb'));
    expect([strict.code, strict.last.fault.code]).toEqual([1, 'conflict_open']);
    const absent = await run('merge', '--data', at('nowhere'), at('one.jxb'));
    expect([absent.code, absent.last.fault.code]).toEqual([2, 'data_absent']);
    const wrong = await run('merge', '--data', at('there'), '--signers', at('passphrase'), at('one.jxb'));
    expect([wrong.code, wrong.last.fault.code]).toEqual([2, 'bad_signers']);
    expect((await run('state', '--data', at('nowhere'))).last.fault.code).toBe('data_absent');
  });

  test('an export that nobody could take leaves no file: an old copy of which nothing was ever sealed', async () => {
    await makeData('forgotten', 'inspector', 'pass');
    const { code, last } = await run('state', '--data', at('forgotten'));
    expect([code, last.events]).toEqual([0, 3]);
    rmSync(at('state'), { recursive: true });
    const exported = await run('export', '--data', at('forgotten'), '--out', at('forgotten.jxb'));
    expect([exported.code, exported.last.fault.code]).toEqual([2, 'unsealed']);
    expect(existsSync(at('forgotten.jxb'))).toBe(false);
  });

  test('a damaged page is told as damage, whichever step meets it', async () => {
    const bytes = readFileSync(join(at('there'), 'record.db'));
    cpSync(at('there'), at('torn'), { recursive: true });
    // a handful of pages from all over the file, however many tables it has
    const step = Math.ceil(bytes.length / 4096 / 12);
    for (let page = 1; page * 4096 < bytes.length; page += step) {
      const torn = Buffer.from(bytes);
      torn.fill(0, page * 4096, (page + 1) * 4096);
      writeFileSync(join(at('torn'), 'record.db'), torn);
      for (const verb of [['state'], ['merge', at('one.jxb')]]) {
        const { code, last } = await run(...verb.slice(0, 1), '--data', at('torn'), ...verb.slice(1));
        if (code !== 0) expect([code, last.fault.code], `page ${page}`).toEqual([2, 'data_corrupt']);
      }
    }
  });

  test('a file that is no bundle, or one for others, is refused by its name', async () => {
    writeFileSync(at('letter.txt'), 'not a bundle at all');
    writeFileSync(at('secret.jxb.age'), 'age-encryption.org/v1\n-> X25519 abc\n');
    const { code, lines } = await run('merge', '--data', at('there'), at('letter.txt'), at('secret.jxb.age'));
    expect(code).toBe(1);
    expect(lines[0].fault).toMatchObject({ code: 'bundle_unreadable', path: at('letter.txt') });
    expect(lines[0].fault.en).toContain('letter.txt');
    expect(lines[1].fault.code).toBe('not_for_us');
    expect(lines.at(-1).fault.zh).not.toContain('{');
  });
});

describe('backup, check and restore', () => {
  test('a copy in a second place is checked, a damaged folder is found out and the copy takes its place', async () => {
    const made = await run('backup', '--data', at('second'), '--to', at('stick'));
    expect([made.code, made.last.ok]).toEqual([0, true]);
    expect((await run('check', '--data', at('second'))).last).toMatchObject({ ok: true, damaged: [] });
    const path = join(at('second'), 'record.db');
    writeFileSync(path, readFileSync(path).fill(7, 8192, 120_000));
    expect((await run('check', '--data', at('second'))).code).not.toBe(0);
    expect((await run('restore', '--from', at('nowhere'), '--data', at('second'))).last.fault.code).toBe(
      'backup_absent',
    );
    const back = await run('restore', '--from', at('stick'), '--data', at('second'));
    expect([back.code, back.last.logHash]).toEqual([0, made.last.logHash]);
    expect(existsSync(join(back.last.setAside, 'record.db'))).toBe(true);
    expect((await run('check', '--data', at('second'))).last).toMatchObject({ ok: true, logHash: made.last.logHash });
  });
});
