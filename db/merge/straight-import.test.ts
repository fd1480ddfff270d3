import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { fail, ok, orThrow } from '../../vocabulary/result.ts';
import { appendEvent } from '../log/append-event.ts';
import type { Role } from '../log/event-types.ts';
import { sealLog } from '../log/seal.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { type TestDevice, testAuthority, testCertificate, testDevice, testStatement } from '../log/test-device.ts';
import { gapsOf } from '../state/gaps.ts';
import { pathLine, pathsOf } from '../state/log-paths.ts';
import { recountStateHash, stateHashOf } from '../state/state-of.ts';
import { authorityChecks } from '../trust/authority-checks.ts';
import { statusOf } from '../trust/status-of.ts';
import { importEvents } from './import-events.ts';
import type { IncomingEvent } from './incoming.ts';

const EVENTS = 60;
const DAY_MS = 86_400_000;

function answerMany(device: TestDevice, from: number, count: number): void {
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  for (let item = from; item < from + count; item += 1) {
    const subject = `inspection/${'a'.repeat(32)}/answer:water.item-${item % 40}`;
    orThrow(appendEvent(device.ports, { author: 'b'.repeat(32) as never, type: 'answer', subject, body }));
  }
}

const state = (device: TestDevice, type: string, body: Readonly<Record<string, unknown>>) =>
  orThrow(appendEvent(device.ports, { author: '', type, subject: '', body }));

const eventsOf = ({ stores }: TestDevice): IncomingEvent[] =>
  [...stores.events.all()].map((row) => ({
    id: row.id,
    header: parseStoredHeader(row.header),
    headerText: row.header,
    bodyText: row.body,
    body: parseStoredBody(row.body),
  }));

async function take(to: TestDevice, events: readonly IncomingEvent[]): Promise<number> {
  const calls = { conclude: async () => ok(null), keepBlob: async () => ok(null) };
  const digest = `${to.stores.events.count()} ${events.length} ${events[0]?.id}`;
  const about = { digest, count: events.length, blobs: [], verdict: { paths: [], waitingSeals: [] } };
  const done = orThrow(await importEvents(to.ports, { ...about, ...calls, events: events.map((event) => ok(event)) }));
  return done.judged;
}

/** Every status, the sums and the gaps as they follow from the set of events alone. */
function expectWhatFollows(device: TestDevice): void {
  const rows = [...device.stores.events.all()];
  const held = eventsOf(device).map(({ id, header, body }) => ({ id, header, body }));
  const logs = statusOf(held, authorityChecks([testAuthority.publicKey]));
  for (const row of rows) {
    const expected = logs.get(row.log);
    const covered = expected?.covered.has(row.id);
    expect([row.seq, row.status, row.covered]).toEqual([row.seq, expected?.statuses.get(row.id), covered]);
  }
  expect(recountStateHash(device.stores)).toBe(stateHashOf(device.stores));
  const found = gapsOf(device.stores);
  for (const { log } of rows) device.stores.events.coverChanged.add(device.stores.events.logNumber(log));
  expect(found).toEqual(gapsOf(device.stores));
}

/** A tablet's log in two parts, each sealed. */
function tablet(name = 'tablet', role: Role | null = 'inspector') {
  const device = testDevice(name, role);
  answerMany(device, 0, EVENTS);
  orThrow(sealLog(device.ports));
  const first = eventsOf(device);
  answerMany(device, EVENTS, EVENTS);
  orThrow(sealLog(device.ports));
  return { device, first, whole: eventsOf(device) };
}

describe('an import in which nothing is in dispute', () => {
  test('makes the paths of its logs longer without going through its events', async () => {
    const lead = testDevice('lead', 'lead');
    const { device, first, whole } = tablet();
    const other = tablet('other');
    const walked = () => pathsOf(lead.stores.events.chain()).map(pathLine).sort();
    for (const events of [first, other.first, whole, other.whole]) {
      await take(lead, events);
      // Nothing is left to go through.
      expect(lead.stores.paths.advance(1)).toBe(false);
      expect(lead.stores.paths.paths().map(pathLine).sort()).toEqual(walked());
    }
    answerMany(lead, 0, 3);
    answerMany(device, 0, 3);
    orThrow(sealLog(device.ports));
    await take(lead, eventsOf(device));
    expect(lead.stores.paths.advance(1)).toBe(false);
    expect(lead.stores.paths.paths().map(pathLine).sort()).toEqual(walked());
    const counted = [...lead.stores.paths.logs().values()].reduce((total, log) => total + log.events, 0);
    expect(counted).toBe(lead.stores.events.count());
  });

  test('judges the ends of the logs alone, at first and when they go on', async () => {
    const lead = testDevice('lead', 'lead');
    const { device, first, whole } = tablet();
    expect(await take(lead, first)).toBe(1);
    expectWhatFollows(lead);
    expect(await take(lead, whole)).toBe(2);
    expectWhatFollows(lead);
    // An end that no seal covers has to be looked at event by event, now and when its seal comes.
    answerMany(device, 0, EVENTS);
    expect(await take(lead, eventsOf(device))).toBe(EVENTS);
    orThrow(sealLog(device.ports));
    expect(await take(lead, eventsOf(device))).toBe(1 + EVENTS + 1);
    expectWhatFollows(lead);
  });

  test('also through a lead who has witnessed it in time', async () => {
    const lead = testDevice('lead', 'lead');
    const { whole } = tablet();
    await take(lead, whole);
    const last = whole.at(-1);
    const head = { log: last?.header.log, seq: last?.header.seq, id: last?.id, seen: 20_000 * DAY_MS };
    state(lead, 'witness', { heads: [head] });
    orThrow(sealLog(lead.ports));
    const province = testDevice('province', 'province');
    expect(await take(province, eventsOf(lead))).toBe(2);
    expectWhatFollows(province);
  });
});

type Dispute = (lead: TestDevice, parts: ReturnType<typeof tablet>) => Promise<void> | void;
const disputes: Readonly<Record<string, Dispute>> = {
  'a revocation': (lead, { device, first }) => {
    const [, , trusted] = first;
    const { log, seq } = trusted?.header ?? { log: '', seq: 0 };
    const about = { key: device.key.fingerprint, serials: 'all', from: 0, reason: 'lost' };
    state(lead, 'revocation', testStatement({ ...about, lastTrusted: [{ log, seq, id: trusted?.id }] }));
  },
  'a witness who came late': (lead, { first }) => {
    const last = first.at(-1);
    const head = { log: last?.header.log, seq: last?.header.seq, id: last?.id, seen: 100_001 * DAY_MS };
    state(lead, 'witness', { heads: [head] });
  },
  'another certificate': (_lead, { device }) => {
    const about = { principal: 'team01-tablet@jingxun', role: 'lead', serial: '4242' } as const;
    device.certificate = testCertificate(device.key.publicKey, about);
  },
  'a type that only a lead may write': (_lead, { device }) => {
    const liar = { ...device.ports, roles: () => new Set(['lead'] as const) };
    orThrow(appendEvent(liar, { author: '', type: 'witness', subject: '', body: { heads: [] } }));
  },
};

describe('an import in which something is in dispute judges whole logs', () => {
  test.each(Object.entries(disputes))('%s', async (_name, dispute) => {
    const lead = testDevice('lead', 'lead');
    const parts = tablet();
    await take(lead, parts.first);
    await dispute(lead, parts);
    orThrow(sealLog(lead.ports));
    answerMany(parts.device, 0, 5);
    orThrow(sealLog(parts.device.ports));
    const onlooker = testDevice('onlooker', 'inspector');
    await take(onlooker, [...eventsOf(lead)]);
    expect(await take(onlooker, eventsOf(parts.device))).toBeGreaterThan(EVENTS);
    expectWhatFollows(onlooker);
  });

  test('a hole in the log, filled later, a branch, and a key without a certificate', async () => {
    const { device, whole } = tablet();
    const lead = testDevice('observer', 'inspector');
    await take(lead, [...whole.slice(0, 20), ...whole.slice(30)]);
    expectWhatFollows(lead);
    expect(gapsOf(lead.stores)).toHaveLength(1);
    expect(await take(lead, whole)).toBeGreaterThan(10);
    expectWhatFollows(lead);
    expect(gapsOf(lead.stores)).toEqual([]);
    const copy = testDevice('tablet', 'inspector', { image: device.stores.db.serialize(), seed: 'copy' });
    for (const one of [device, copy]) {
      answerMany(one, 0, 3);
      orThrow(sealLog(one.ports));
      await take(lead, eventsOf(one));
      expectWhatFollows(lead);
    }
    expect(lead.stores.events.quarantined().length).toBeGreaterThan(0);
    const bare = tablet('bare', null);
    const other = testDevice('other', 'inspector');
    expect(await take(other, bare.whole)).toBeGreaterThan(EVENTS);
    expectWhatFollows(other);
  });
});

test('of a bundle that changed while it was staged nothing is left, and nothing of it was ever shown', async () => {
  const lead = testDevice('lead', 'lead');
  const { first, whole } = tablet();
  await take(lead, first);
  const before = lead.stores.db.serialize();
  const changed = fail({ code: 'bundle_changed' } as const);
  const shown = lead.stores.rows('answers').length;
  let [looks, seen] = [0, 0];
  const bundle = {
    digest: 'changed',
    count: whole.length,
    blobs: [],
    events: whole.map((event) => ok(event)),
    verdict: { paths: [], waitingSeals: [] },
    conclude: async () => changed,
    keepBlob: async () => ok(null),
  };
  const onProgress = () => {
    looks += 1;
    seen = Math.max(seen, lead.stores.rows('answers').length);
  };
  expect(await importEvents(lead.ports, bundle, { onProgress })).toEqual(changed);
  expect([seen, looks > 0]).toEqual([shown, true]);
  expect(lead.stores.staging.begun()).toBeNull();
  expect(lead.stores.generation.isWatching).toBe(false);
  const held = (image: Uint8Array) =>
    new Database(Buffer.from(image)).prepare('SELECT * FROM all_events ORDER BY n').all();
  expect(held(lead.stores.db.serialize())).toEqual(held(before));
  expect(await take(lead, whole)).toBe(2);
  expectWhatFollows(lead);
});
