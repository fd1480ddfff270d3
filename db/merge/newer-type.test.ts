import { afterEach, expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { answerOnce, removeRecord, reopenRecord, type TestRecord, testRecord } from '../backup/test-record.ts';
import { bundleBytes, bundleSigner, contentOf, FixtureLog, inOrder, MemorySink } from '../bundles/bundle-fixture.ts';
import { type BundleContent, type BundleSigner, writeBundle } from '../bundles/write-bundle.ts';
import { memorySource } from '../files/byte-source.ts';
import { keyOfName, testCertificate } from '../log/test-device.ts';
import { type EventRecord, openRecord } from '../record.ts';

const made: TestRecord[] = [];
afterEach(() => {
  for (const one of made.splice(0)) removeRecord(one);
});
const newRecord = async (name: string): Promise<TestRecord> => {
  const one = await testRecord(name);
  made.push(one);
  return one;
};

const subject = `thing/${'e'.repeat(32)}/newer`;

/** What a machine of a newer version hands in: a type that this build does not know, in a body of a shape of its own. */
function fromTheFuture(): Promise<Buffer> {
  const key = keyOfName('newer');
  const about = { principal: 'team09-newer@jingxun', role: 'lead', serial: '9' } as const;
  const certificate = testCertificate(key.publicKey, about);
  const log = new FixtureLog(key, 'newer', certificate)
    .add({ type: 'newer.thing', subject, body: { shape: [1, { deep: '水' }], outcome: 'fail' } })
    .seal();
  return bundleBytes(contentOf(inOrder(log)), bundleSigner(key, certificate));
}

async function handOn(record: EventRecord): Promise<Buffer> {
  const sink = new MemorySink();
  const target = {
    write: (content: BundleContent, signer: BundleSigner) => writeBundle(content, signer, sink),
    readBack: () => ok(memorySource(sink.bytes())),
  };
  const pages = () => ok({ report: Buffer.from('<!doctype html>\n'), verifyText: Buffer.from('verify\n') });
  orThrow(await record.exportTo({ target, pages }));
  return sink.bytes();
}

test('a type of a newer version goes through three machines that do not know it, byte for byte, counts and does nothing', async () => {
  let bundle = await fromTheFuture();
  const texts: string[] = [];
  for (const name of ['first', 'second', 'third']) {
    const { record } = await newRecord(name);
    const done = orThrow(await record.importFrom(memorySource(bundle), `${name}.jxb`));
    expect(done.refusal).toBeNull();
    const [event] = [...record.stores.events.all()].filter((row) => row.type === 'newer.thing');
    if (!event) throw new Error(`${name} does not hold it`);
    expect(event.status).toBe('admitted');
    texts.push(`${event.id} ${event.header} ${event.body}`);
    const register = record.register(subject);
    expect(register).toMatchObject({ type: null, value: null });
    expect(register?.heads.map((head) => head.id)).toEqual([event.id]);
    // No projection of this build makes a row of it.
    expect(record.stores.projections.map((store) => store.recount().rows).reduce((sum, rows) => sum + rows)).toBe(0);
    bundle = await handOn(record);
  }
  expect(new Set(texts).size).toBe(1);
});

test('rows of an older version are made anew at the opening, with progress, and give the same hashes', async () => {
  const one = await newRecord('older');
  for (let item = 0; item < 30; item += 1) orThrow(answerOnce(one.record, item));
  const before = one.record.state();
  // As an older build left it: another version, and a table of another shape.
  one.record.stores.db.exec(`UPDATE sums SET version = 0, sum = '${'0'.repeat(64)}', rows = 0 WHERE name = 'answers'`);
  one.record.stores.db.exec('ALTER TABLE p_answers DROP COLUMN outcome');
  one.record.close();
  const seen: number[] = [];
  const world = { ...one.world, onProgress: (done: number, total: number) => void seen.push(done / total) };
  one.record = orThrow(await openRecord(world, { by: 'keys', keys: one.keys })).record;
  expect(one.record.state()).toEqual(before);
  expect(seen.at(-1)).toBe(1);
  expect(orThrow(await one.record.check()).damaged).toEqual([]);
  seen.length = 0;
  one.record.close();
  await reopenRecord(one, world);
  expect(seen).toEqual([]);
});
