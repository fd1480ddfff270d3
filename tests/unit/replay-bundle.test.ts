import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../db/log/sha256.ts';
import { testAuthority, testCertificate } from '../../db/log/test-device.ts';
import { createRecord } from '../../db/record.ts';
import { allowedSignersFile } from '../../db/ssh/allowed-signers.ts';
import { runVerb } from '../../electron/cli/run-verb.ts';
import { recordWorld } from '../../electron/record-world.ts';
import { type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { detectorsOfRun } from '../endurance/families.ts';
import { blob, captures, events, readBlock, unzip } from '../replay/independent-decoder.ts';
import { recordLine, steadily } from '../replay/record-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingxun-replay-'));
const at = (name: string) => join(folder, name);
const env = { LANG: 'C', JINGXUN_PASSPHRASE_FILE: at('passphrase'), JINGXUN_STATE_DIR: at('state') };
const passphrase = 'a passphrase of the tests';
const signersText = allowedSignersFile([testAuthority.publicKey]);
const inspection = 'a'.repeat(32);

const detectors = detectorsOfRun.map(({ name, family }) => ({
  name,
  family,
  instrument: instrumentId.parse(sha256(name).slice(0, 32)),
}));
const laser = detectors.find(({ family }) => family.driver === 'mhz9041a');

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

async function newRecord(name: string, role: 'inspector' | 'lead') {
  const { record } = orThrow(await createRecord(recordWorld(at(name), env), { passphrase, cost: 2 ** 15 }));
  const about = { principal: `team01-${name}@jingxun`, role, serial: String(name.length) };
  const certificate = testCertificate(record.identity.publicKey, about);
  orThrow(record.enrol({ certificate, signers: signersText, fingerprint: testAuthority.fingerprint }));
  return record;
}

/** Pulled plug, a bad frame and a silence, then good again. */
const dayOf = () => [
  steadily(2500),
  { ...steadily(1500), unpluggedMs: 700 },
  { ...steadily(3500), behaviour: { kind: 'silent' } as const },
  { ...steadily(2500), noise: Uint8Array.from([1, 2, 3]) },
];

/** Every kind of detector in one record, folded between batches, so that blocks end wherever a batch did. */
async function makeBundle(): Promise<void> {
  const record = await newRecord('one', 'inspector');
  const body = {
    mine: { name: '示例' },
    kind: 'special',
    hydroType: 'simple',
    date: '2026-01-15',
    places: [],
    officers: [],
  };
  const subject = `inspection/${inspection}/opened`;
  orThrow(record.append({ author: record.identity.person, type: 'inspection', subject, body }));
  for (const { family, instrument } of detectors) {
    const { batches } = await recordLine(family, dayOf(), {}, 900, instrument);
    for (const [index, batch] of batches.entries()) {
      orThrow(record.readings.keep(batch));
      if (index % 3 === 2) orThrow(record.readings.fold({ all: true }));
    }
  }
  const pages = () => ok({ report: Buffer.from('<html></html>'), verifyText: Buffer.from('verify') });
  orThrow(await record.exportFile(at('one.jxb'), { pages }));
  record.close();
}

beforeAll(async () => {
  writeFileSync(at('passphrase'), `${passphrase}\n`);
  writeFileSync(at('signers'), signersText);
  await makeBundle();
  const lead = await newRecord('lead', 'lead');
  orThrow(await lead.importBundle(at('one.jxb')));
  lead.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const agreed = { ok: true, differs: 0, missing: 0, extra: 0, damaged: 0 };

describe('replay', () => {
  test('of a bundle gives every reading of every kind of detector again, and every block byte for byte', async () => {
    const { code, lines, last } = await run('replay', at('one.jxb'), '--signers', at('signers'));
    expect(code).toBe(0);
    expect(last).toMatchObject({ ...agreed, verified: true, sessions: detectors.length });
    expect(last.same).toBeGreaterThan(50);
    expect(last.identical).toBe(last.blocks);
    expect(new Set(lines.flatMap((line) => line.instrument ?? [])).size).toBe(detectors.length);
  });

  test('agrees on the machine that recorded and on the one that took the bundle in', async () => {
    const here = await run('replay', '--data', at('one'));
    const there = await run('replay', '--data', at('lead'));
    expect(here).toEqual(there);
    expect([here.code, here.last.ok]).toEqual([0, true]);
  });

  test('of a raw block as it lies in the bundle prints what listen would have written', async () => {
    const files = unzip(readFileSync(at('one.jxb')));
    const raw = events(files).find(({ type, body }) => type === 'raw.block' && body.instrument === laser?.instrument);
    writeFileSync(at('raw.zst'), blob(files, raw?.body.blob));
    const { code, lines } = await run('replay', at('raw.zst'));
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ type: 'reading', gas: 'CH4', value: 0.75, raw_hex: expect.any(String) });
  });

  test('a byte changed in a raw block is found: the bundle is refused, and looked at without a key the block is named', async () => {
    const bytes = readFileSync(at('one.jxb'));
    const name = [...unzip(bytes)].find(([, file]) => file.subarray(0, 4).toString('hex') === '28b52ffd');
    const changed = name?.[1]; // a window on the same memory
    if (changed) changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    writeFileSync(at('changed.jxb'), bytes);
    const refused = await run('replay', at('changed.jxb'), '--signers', at('signers'));
    expect(refused).toMatchObject({ code: 1, last: { ok: false, fault: { code: 'bundle_changed' } } });
    const looked = await run('replay', at('changed.jxb'));
    expect(looked).toMatchObject({ code: 1, last: { ok: false, fault: { code: 'replay_differs', damaged: 1 } } });
    const damaged = looked.lines.find(({ type }) => type === 'damaged');
    expect(`data/blobs/${damaged.blob}`).toBe(name?.[0]);
  });

  test('of an inspection that is not there is a fault', async () => {
    const { code, last } = await run('replay', at('one.jxb'), '--inspection', 'b'.repeat(32));
    expect([code, last.fault.code]).toEqual([2, 'not_found']);
    expect((await run('replay', at('one.jxb'), '--inspection', 'nonsense')).last.fault.code).toBe('bad_arguments');
  });
});

describe('the page about the format suffices', () => {
  const files = () => unzip(readFileSync(at('one.jxb')));
  const readingsOf = (instrument: InstrumentId | undefined) =>
    events(files())
      .filter(({ type, body }) => type === 'reading.block' && body.instrument === instrument)
      .flatMap(({ body }) => readBlock(blob(files(), body.blob)));

  test('to read every reading and every byte without any code of the product', () => {
    expect(readFileSync(join(import.meta.dirname, '../replay/independent-decoder.ts'), 'utf8')).not.toMatch(/'\.\.?\//);
    for (const { instrument } of detectors) expect(readingsOf(instrument).length).toBeGreaterThan(2);
    for (const { lines } of captures(files()).values()) {
      expect(lines.map(({ n }) => n)).toEqual(lines.map((_, index) => index));
      expect(lines.map(({ link }) => link).filter(Boolean)).toEqual(['opened', 'lost', 'opened']);
    }
  });

  test('to hold the amounts against the bytes by the protocol page', () => {
    const own = [...captures(files()).values()].filter(({ head }) => head.instrument === laser?.instrument);
    const text = own.map(({ lines }) =>
      lines.map(({ dir, hex }) => (dir === 'rx' ? Buffer.from(hex ?? '', 'hex').toString('latin1') : '')).join(''),
    );
    const said = [...text.join('').matchAll(/A([+-])(\d{3}\.\d{2}) [^\r]*\r\n/g)].map(([, sign, amount]) =>
      Number(`${sign}${amount}`),
    );
    const kept = readingsOf(laser?.instrument).filter(({ quality }) => quality === 'ok');
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.map((one) => Number(one.said))).toEqual(said);
  });
});
