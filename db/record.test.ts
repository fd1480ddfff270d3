import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { bootId, instrumentId } from '../vocabulary/ids.ts';
import { decimalString } from '../vocabulary/quantity.ts';
import { type Reading, reading } from '../vocabulary/reading.ts';
import { ok, orThrow } from '../vocabulary/result.ts';
import { epochMs, monoMs } from '../vocabulary/time.ts';
import { nodeFiles } from './files/node-files.ts';
import type { Role } from './log/event-types.ts';
import { seededRandom, testAuthority, testCertificate } from './log/test-device.ts';
import { createRecord, type EventDraft, type EventRecord, openRecord, type RecordWorld } from './record.ts';
import { asOnlyMaker } from './sqlite/as-only-maker.ts';
import { allowedSignersFile } from './ssh/allowed-signers.ts';
import { recountStateHash } from './state/state-of.ts';

const passphrase = 'a passphrase of the tests';
const folders: string[] = [];
const open: EventRecord[] = [];
afterEach(() => {
  for (const record of open.splice(0)) record.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'jingxun-record-'));
  folders.push(folder);
  return folder;
};

const clock = { now: 1_700_000_000_000 };
const worldOf = (folder: string, seed: string): RecordWorld => ({
  folder: join(folder, 'data'),
  stateFolder: join(folder, 'state'),
  files: nodeFiles,
  clock: { wall: () => epochMs.parse(clock.now), mono: () => monoMs.parse(clock.now - 1_600_000_000_000) },
  random: seededRandom(seed),
  boot: bootId.parse('b'.repeat(32)),
  rulesVersion: '1',
});

async function newRecord(seed: string, world = worldOf(newFolder(), seed)): Promise<EventRecord> {
  const { record } = orThrow(await createRecord(world, { passphrase, cost: 2 ** 15 }));
  open.push(record);
  return record;
}

async function reopen(world: RecordWorld): Promise<EventRecord> {
  const { record } = orThrow(await openRecord(world, { by: 'passphrase', passphrase }));
  open.push(record);
  return record;
}

const signers = allowedSignersFile([testAuthority.publicKey]);
const { fingerprint } = testAuthority;
function enrol(record: EventRecord, name: string, role: Role): void {
  const about = { principal: `team01-${name}@jingxun`, role, serial: String(name.length + 7) };
  orThrow(record.enrol({ certificate: testCertificate(record.identity.publicKey, about), signers, fingerprint }));
}

const inspection = 'a'.repeat(32);
const subject = `inspection/${inspection}/answer:water.goaf.lead`;
const answer = (record: EventRecord, outcome: string): EventDraft => ({
  author: record.identity.person,
  type: 'answer',
  subject,
  body: { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' },
});
const pages = () => ok({ report: Buffer.from('<html></html>'), verifyText: Buffer.from('verify') });
const exportTo = (record: EventRecord, file: string) => record.exportFile(file, { pages });

describe('record', () => {
  test('keeps what was recorded over a restart, and refuses a wrong passphrase and a second opener', async () => {
    const world = worldOf(newFolder(), 'one');
    const record = await newRecord('one', world);
    const stored = orThrow(record.append(answer(record, 'pass')));
    expect(await openRecord(world, { by: 'passphrase', passphrase })).toMatchObject({ fault: { code: 'data_in_use' } });
    const before = record.state();
    open.pop()?.close();
    expect(await openRecord(world, { by: 'passphrase', passphrase: 'other' })).toMatchObject({
      fault: { code: 'wrong_passphrase' },
    });
    const again = await reopen(world);
    expect(again.state()).toEqual(before);
    expect(again.register(subject)?.shown.id).toBe(stored.id);
    expect(again.stores.db.pragma('synchronous', { simple: true })).toBe(2);
    expect(await createRecord(world, { passphrase })).toMatchObject({ fault: { code: 'data_exists' } });
  });

  test('of two who make one folder at once the first has it, and keeps what he was told is saved', async () => {
    const world = worldOf(newFolder(), 'one');
    const wish = { passphrase, cost: 2 ** 15 };
    const both = await Promise.all([createRecord(world, wish), createRecord(world, wish)]);
    const made = both.flatMap((each) => (each.ok ? [each.value.record] : []));
    open.push(...made);
    expect(made).toHaveLength(1);
    expect(both.find((each) => !each.ok)).toMatchObject({ fault: { code: 'data_exists' } });
    for (const record of made) orThrow(record.append(answer(record, 'pass')));
    const told = made.map((record) => record.state());
    for (const record of open.splice(0)) record.close();
    expect((await reopen(world)).state()).toEqual(told[0]);
    expect(readdirSync(world.folder).filter((name) => /orphan|making/.test(name))).toEqual([]);
  });

  test('while another process makes a folder nobody else touches it', async () => {
    const world = worldOf(newFolder(), 'one');
    mkdirSync(world.folder);
    const inner = asOnlyMaker(world.folder, () => ok(asOnlyMaker(world.folder, () => ok('both'))));
    expect(orThrow(inner)).toMatchObject({ fault: { code: 'data_in_use' } });
    expect(readdirSync(world.folder)).toEqual([]);
  });

  test('without a certificate everything but handing in works', async () => {
    const record = await newRecord('one');
    orThrow(record.append(answer(record, 'pass')));
    expect(await exportTo(record, join(newFolder(), 'a.jxb'))).toMatchObject({ fault: { code: 'no_certificate' } });
    expect(record.rows('answers', { inspection })).toMatchObject([{ outcome: 'pass' }]);
  });

  test('two inspectors hand in, a lead merges: a conflict stays open, the graver shows, a resolve settles it everywhere', async () => {
    const folder = newFolder();
    const [one, two, lead, other] = [
      await newRecord('one'),
      await newRecord('two'),
      await newRecord('lead'),
      await newRecord('other'),
    ];
    enrol(one, 'one', 'inspector');
    enrol(two, 'twofold', 'inspector');
    enrol(lead, 'lead', 'lead');
    orThrow(other.setAuthority(signers, fingerprint));
    orThrow(one.append(answer(one, 'pass')));
    orThrow(two.append(answer(two, 'fail')));
    const files = ['one.jxb', 'two.jxb'].map((name) => join(folder, name));
    orThrow(await exportTo(one, files[0] ?? ''));
    orThrow(await exportTo(two, files[1] ?? ''));
    for (const file of files) {
      const { counts, refusal } = orThrow(await lead.importBundle(file));
      expect(refusal).toBeNull();
      expect(counts).toMatchObject({ received: 4, known: 0, added: 3, held: 1, quarantined: 0 });
    }
    expect(lead.rows('answers')).toMatchObject([{ outcome: 'fail', heads: 2 }]);
    const [conflict] = lead.conflicts();
    expect(conflict?.heads).toHaveLength(2);
    expect(one.resolve(subject, conflict?.shown.id as never, 'seen')).toMatchObject({ ok: false });
    const chosen = conflict?.heads.find((head) => head.body?.outcome === 'pass')?.id;
    orThrow(lead.resolve(subject, chosen as never, 'measured again'));
    expect(lead.rows('answers')).toMatchObject([{ outcome: 'pass', heads: 1 }]);
    const merged = join(folder, 'lead.jxb');
    orThrow(await exportTo(lead, merged));
    orThrow(await other.importBundle(merged));
    expect(other.state()).toEqual(lead.state());
    expect(other.logs().filter((log) => log.witnessed)).toHaveLength(2);
    expect(recountStateHash(other.stores)).toBe(other.state().stateHash);
    expect(other.history(subject).map((entry) => entry.type)).toEqual(
      expect.arrayContaining(['answer', 'answer', 'resolve']),
    );
  });

  test('an old copy of the folder goes on under a new log, and its bundle merges cleanly', async () => {
    const folder = newFolder();
    const world = worldOf(folder, 'one');
    const record = await newRecord('one', world);
    enrol(record, 'one', 'inspector');
    orThrow(record.append(answer(record, 'pass')));
    orThrow(await exportTo(record, join(folder, 'first.jxb')));
    open.pop()?.close();
    cpSync(world.folder, join(folder, 'copy'), { recursive: true });
    const later = await reopen(world);
    orThrow(later.append(answer(later, 'fail')));
    orThrow(await exportTo(later, join(folder, 'second.jxb')));
    const oldLog = later.identity.log;
    open.pop()?.close();
    const restored = await reopen({ ...worldOf(folder, 'restored'), folder: join(folder, 'copy') });
    orThrow(restored.append(answer(restored, 'unknown')));
    expect(restored.identity.log).not.toBe(oldLog);
    orThrow(await exportTo(restored, join(folder, 'third.jxb')));
    const lead = await newRecord('lead');
    enrol(lead, 'lead', 'lead');
    for (const name of ['third.jxb', 'second.jxb', 'first.jxb']) {
      const { counts, gaps } = orThrow(await lead.importBundle(join(folder, name)));
      expect(counts).toMatchObject({ quarantined: 0, refused: 0 });
      expect(gaps).toEqual([]);
    }
    expect(lead.rows('answers')).toMatchObject([{ outcome: 'fail', heads: 2 }]);
  });

  test('what an old copy holds unsealed is named on every machine as never to be sealed, until a bundle of the first folder comes', async () => {
    const folder = newFolder();
    const world = worldOf(folder, 'one');
    const record = await newRecord('one', world);
    enrol(record, 'one', 'inspector');
    orThrow(await exportTo(record, join(folder, 'first.jxb')));
    orThrow(record.append(answer(record, 'pass')));
    const oldLog = record.identity.log;
    const endOf = (one: EventRecord) => one.logs().find(({ log }) => log === oldLog)?.neverSealed;
    expect(endOf(record)).toBe(0);
    open.pop()?.close();
    cpSync(world.folder, join(folder, 'copy'), { recursive: true });
    const elsewhere = { folder: join(folder, 'copy'), stateFolder: join(folder, 'no-marks') };
    const restored = await reopen({ ...worldOf(folder, 'restored'), ...elsewhere });
    orThrow(restored.append(answer(restored, 'unknown')));
    expect(endOf(restored)).toBe(1);
    orThrow(await exportTo(restored, join(folder, 'third.jxb')));
    const lead = await newRecord('lead');
    enrol(lead, 'lead', 'lead');
    orThrow(await lead.importBundle(join(folder, 'third.jxb')));
    expect(endOf(lead)).toBe(1);
    const first = await reopen(world);
    orThrow(await exportTo(first, join(folder, 'second.jxb')));
    for (const one of [lead, restored]) {
      orThrow(await one.importBundle(join(folder, 'second.jxb')));
      expect(endOf(one)).toBe(0);
    }
  });

  test('a changed bundle is refused and nothing of the record changes', async () => {
    const folder = newFolder();
    const one = await newRecord('one');
    enrol(one, 'one', 'inspector');
    orThrow(one.append(answer(one, 'pass')));
    const file = join(folder, 'one.jxb');
    orThrow(await exportTo(one, file));
    const source = orThrow(nodeFiles.openForReading(file));
    const bytes = Buffer.from(orThrow(source.read(0, source.size)));
    source.close();
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    const changed = orThrow(nodeFiles.create(join(folder, 'changed.jxb')));
    orThrow(changed.write(bytes));
    changed.close();
    const lead = await newRecord('lead');
    enrol(lead, 'lead', 'lead');
    const before = lead.state();
    const outcome = orThrow(await lead.importBundle(join(folder, 'changed.jxb')));
    expect(outcome.refusal).not.toBeNull();
    expect(outcome.counts.refused).toBeGreaterThan(0);
    expect(lead.state()).toEqual(before);
  });
});

const instrument = instrumentId.parse('c'.repeat(32));
const readingAt = (second: number, amount: string): Reading =>
  reading.parse({
    instrument,
    channel: 'ch1',
    gas: 'CH4',
    time: { wall: clock.now + second * 1000, mono: second * 1000, boot: 'b'.repeat(32) },
    value: { quality: 'ok', amount: decimalString.parse(amount), unit: '%VOL' },
  });

describe('readings', () => {
  test('are durable at once, go into blocks that travel, and read back exactly', async () => {
    const one = await newRecord('one');
    enrol(one, 'one', 'inspector');
    const readings = Array.from({ length: 130 }, (_, second) => readingAt(second, `0.${10 + (second % 7)}`));
    const raw = [{ n: 0, wall_ms: clock.now, mono_first_ms: 0, mono_last_ms: 1, dir: 'rx' as const, hex: '00ff' }];
    const batch = {
      batch: 'd'.repeat(32),
      instrumentId: instrument,
      session: 'e'.repeat(32),
      boot: bootId.parse('b'.repeat(32)),
      driver: 'itrans',
      driverVersion: '1',
      settings: {},
      readings,
      raw,
    };
    expect(orThrow(one.readings.keep(batch))).toBe(130);
    expect(orThrow(one.readings.keep(batch))).toBe(130);
    const span = {
      instrument,
      channel: 'ch1',
      from: epochMs.parse(clock.now),
      to: epochMs.parse(clock.now + 3_600_000),
    };
    expect(one.readings.read(span).found).toEqual(readings);
    const before = one.readings.minutes(span);
    expect(orThrow(one.readings.fold({ all: true }))).toBe(2);
    expect(one.readings.read(span)).toEqual({ found: readings, damaged: [] });
    expect(one.readings.minutes(span)).toEqual(before);
    expect(before.found.map((minute) => minute.count).reduce((a, b) => a + b)).toBe(130);
    const file = join(newFolder(), 'one.jxb');
    expect(orThrow(await exportTo(one, file))).toMatchObject({ blobs: 2 });
    const lead = await newRecord('lead');
    enrol(lead, 'lead', 'lead');
    orThrow(await lead.importBundle(file));
    expect(lead.readings.read(span)).toEqual({ found: readings, damaged: [] });
    expect(lead.readings.minutes(span)).toEqual(before);
  });

  test('what every log holds is told without going through the events', async () => {
    const { stores } = await newRecord('one');
    const plans = [stores.report.sql.logs, stores.report.sql.setApart].map((sql) =>
      stores.db
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail),
    );
    expect(plans.flat().filter((detail) => /SCAN \S*all_events(?! USING INDEX events_set_apart)/.test(detail))).toEqual(
      [],
    );
    expect(plans[0]).toContain('SEARCH main.all_events USING INDEX events_place (log=?)');
    expect(plans[1]?.join()).toContain('events_set_apart');
  });

  test('the blocks of a span are found by an index, however many there are', async () => {
    const { stores } = await newRecord('one');
    const plan = stores.db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${stores.readings.sql.blocks}`)
      .all(instrument, 2, 1, 0);
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH p_reading_blocks USING INDEX p_reading_blocks_0 (instrument=? AND from<?)',
    ]);
  });

  test('a batch is known for as long as it can come again and not longer', async () => {
    const one = await newRecord('one');
    const keep = (name: string, isOldest: boolean) => {
      const about = { instrumentId: instrument, session: 'e'.repeat(32), boot: bootId.parse('b'.repeat(32)) };
      const driver = { driver: 'itrans', driverVersion: '1', settings: {} };
      const batch = { batch: name.repeat(32), readings: [readingAt(0, '0.10')], raw: [], isOldest };
      return orThrow(one.readings.keep({ ...about, ...driver, ...batch }));
    };
    const known = () => ['1', '2', '3'].map((name) => one.stores.readings.keptOf(name.repeat(32)));
    keep('1', false);
    keep('2', false);
    expect(known()).toEqual([1, 1, null]);
    keep('3', true);
    expect(known()).toEqual([null, null, 1]);
  });

  test('a block that is gone is named and the rest still reads', async () => {
    const world = worldOf(newFolder(), 'one');
    const one = await newRecord('one', world);
    const batchOf = (batch: string, readings: Reading[]) => ({
      batch: batch.repeat(32),
      instrumentId: instrument,
      session: 'e'.repeat(32),
      boot: bootId.parse('b'.repeat(32)),
      driver: 'itrans',
      driverVersion: '1',
      settings: {},
      readings,
      raw: [],
    });
    orThrow(one.readings.keep(batchOf('1', [readingAt(0, '0.10')])));
    orThrow(one.readings.fold({ all: true }));
    orThrow(one.readings.keep(batchOf('2', [readingAt(1, '0.20')])));
    orThrow(one.readings.fold({ all: true }));
    const [first] = one.rows('reading_blocks').toSorted((a, b) => a.from - b.from);
    rmSync(join(world.folder, 'blobs', String(first?.blob).slice(0, 2), String(first?.blob)));
    const span = { instrument, channel: 'ch1', from: epochMs.parse(clock.now), to: epochMs.parse(clock.now + 60_000) };
    const { found, damaged } = one.readings.read(span);
    expect(found).toEqual([readingAt(1, '0.20')]);
    expect(damaged).toMatchObject([{ blob: first?.blob, fault: { code: 'not_found' } }]);
  });
});
