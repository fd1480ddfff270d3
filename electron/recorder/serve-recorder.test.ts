import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { GapCause } from '../../vocabulary/gap-cause.ts';
import { bootId, entityId, inspectionId, instrumentId, itemId } from '../../vocabulary/ids.ts';
import { calibration } from '../../vocabulary/instrument.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { reading } from '../../vocabulary/reading.ts';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { beijingDay, epochMs, isoDate } from '../../vocabulary/time.ts';
import type { InspectionSheet, SheetRow } from '../ports/inspection-models.ts';
import {
  AUTHORITY_FINGERPRINT,
  create,
  download,
  enrol,
  INSPECTION,
  PASSPHRASE,
  PERSON,
  SIGNERS,
  startTestRecorder,
  type TestRecorder,
  upload,
} from './test-recorder.ts';

const started: TestRecorder[] = [];
afterEach(async () => {
  for (const recorder of started.splice(0)) {
    await recorder.close();
    await recorder.remove();
  }
});

async function fresh(existing?: string): Promise<TestRecorder> {
  const recorder = await startTestRecorder(existing);
  started.push(recorder);
  return recorder;
}

/** A recorder with a record, a person and an open inspection. */
async function working() {
  const recorder = await fresh();
  await create(recorder);
  const { inspectionId: id } = orThrow(await recorder.client.ask('inspection/open', INSPECTION));
  return { ...recorder, id };
}
type Working = Awaited<ReturnType<typeof working>>;

const sheetOf = async ({ client, id }: Working): Promise<InspectionSheet> =>
  orThrow(await client.ask('inspection/sheet', { inspectionId: id }));

async function rowOf(bench: Working, item: string): Promise<SheetRow> {
  const row = (await sheetOf(bench)).rows.find((one) => one.itemId === item);
  if (!row) throw new Error(`no row ${item}`);
  return row;
}

const LEAD = 'water.exploration.lead-goaf';
const SUMP = 'water.drainage.sump-empty';

async function give(bench: Working, item: string, answer: Partial<Record<string, unknown>>) {
  const { itemId: row, placeId } = await rowOf(bench, item);
  const blank = { outcome: 'unknown' as const, facts: {}, reason: '', override: '', note: '' };
  return bench.client.ask('answer/give', { inspectionId: bench.id, itemId: row, placeId, ...blank, ...answer });
}

async function addEvidence(bench: Working, item: string, readings: readonly Reading[] = []) {
  const { missingEvidence, placeId } = await rowOf(bench, item);
  const bytes = Buffer.from('a photo').toString('base64');
  for (const kind of missingEvidence) {
    const file = kind === 'photo' ? { name: 'p.jpg', mime: 'image/jpeg', bytes } : null;
    const about = { inspectionId: bench.id, itemId: itemId.parse(item), placeId, kind, label: kind, text: 'x' };
    orThrow(await bench.client.ask('evidence/add', { ...about, file, readings: [...readings] }));
  }
}

async function sign(bench: Working) {
  const blocks = orThrow(await bench.client.ask('signoff/check', { inspectionId: bench.id }));
  const gaps = blocks.map(({ itemId: item, placeId }) => ({ itemId: item, placeId, reason: '没带图纸' }));
  const png = Buffer.from('a signature').toString('base64');
  const officer = { name: PERSON.name, certificateNo: PERSON.certificateNo, role: 'officer' as const };
  const refused = { reason: '不同意', witness: '李树新' };
  const unitHead = { name: '王某', certificateNo: '', role: 'unitHead' as const, png: null, refused };
  const signatures = [{ ...officer, png, refused: null }, unitHead];
  return bench.client.ask('signoff/sign', { inspectionId: bench.id, gaps, signatures });
}

const INSTRUMENT = instrumentId.parse('a'.repeat(32));
const gasReading = (wall: number, amount: string): Reading =>
  reading.parse({
    instrument: INSTRUMENT,
    channel: 'ch1',
    gas: 'CH4',
    time: { wall, mono: wall % 1_000_000, boot: 'b'.repeat(32) },
    value: { quality: 'ok', amount, unit: '%VOL' },
  });

const batchOf = (readings: readonly Reading[], gaps: { from: number; to: number; cause: GapCause }[] = []) => ({
  batch: entityId.parse(randomBytes(16).toString('hex')),
  instrumentId: INSTRUMENT,
  session: entityId.parse('e'.repeat(32)),
  boot: bootId.parse('b'.repeat(32)),
  driver: 'mhz9041a',
  driverVersion: '1',
  settings: { unit: '%VOL' },
  readings: [...readings],
  raw: [],
  gaps: gaps.map(({ from, to, cause }) => ({ from: epochMs.parse(from), to: epochMs.parse(to), cause })),
});

describe('the session', () => {
  test('begins fresh, is made with a name and a passphrase, and is locked and unlocked', async () => {
    const { client, ...recorder } = await fresh();
    expect(orThrow(await client.ask('session/state', {})).phase).toBe('fresh');
    const made = await create({ client, ...recorder });
    expect(made).toMatchObject({ phase: 'open', person: PERSON, device: { principal: null } });
    expect(orThrow(await client.ask('session/lock', {})).phase).toBe('locked');
    expect(await client.ask('inspection/list', {})).toEqual(fail({ code: 'locked' }));
    expect(await client.ask('session/unlock', { passphrase: 'wrong' })).toMatchObject({
      fault: { code: 'wrong_passphrase' },
    });
    expect(orThrow(await client.ask('session/unlock', { passphrase: PASSPHRASE }))).toMatchObject({
      phase: 'open',
      person: PERSON,
    });
    expect(await client.ask('session/create', { passphrase: PASSPHRASE, person: PERSON })).toMatchObject({
      fault: { code: 'data_exists' },
    });
  });

  test('two unlockings at once open the record once', async () => {
    const { client, ...recorder } = await fresh();
    await create({ client, ...recorder });
    await client.ask('session/lock', {});
    const both = [1, 2].map(() => client.ask('session/unlock', { passphrase: PASSPHRASE }));
    expect((await Promise.all(both)).map((one) => one.ok)).toEqual([true, true]);
  });

  test('leaves a secret with the host, with which another recorder goes on after a death', async () => {
    const first = await fresh();
    const secrets: (string | null)[] = [];
    first.custody.on('secret', ({ secret }) => secrets.push(secret));
    await create(first);
    first.kill();
    const second = await fresh(first.folder);
    const resumed = second.custody.ask('custody/resume', { secret: secrets.at(-1) ?? '', diedAt: epochMs.parse(0) });
    const list = second.client.ask('inspection/list', {}); // asked meanwhile: waits instead of hearing `locked`
    expect(await resumed).toEqual(ok({}));
    expect(await list).toEqual(ok([]));
    orThrow(await second.client.ask('session/lock', {}));
    expect(secrets).toHaveLength(1);
  });

  test('nothing of what was typed stands readable in the folder', async () => {
    const bench = await working();
    await give(bench, LEAD, { outcome: 'unknown', reason: '进不去的巷道' });
    await bench.close();
    const names = await readdir(bench.dataFolder, { recursive: true, withFileTypes: true });
    for (const entry of names.filter((one) => one.isFile())) {
      const bytes = await readFile(path.join(entry.parentPath, entry.name));
      for (const word of ['示例煤矿', '进不去', PERSON.name]) expect(bytes.includes(word), entry.name).toBe(false);
    }
  });
});

describe('an inspection', () => {
  test('lists the owed rows, those of a heading at its place', async () => {
    const bench = await working();
    const { rows, places, summary } = await sheetOf(bench);
    expect(places).toMatchObject([{ code: 'headingFace', name: '1203 掘进工作面' }]);
    expect(rows.find((row) => row.itemId === LEAD)?.placeId).toBe(places[0]?.placeId);
    expect(rows.find((row) => row.itemId === SUMP)?.placeId).toBeNull();
    expect(summary).toMatchObject({ mine: '示例煤矿', planNo: 'JC-1', counts: { unanswered: rows.length } });
    expect(orThrow(await bench.client.ask('mine/names', {}))).toEqual(['示例煤矿']);
  });

  test('a second heading gives its own rows, and entering a place makes it the current one', async () => {
    const bench = await working();
    const before = (await sheetOf(bench)).rows.length;
    const name = '1204 掘进工作面';
    const added = await bench.client.ask('place/add', { inspectionId: bench.id, code: 'headingFace', name });
    const { placeId } = orThrow(added);
    const { rows } = await sheetOf(bench);
    expect(rows.length).toBeGreaterThan(before);
    expect(rows.filter((row) => row.itemId === LEAD)).toHaveLength(2);
    orThrow(await bench.client.ask('place/enter', { inspectionId: bench.id, placeId }));
    expect((await sheetOf(bench)).currentPlace).toBe(placeId);
    const nowhere = inspectionId.parse('0'.repeat(32));
    expect(await bench.client.ask('inspection/sheet', { inspectionId: nowhere })).toMatchObject({
      fault: { code: 'not_found' },
    });
  });

  test('a probing site and a pump room take the rows of their kind, also those added on the way', async () => {
    const bench = await working();
    const add = async (code: 'headingFace' | 'other', kind: 'probeSite' | 'pumpRoom') =>
      orThrow(await bench.client.ask('place/add', { inspectionId: bench.id, code, kind, name: kind })).placeId;
    const [site, room] = [await add('headingFace', 'probeSite'), await add('other', 'pumpRoom')];
    orThrow(await bench.client.ask('place/enter', { inspectionId: bench.id, placeId: room }));
    const sheet = await sheetOf(bench);
    const at = (item: string) => sheet.rows.filter(({ itemId: one }) => one === item).map(({ placeId }) => placeId);
    expect(at('water.team.records')).toEqual([site]);
    expect(at(LEAD)).toEqual([sheet.places[0]?.placeId]);
    expect(at('water.drainage.pumps')).toEqual([room]);
    expect(sheet.places.map(({ kind }) => kind)).toEqual([undefined, 'probeSite', 'pumpRoom']);
  });

  test('an answer given before its heading had a name stays on the sheet', async () => {
    const bench = await fresh();
    await create(bench);
    const { inspectionId: id } = orThrow(await bench.client.ask('inspection/open', { ...INSPECTION, places: [] }));
    const there = { ...bench, id };
    orThrow(await give(there, LEAD, { outcome: 'fail', facts: { leadDistance_m: '27.5' } }));
    orThrow(await bench.client.ask('place/add', { inspectionId: id, code: 'headingFace', name: '1204' }));
    const rows = (await sheetOf(there)).rows.filter((row) => row.itemId === LEAD);
    expect(rows.map(({ status }) => status).sort()).toEqual(['fail', 'unanswered']);
  });

  test('a number that fails is recorded with the verdict of the rules', async () => {
    const bench = await working();
    const given = orThrow(await give(bench, LEAD, { outcome: 'fail', facts: { leadDistance_m: '27.5' } }));
    expect(given).toMatchObject({ status: 'fail', verdict: { status: 'fail', rule: 'check.number' } });
    expect(await rowOf(bench, LEAD)).toMatchObject({
      status: 'fail',
      severity: expect.any(String),
      answer: { outcome: 'fail', author: PERSON.name, facts: { leadDistance_m: '27.5' } },
    });
  });

  test('a pass against the verdict needs a reason, and both are kept', async () => {
    const bench = await working();
    const pass = { outcome: 'pass', facts: { leadDistance_m: '27.5' } };
    expect(await give(bench, LEAD, pass)).toMatchObject({ fault: { code: 'override_needed' } });
    expect((await rowOf(bench, LEAD)).answer).toBeNull();
    orThrow(await give(bench, LEAD, { ...pass, override: '现场复测 31 m' }));
    expect((await rowOf(bench, LEAD)).answer).toMatchObject({
      outcome: 'pass',
      override: '现场复测 31 m',
      verdict: { status: 'fail' },
    });
  });

  test('a pass without its evidence stands as unknown until the evidence is there', async () => {
    const bench = await working();
    const facts = { totalVolume_m3: '1200', emptyVolume_m3: '720' };
    const given = orThrow(await give(bench, SUMP, { outcome: 'pass', facts }));
    expect(given.verdict?.status).toBe('pass');
    const bare = await rowOf(bench, SUMP);
    expect(bare.status).toBe(bare.missingEvidence.length > 0 ? 'unknown' : 'pass');
    await addEvidence(bench, SUMP);
    const proven = await rowOf(bench, SUMP);
    expect(proven).toMatchObject({ status: 'pass', missingEvidence: [] });
    const [evidence] = proven.evidence;
    if (!evidence) return;
    orThrow(await bench.client.ask('evidence/remove', { inspectionId: bench.id, evidenceId: evidence.evidenceId }));
    expect((await rowOf(bench, SUMP)).evidence).toHaveLength(proven.evidence.length - 1);
  });

  test('a pass that the facts cannot confirm stands as unknown and holds up the signing', async () => {
    const bench = await working();
    const given = orThrow(await give(bench, LEAD, { outcome: 'pass' }));
    expect(given).toMatchObject({
      status: 'unknown',
      verdict: { status: 'unknown', reason: 'missing:leadDistance_m' },
    });
    const blocks = orThrow(await bench.client.ask('signoff/check', { inspectionId: bench.id }));
    expect(blocks.find(({ itemId: item }) => item === LEAD)?.why).toBe('evidence-missing');
    orThrow(await give(bench, LEAD, { outcome: 'pass', facts: { leadDistance_m: '31' } }));
    expect((await rowOf(bench, LEAD)).status).toBe('pass');
  });

  test('a photo comes back as it was given, and an over-range reading stays a word', async () => {
    const bench = await working();
    const { placeId } = await rowOf(bench, LEAD);
    const key = { inspectionId: bench.id, itemId: itemId.parse(LEAD), placeId, label: '', text: '' };
    const bytes = Buffer.from('a photo').toString('base64');
    const file = { name: 'p.jpg', mime: 'image/jpeg', bytes };
    const photo = orThrow(await bench.client.ask('evidence/add', { ...key, kind: 'photo', file, readings: [] }));
    const read = orThrow(await bench.client.ask('blob/read', { blob: photo.blob ?? '' }));
    expect(read).toEqual({ mime: 'image/jpeg', bytes });
    const over = {
      ...gasReading(1_000_000, '1'),
      value: { quality: 'over_range' as const, unit: '%VOL' as const, detail: '' },
    };
    const kept = orThrow(
      await bench.client.ask('evidence/add', { ...key, kind: 'detector', file: null, readings: [over] }),
    );
    expect(kept.readings).toEqual([over]);
  });

  test('undo takes back one answer after the other, each as an event of its own', async () => {
    const bench = await working();
    orThrow(await give(bench, LEAD, { outcome: 'unknown', reason: '没带图纸' }));
    orThrow(await give(bench, LEAD, { outcome: 'fail', facts: { leadDistance_m: '27.5' } }));
    expect((await sheetOf(bench)).undo).toMatchObject({ itemId: LEAD, outcome: 'fail' });
    const undo = () => bench.client.ask('answer/undo', { inspectionId: bench.id });
    orThrow(await undo());
    expect((await rowOf(bench, LEAD)).answer).toMatchObject({ outcome: 'unknown', reason: '没带图纸' });
    orThrow(await undo());
    expect((await rowOf(bench, LEAD)).status).toBe('unanswered');
    expect(await undo()).toEqual(ok(null));
    const { placeId } = await rowOf(bench, LEAD);
    const key = { inspectionId: bench.id, itemId: itemId.parse(LEAD), placeId };
    const history = orThrow(await bench.client.ask('answer/history', key));
    expect(history.map(({ outcome }) => outcome)).toEqual(['unknown', 'fail', 'unknown']);
  });

  test('a finding is raised with the citations of the row, and raising it again corrects it', async () => {
    const bench = await working();
    orThrow(await give(bench, LEAD, { outcome: 'fail', facts: { leadDistance_m: '27.5' } }));
    const { placeId } = await rowOf(bench, LEAD);
    const key = { inspectionId: bench.id, itemId: itemId.parse(LEAD), placeId };
    const raise = (fact: string) => bench.client.ask('finding/raise', { ...key, fact, severity: 'general' });
    const first = orThrow(await raise('超前距 27.5 m'));
    const second = orThrow(await raise('超前距 27.5 m，小于 30 m'));
    expect(second.findingId).toBe(first.findingId);
    const { findings } = await sheetOf(bench);
    expect(findings).toMatchObject([{ fact: '超前距 27.5 m，小于 30 m' }]);
    expect((await rowOf(bench, LEAD)).finding).toBe(first.findingId);
    const whole = { severity: null, after: null };
    const { summary, places } = await sheetOf(bench);
    const place = places.find((one) => one.placeId === placeId)?.name ?? null;
    const line = { finding: second, mine: summary.mine, place, assessmentId: null };
    expect(await bench.client.ask('finding/page', whole)).toEqual(ok({ rows: [line], next: null }));
    expect(await bench.client.ask('finding/search', { ...whole, phrase: '前距' })).toEqual(
      ok({ rows: [line], next: null }),
    );
    expect(await bench.client.ask('finding/search', { ...whole, phrase: '水泵' })).toEqual(
      ok({ rows: [], next: null }),
    );
    expect(await bench.client.ask('finding/page', { ...whole, severity: 'major' })).toEqual(
      ok({ rows: [], next: null }),
    );
    expect(await bench.client.ask('finding/counts', {})).toEqual(ok({ all: 1, major: 0, general: 1 }));
  });

  test('refuses facts that are not of their kind and leaves the answer unchanged', async () => {
    const bench = await working();
    const given = await give(bench, LEAD, { outcome: 'fail', facts: { leadDistance_m: 'far' } });
    expect(given).toMatchObject({ ok: false, fault: { code: 'bad_facts' } });
    const stranger = await give(bench, LEAD, { outcome: 'fail', facts: { leadDistance_m: '27.5', mood: 'good' } });
    expect(stranger).toMatchObject({ ok: false, fault: { code: 'bad_facts', path: 'mood' } });
    expect((await rowOf(bench, LEAD)).answer).toBeNull();
  });
});

describe('signing', () => {
  test('is refused while a row is open without a reason, and nothing is written', async () => {
    const bench = await working();
    const before = orThrow(await bench.client.ask('session/state', {})).saved?.seq;
    const png = Buffer.from('x').toString('base64');
    const signature = { name: PERSON.name, certificateNo: '', role: 'officer' as const, png, refused: null };
    const signed = await bench.client.ask('signoff/sign', {
      inspectionId: bench.id,
      gaps: [],
      signatures: [signature],
    });
    expect(signed).toMatchObject({ ok: false, fault: { code: 'not_ready_to_sign' } });
    expect(orThrow(await bench.client.ask('session/state', {})).saved?.seq).toBe(before);
  });

  test('seals everything, keeps the signatures and the reasons, and prints them', async () => {
    const bench = await working();
    const first = bench.pass(0);
    orThrow(await bench.intake.ask('intake/keep', batchOf([gasReading(first, '0.50')])));
    const signing = sign(bench);
    await vi.waitFor(async () => expect((await sheetOf(bench)).summary.signedAt).toBeNull());
    orThrow(await bench.intake.ask('intake/keep', batchOf([gasReading(bench.pass(1_000) - 10, '0.91')])));
    const signed = orThrow(await signing);
    expect(signed.sealedTo).toBeGreaterThanOrEqual(signed.seq);
    const { summary, signatures } = await sheetOf(bench);
    expect(summary.signedAt).not.toBeNull();
    expect(signatures).toMatchObject([
      { name: PERSON.name, blob: expect.any(String), refused: null },
      { role: 'unitHead', blob: null, refused: { witness: '李树新' } },
    ]);
    const { html } = orThrow(await bench.client.ask('report/preview', { inspectionId: bench.id }));
    // 0.91 was measured before the signing and handed over after it had begun.
    for (const word of ['示例煤矿', '没带图纸', '李树新', '0.91']) expect(html).toContain(word);
  });

  test('seals by itself after a quarter of an hour of work', async () => {
    const bench = await working();
    const sealed = async () => orThrow(await bench.client.ask('session/state', {})).saved?.sealedTo;
    expect(await sealed()).toBe(0);
    for (let half = 0; half < 32; half++) bench.pass(30_000);
    expect(await sealed()).toBeGreaterThan(0);
  });
});

test('a place that was chosen wrongly is corrected from its beginning, and the wrong one stays in the history', async () => {
  const bench = await working();
  const { client, id } = bench;
  const [first] = (await sheetOf(bench)).places;
  if (!first) throw new Error('no place');
  const entered = orThrow(await client.ask('place/enter', { inspectionId: id, placeId: first.placeId }));
  bench.pass(300_000);
  const { placeId: right } = orThrow(
    await client.ask('place/add', { inspectionId: id, code: 'mainReturn', name: '总回风' }),
  );
  const corrected = orThrow(await client.ask('place/correct', { inspectionId: id, placeId: right }));
  expect(corrected).toMatchObject({ code: 'mainReturn', from: entered.from });
  expect(await sheetOf(bench)).toMatchObject({ currentPlace: right, currentSince: entered.from });
});

describe('readings', () => {
  test('a batch is taken once however often it is sent, also by the next recorder', async () => {
    const first = await fresh();
    await create(first);
    const batch = batchOf([gasReading(60_000, '0.50'), gasReading(61_000, '0.60')]);
    for (let time = 0; time < 2; time++)
      expect(await first.intake.ask('intake/keep', batch)).toMatchObject({ ok: true });
    first.kill();
    const second = await fresh(first.folder);
    orThrow(await second.client.ask('session/unlock', { passphrase: PASSPHRASE }));
    orThrow(await second.intake.ask('intake/keep', batch));
    const span = { from: epochMs.parse(0), to: epochMs.parse(120_000) };
    const minutes = await second.client.ask('readings/minutes', { instrumentId: INSTRUMENT, channel: 'ch1', ...span });
    expect(orThrow(minutes)).toEqual([{ minute: 60_000, min: 0.5, max: 0.6, mean: 0.55, count: 2, over: 0 }]);
  });

  test('a gap is kept as what it is and never as a number', async () => {
    const bench = await fresh();
    await create(bench);
    orThrow(await bench.intake.ask('intake/keep', batchOf([gasReading(60_000, '0.50')])));
    const gap = { from: 61_000, to: 90_000, cause: 'unplugged' } as const;
    orThrow(await bench.intake.ask('intake/keep', batchOf([gasReading(90_000, '0.50')], [gap])));
    const span = { from: epochMs.parse(0), to: epochMs.parse(120_000) };
    const minutes = await bench.client.ask('readings/minutes', { instrumentId: INSTRUMENT, channel: 'ch1', ...span });
    expect(orThrow(minutes).map(({ count }) => count)).toEqual([2]);
  });

  test('the key of the spool is given once the record is open, and is the same after a restart', async () => {
    const first = await fresh();
    expect(await first.intake.ask('intake/spool-key', {})).toEqual(fail({ code: 'locked' }));
    await create(first);
    const { key } = orThrow(await first.intake.ask('intake/spool-key', {}));
    first.kill();
    const second = await fresh(first.folder);
    orThrow(await second.client.ask('session/unlock', { passphrase: PASSPHRASE }));
    expect(orThrow(await second.intake.ask('intake/spool-key', {})).key).toBe(key);
  });

  test('an instrument is put into the ledger with its certificate', async () => {
    const { client, ...rest } = await fresh();
    await create({ client, ...rest });
    const row = {
      instrumentId: INSTRUMENT,
      driver: 'mhz9041a',
      model: 'MH-Z9041A',
      serialNumber: 'MH-1',
      settings: { unit: '%VOL' },
      certificateNo: 'JJ-1',
      certificateUntil: '2027-01-01',
    };
    orThrow(await client.ask('instrument/put', row));
    expect(orThrow(await client.ask('instrument/list', {}))).toEqual([row]);
  });
});

describe('the instrument register', () => {
  const row = {
    instrumentId: INSTRUMENT,
    driver: 'mhz9041a',
    model: 'MH-Z9041A',
    serialNumber: 'MH-1',
    settings: { unit: '%VOL' },
    certificateNo: 'JJ-1',
    certificateUntil: '2026-01-01',
  };
  const day = (back: number) => beijingDay(epochMs.parse(Date.UTC(2026, 10, 23) - back * 86_400_000));
  const adjusted = (back: number, asLeft = '1.00') => ({
    instrumentId: INSTRUMENT,
    calibrationId: null,
    file: null,
    entry: calibration.parse({
      kind: 'calibration',
      date: day(back),
      gas: 'CH4',
      by: '韩立新',
      certificateNo: 'BQ-1',
      standard: { amount: '1.00', unit: '%VOL' },
      asFound: '1.05',
      asLeft,
    }),
  });
  const scanOf = (text: string) => ({ name: 'c.jpg', mime: 'image/jpeg', bytes: Buffer.from(text).toString('base64') });
  const page = async ({ client }: Working) =>
    orThrow(await client.ask('instrument/page', { instrumentId: INSTRUMENT }));

  test('a reading of an instrument out of date is stored with its mark, and the mark stays when the papers come', async () => {
    const bench = await working();
    const { client, intake } = bench;
    orThrow(await client.ask('instrument/put', row));
    const measured = gasReading(bench.pass(0) - 5_000, '1.20');
    orThrow(await intake.ask('intake/keep', batchOf([measured])));
    const { placeId } = await rowOf(bench, LEAD);
    const about = { inspectionId: bench.id, itemId: itemId.parse(LEAD), placeId, kind: 'detector' as const };
    const kept = orThrow(
      await client.ask('evidence/add', { ...about, label: 'x', text: '', file: null, readings: [measured] }),
    );
    expect(kept.readings).toEqual([measured]);
    const marked = { grade: 'notEvidence', reasons: ['certificate_expired', 'calibration_missing'] };
    expect(kept.grades).toEqual([marked]);
    expect((await rowOf(bench, LEAD)).restsOnNotEvidence).toBe(true);

    const until = day(-300);
    const renewal = { change: 'renew' as const, no: 'JJ-2', from: day(3), until, file: null };
    orThrow(await client.ask('instrument/certificate', { instrumentId: INSTRUMENT, ...renewal }));
    orThrow(await client.ask('calibration/put', adjusted(1)));
    expect((await rowOf(bench, LEAD)).evidence[0]?.grades).toEqual([marked]);
    const again = orThrow(
      await client.ask('evidence/add', { ...about, label: 'y', text: '', file: null, readings: [measured] }),
    );
    expect(again.grades).toEqual([{ grade: 'evidence', reasons: [] }]);
    expect((await rowOf(bench, LEAD)).restsOnNotEvidence).toBe(false);
  });

  test('a reading that is no evidence does not stand for the evidence a row asks; one that is does', async () => {
    const bench = await working();
    const { client } = bench;
    orThrow(await client.ask('instrument/put', { ...row, certificateUntil: '2027-01-01' }));
    const ALARM = 'water.withdrawal.alarm';
    const { placeId } = await rowOf(bench, ALARM);
    const keep = async (label: string) => {
      const about = { inspectionId: bench.id, itemId: itemId.parse(ALARM), placeId, kind: 'detector' as const };
      const readings = [gasReading(bench.pass(0), '0.30')];
      orThrow(await client.ask('evidence/add', { ...about, label, text: '', file: null, readings }));
    };
    await keep('uncalibrated');
    expect(orThrow(await give(bench, ALARM, { outcome: 'pass' })).status).toBe('unknown');
    expect(await rowOf(bench, ALARM)).toMatchObject({
      status: 'unknown',
      missingEvidence: ['detector'],
      restsOnNotEvidence: true,
    });
    orThrow(await client.ask('calibration/put', adjusted(0)));
    await keep('calibrated');
    expect(await rowOf(bench, ALARM)).toMatchObject({
      status: 'pass',
      missingEvidence: [],
      restsOnNotEvidence: false,
    });
  });

  test('the mark of a block and the number stand in the bundle and in its report', async () => {
    const bench = await working();
    await enrol(bench, 'team03-dev1@jingxun');
    orThrow(await bench.client.ask('instrument/put', row));
    orThrow(await bench.intake.ask('intake/keep', batchOf([gasReading(bench.pass(0), '1.20')])));
    bench.pass(5_000);
    orThrow(await sign(bench));
    const { html } = orThrow(await bench.client.ask('report/preview', { inspectionId: bench.id }));
    orThrow(await bench.client.ask('calibration/put', adjusted(0)));
    const { file } = orThrow(await bench.client.ask('bundle/export', { folder: path.join(bench.folder, 'stick') }));
    const bundle = (await readFile(file)).toString();
    expect(bundle).toContain(
      '"grades":[{"channel":"ch1","count":1,"day":"2026-11-23","grade":"notEvidence","reasons":["certificate_expired","calibration_missing"]}]',
    );
    for (const text of [html, bundle]) {
      expect(text).toContain('1条读数中1条不作证据：检定证书到期，没有调校记录');
      expect(text).toContain('<td class="number">1.20 %VOL</td>');
    }
  });

  test('a renewed certificate leaves the one before in the papers, a corrected one does not', async () => {
    const bench = await working();
    const { client } = bench;
    orThrow(await client.ask('instrument/put', row));
    const certificate = (change: 'renew' | 'correct', no: string, until: string, bytes: string | null) =>
      client.ask('instrument/certificate', {
        instrumentId: INSTRUMENT,
        change,
        no,
        from: null,
        until: isoDate.parse(until),
        file: bytes === null ? null : scanOf(bytes),
      });
    orThrow(await certificate('renew', 'JJ-2', '2027-01-01', 'scan'));
    orThrow(await certificate('correct', 'JJ-3', '2027-02-01', null));
    const { file, history, certificate: shown } = await page(bench);
    expect(file.certificates.map(({ no }) => no)).toEqual(['JJ-3', 'JJ-1']);
    expect(history.map(({ entry }) => entry.is === 'register' && entry.certificate?.no)).toEqual([
      'JJ-3',
      'JJ-2',
      'JJ-1',
    ]);
    expect(history.map(({ old }) => old)).toEqual([false, true, true]);
    const blob = shown?.scan?.blob ?? expect.fail('the scan is gone');
    expect(orThrow(await client.ask('blob/read', { blob }))).toEqual({
      mime: 'image/jpeg',
      bytes: scanOf('scan').bytes,
    });
    expect(await certificate('correct', 'JJ-4', '2027-02-01', null)).toMatchObject({ ok: true });
    // connecting again with what the register knows changes nothing of it
    orThrow(await client.ask('instrument/put', { ...row, certificateNo: 'JJ-4', certificateUntil: '2027-02-01' }));
    expect((await page(bench)).file.certificates.map(({ no }) => no)).toEqual(['JJ-4', 'JJ-1']);
  });

  test('a calibration is corrected and taken back, and all of it stays in the history', async () => {
    const bench = await working();
    const { client } = bench;
    expect(await client.ask('calibration/put', adjusted(1))).toMatchObject({ fault: { code: 'not_found' } });
    orThrow(await client.ask('instrument/put', row));
    expect(await client.ask('calibration/put', adjusted(-1))).toMatchObject({ fault: { code: 'date_in_future' } });
    orThrow(await client.ask('calibration/put', { ...adjusted(1), file: scanOf('bottle') }));
    const [first] = (await page(bench)).calibrations;
    const calibrationId = first?.calibrationId ?? expect.fail('nothing was kept');
    orThrow(await client.ask('calibration/put', { ...adjusted(2, '0.99'), calibrationId }));
    const corrected = (await page(bench)).calibrations;
    expect(corrected).toMatchObject([{ calibrationId, entry: { asLeft: '0.99', scan: first?.entry.scan } }]);
    orThrow(await client.ask('calibration/remove', { calibrationId }));
    const { calibrations, history } = await page(bench);
    expect(calibrations).toEqual([]);
    expect(history.filter((one) => one.calibrationId === calibrationId)).toHaveLength(3);
  });

  test('a photo is kept by its hash and may be taken away, the history keeps count', async () => {
    const bench = await working();
    const { client } = bench;
    orThrow(await client.ask('instrument/put', row));
    orThrow(await client.ask('instrument/photo', { instrumentId: INSTRUMENT, add: scanOf('photo'), remove: null }));
    const [photo] = (await page(bench)).photos;
    const blob = photo?.blob ?? expect.fail('the photo is gone');
    expect(orThrow(await client.ask('blob/read', { blob })).mime).toBe('image/jpeg');
    orThrow(await client.ask('instrument/photo', { instrumentId: INSTRUMENT, add: null, remove: blob }));
    const { photos, history } = await page(bench);
    expect(photos).toEqual([]);
    expect(history.map(({ entry }) => entry.is === 'register' && entry.photos)).toEqual([0, 1, 0]);
  });
});

describe('bundles', () => {
  test('without a certificate nothing is handed in', async () => {
    const bench = await working();
    expect(await bench.client.ask('bundle/export', { folder: null })).toMatchObject({
      fault: { code: 'no_certificate' },
    });
  });

  test('a bundle goes from one device to a lead, whose tables then say the same', async () => {
    const bench = await working();
    await enrol(bench, 'team03-dev1@jingxun');
    orThrow(await bench.intake.ask('intake/keep', batchOf([gasReading(bench.pass(0), '0.50')])));
    bench.pass(5_000); // the detector was switched off: nobody waits for it
    orThrow(await sign(bench));
    const exported = orThrow(await bench.client.ask('bundle/export', { folder: path.join(bench.folder, 'stick') }));
    expect(exported).toMatchObject({ name: expect.stringMatching(/^team03-dev1-\d{8}-\d{6}\.jxb$/) });
    expect(exported.events).toBeGreaterThan(5);
    const plain = await readFile(exported.file);
    expect(Buffer.from(await download(bench, exported.name))).toEqual(plain);

    const lead = await fresh();
    await create(lead);
    await enrol(lead, 'team03-lead1@jingxun', 'lead');
    const checked = await lead.client.ask('bundle/verify', { upload: await upload(lead, 'a.jxb', plain) });
    expect(orThrow(checked)).toMatchObject({ ok: true, signer: 'team03-dev1@jingxun', role: 'inspector', unsealed: 0 });
    const taken = orThrow(await lead.client.ask('bundle/import', { upload: await upload(lead, 'a.jxb', plain) }));
    expect(taken).toMatchObject({ known: 0, refused: 0, refusal: null });
    expect(taken.received).toBe(taken.added + taken.quarantined + taken.held);
    expect(orThrow(await lead.client.ask('inspection/list', {}))).toMatchObject([{ mine: '示例煤矿' }]);
    const again = orThrow(await lead.client.ask('bundle/import', { upload: await upload(lead, 'a.jxb', plain) }));
    expect(taken).toMatchObject({ held: 0, received: orThrow(checked).events });
    expect(again).toMatchObject({ received: taken.received, known: taken.received, added: 0, held: 0 });
    const { logs } = orThrow(await lead.client.ask('exchange/state', {}));
    expect(logs.find((log) => log.principal === 'team03-dev1@jingxun')).toMatchObject({
      own: false,
      person: PERSON.name,
      unsealed: 0,
    });
    expect(await readdir(path.join(lead.dataFolder, 'work'))).toEqual([]);
  });

  test('what was written today is counted from the first entry on, also after opening again', async () => {
    const bench = await fresh();
    expect((await create(bench)).saved).toMatchObject({ today: 1 });
    orThrow(await bench.client.ask('inspection/open', INSPECTION));
    const { saved } = orThrow(await bench.client.ask('session/state', {}));
    orThrow(await bench.client.ask('session/lock', {}));
    const opened = orThrow(await bench.client.ask('session/unlock', { passphrase: PASSPHRASE }));
    expect(opened.saved?.today).toBe(saved?.today);
    expect(saved?.today).toBeGreaterThan(1);
  });

  test('whoever shows until where it is sealed hears of a new seal', async () => {
    const bench = await working();
    const sealed: (number | undefined)[] = [];
    bench.client.on('session', (state) => sealed.push(state.saved?.sealedTo));
    orThrow(await sign(bench));
    const { saved } = orThrow(await bench.client.ask('session/state', {}));
    expect(sealed.at(-1)).toBe(saved?.sealedTo);
    expect(saved?.sealedTo).toBeGreaterThan(0);
    expect(saved?.sealedAt).not.toBeNull();
  });

  test('an export tells how far it is', async () => {
    const bench = await working();
    await enrol(bench, 'team03-dev1@jingxun');
    const jobs: { done: number; total: number; finished: boolean }[] = [];
    bench.client.on('job', (news) => jobs.push(news));
    orThrow(await bench.client.ask('bundle/export', { folder: null }));
    expect(jobs.at(-1)).toMatchObject({ kind: 'export', finished: true });
    expect(jobs.at(-1)?.done).toBe(jobs.at(-1)?.total);
  });

  test('locking in the middle of an export ends it before the record is closed', async () => {
    const bench = await working();
    await enrol(bench, 'team03-dev1@jingxun');
    const exporting = bench.client.ask('bundle/export', { folder: null });
    expect(orThrow(await bench.client.ask('session/lock', {})).phase).toBe('locked');
    const exported = await exporting;
    if (!exported.ok) expect(['cancelled', 'locked']).toContain(exported.fault.code);
    orThrow(await bench.client.ask('session/unlock', { passphrase: PASSPHRASE }));
  });

  test('an altered bundle is refused with its reason, and a cut upload is not taken', async () => {
    const bench = await working();
    await enrol(bench, 'team03-dev1@jingxun');
    const { name } = orThrow(await bench.client.ask('bundle/export', { folder: null }));
    const bytes = Buffer.from(await download(bench, name));
    const before = orThrow(await bench.client.ask('exchange/state', {})).stateHash;
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    const taken = orThrow(await bench.client.ask('bundle/import', { upload: await upload(bench, 'a.jxb', bytes) }));
    expect(taken.refusal).not.toBeNull();
    const { upload: cut } = orThrow(await bench.client.ask('upload/begin', { name: 'a.jxb', size: 10 }));
    expect(await bench.client.ask('bundle/import', { upload: cut })).toMatchObject({
      fault: { code: 'bundle_truncated' },
    });
    expect(orThrow(await bench.client.ask('exchange/state', {})).stateHash).toBe(before);
  });

  test('a bundle kept in the data folder is not readable there, and only listed names can be read', async () => {
    const bench = await working();
    await enrol(bench, 'team03-dev1@jingxun');
    const { file, name } = orThrow(await bench.client.ask('bundle/export', { folder: null }));
    expect((await readFile(file)).includes('示例煤矿')).toBe(false);
    expect(orThrow(await bench.client.ask('exchange/state', {})).exported).toMatchObject([{ name }]);
    const climbing = await bench.client.ask('bundle/read', { name: '../keys.json', offset: 0 });
    expect(climbing).toMatchObject({ fault: { code: 'not_found' } });
  });

  test('the certificate is shown before it is taken, and only with the fingerprint of the paper', async () => {
    const bench = await fresh();
    await create(bench);
    await enrol(bench, 'team03-dev1@jingxun');
    const other = await fresh();
    await create(other);
    const state = await enrol(other, 'team03-dev2@jingxun');
    expect(state.device).toMatchObject({
      principal: 'team03-dev2@jingxun',
      authorityFingerprint: AUTHORITY_FINGERPRINT,
    });
    const bad = { certificate: 'ssh-ed25519-cert-v01@openssh.com AAAA', signers: SIGNERS };
    expect((await other.client.ask('identity/preview', bad)).ok).toBe(false);
    expect((await other.client.ask('identity/enrol', { ...bad, fingerprint: 'SHA256:x' })).ok).toBe(false);
  });

  test('two different answers to one question are a conflict that a lead settles', async () => {
    const bench = await working();
    await enrol(bench, 'team03-dev1@jingxun');
    orThrow(await give(bench, 'water.people.systems', { outcome: 'fail' }));
    const { name } = orThrow(await bench.client.ask('bundle/export', { folder: null }));
    const lead = await fresh();
    await create(lead);
    await enrol(lead, 'team03-lead1@jingxun', 'lead');
    orThrow(await lead.client.ask('bundle/import', { upload: await upload(lead, name, await download(bench, name)) }));
    // The tablet corrects itself while the lead answers on the state of before.
    const there = { ...lead, id: bench.id };
    orThrow(await give(there, 'water.people.systems', { outcome: 'unknown', reason: '人不在' }));
    orThrow(await give(bench, 'water.people.systems', { outcome: 'notApplicable', reason: '其他' }));
    bench.pass(1_000);
    const next = orThrow(await bench.client.ask('bundle/export', { folder: null }));
    const taken = orThrow(
      await lead.client.ask('bundle/import', {
        upload: await upload(lead, next.name, await download(bench, next.name)),
      }),
    );
    expect(taken.conflicts).toBe(1);
    const [conflict] = orThrow(await lead.client.ask('exchange/state', {})).conflicts;
    expect(conflict).toMatchObject({
      mine: '示例煤矿',
      heads: [{ shown: true, outcome: 'unknown' }, { shown: false }],
    });
    const [changed] = orThrow(await lead.client.ask('import/changes', {}));
    expect(changed).toMatchObject({
      subject: conflict?.subject,
      title: conflict?.title,
      mine: conflict?.mine,
      heads: 2,
    });
    const shown = conflict?.heads.find((head) => head.shown);
    expect([changed?.now?.outcome, changed?.now?.summary]).toEqual([shown?.outcome, shown?.summary]);
    const chosen = conflict?.heads[1]?.event ?? '';
    orThrow(await lead.client.ask('conflict/resolve', { subject: conflict?.subject ?? '', chosen, reason: '复查' }));
    expect(orThrow(await lead.client.ask('exchange/state', {})).conflicts).toEqual([]);
    expect((await rowOf(there, 'water.people.systems')).status).toBe('notApplicable');
  });
});
