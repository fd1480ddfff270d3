import { appendEvent } from '../../db/log/append-event.ts';
import { canonicalJson } from '../../db/log/canonical-json.ts';
import type { Role } from '../../db/log/event-types.ts';
import { currentLog, endOwnLog } from '../../db/log/own-log.ts';
import { sealInTransaction } from '../../db/log/seal.ts';
import { sha256 } from '../../db/log/sha256.ts';
import { parseStoredBody, parseStoredHeader } from '../../db/log/stored-event.ts';
import {
  type TestDevice,
  testAuthority,
  testCertificate,
  testDevice,
  testStatement,
} from '../../db/log/test-device.ts';
import { witnessHeads } from '../../db/log/witness.ts';
import type { Committed } from '../../db/merge/commit-import.ts';
import { importEvents } from '../../db/merge/import-events.ts';
import type { IncomingEvent } from '../../db/merge/incoming.ts';
import type { EventRow } from '../../db/sqlite/event-store.ts';
import type { Stores } from '../../db/sqlite/stores.ts';
import { logHashOf, pathsOf } from '../../db/state/log-paths.ts';
import { stateHashOf, stateVersionOf } from '../../db/state/state-of.ts';
import { authorityChecks } from '../../db/trust/authority-checks.ts';
import { type HeldEvent, statusOf } from '../../db/trust/status-of.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';

/** One thing that happens in a world; numbers are taken modulo what there is, so that every draw makes sense. */
export type Step =
  | { readonly do: 'answer'; readonly device: number; readonly item: number; readonly outcome: number }
  | { readonly do: 'resolve'; readonly device: number; readonly item: number }
  | { readonly do: 'seal' | 'export' | 'copy'; readonly device: number }
  | { readonly do: 'restore'; readonly device: number; readonly noticed: boolean }
  | { readonly do: 'overdue'; readonly device: number; readonly item: number }
  | { readonly do: 'fork'; readonly device: number; readonly item: number }
  | {
      readonly do: 'deliver';
      readonly from: number;
      readonly to: number;
      readonly cut: number;
      readonly redact: boolean;
    }
  | { readonly do: 'clock'; readonly device: number; readonly wall: number }
  | {
      readonly do: 'revoke' | 'vouch';
      readonly device: number;
      readonly about: number;
      readonly depth: number;
      readonly all: boolean;
    }
  | { readonly do: 'enrol'; readonly device: number; readonly about: number };

/** Two leads and the province, inspectors, one not enrolled, one whose certificate ended early, and a forger of another authority. */
export const cast: readonly (readonly [string, Role | null])[] = [
  ['province', 'province'],
  ['lead-a', 'lead'],
  ['lead-b', 'lead'],
  ['tablet-a', 'inspector'],
  ['tablet-b', 'inspector'],
  ['bare', null],
  ['expired', 'inspector'],
];

const inspection = 'a'.repeat(32);
const outcomes = ['pass', 'fail', 'unknown', 'notApplicable', 'unanswered'];
const subjectOf = (item: number) => `inspection/${inspection}/answer:water.item-${item % 4}`;
const DAY = 86_400_000;
export const START = 1_700_000_000_000;

export interface World {
  readonly devices: TestDevice[];
  /** Every event that any device ever wrote, by id. */
  readonly written: Map<string, IncomingEvent>;
  /** Copies of data folders, by the place of their device. */
  readonly copies: Map<number, Buffer>;
}

export function newWorld(): World {
  const devices = cast.map(([name, role]) => testDevice(name, role));
  // A tablet with a program that writes what its certificate does not allow.
  const liar = devices[4];
  if (liar) devices[4] = { ...liar, ports: { ...liar.ports, roles: () => new Set<Role>(['lead']) } };
  const expired = devices.at(-1);
  if (expired) {
    const days = [0, START / DAY + 2] as const;
    const about = { principal: 'team01-expired@jingxun', role: 'inspector', serial: '77', days } as const;
    expired.certificate = testCertificate(expired.key.publicKey, about);
  }
  return { devices, written: new Map(), copies: new Map() };
}

export async function runSteps(world: World, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await runStep(world, step);
    for (const device of world.devices) device.clock.wall += 60_000;
  }
  for (const device of world.devices) for (const event of eventsOf(device.stores)) world.written.set(event.id, event);
}

const pick = <T>(list: readonly T[], at: number): T => {
  const one = list[at % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};

async function runStep(world: World, step: Step): Promise<void> {
  switch (step.do) {
    case 'answer':
      return void answer(pick(world.devices, step.device), step.item, pick(outcomes, step.outcome));
    case 'resolve':
      return resolve(pick(world.devices, step.device), step.item);
    case 'seal':
      return void orThrow(seal(pick(world.devices, step.device)));
    case 'export':
      return exportFrom(pick(world.devices, step.device));
    case 'restore':
      return restore(world, step.device % world.devices.length, step.noticed);
    case 'overdue':
      return overdue(world, pick(world.devices, step.device % 3), step.item);
    case 'fork':
      return fork(world, step.device % world.devices.length, step.item);
    case 'copy':
      world.copies.set(step.device % world.devices.length, pick(world.devices, step.device).stores.db.serialize());
      return;
    case 'clock':
      pick(world.devices, step.device).clock.wall = step.wall;
      return;
    case 'deliver':
      return deliver(world, step);
    case 'enrol':
      return enrol(pick(world.devices, step.device), pick(world.devices, step.about));
    default:
      return state(world, step);
  }
}

export function answer(device: TestDevice, item: number, outcome: string) {
  const author = sha256(device.key.fingerprint).slice(0, 32) as never;
  const body = { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' };
  return orThrow(appendEvent(device.ports, { author, type: 'answer', subject: subjectOf(item), body }));
}

function resolve(device: TestDevice, item: number): void {
  const heads = admittedHeads(device, item);
  const [first] = heads;
  if (!first || !device.ports.roles().has('lead')) return;
  const { salt: _, ...value } = parseStoredBody(first.body);
  const author = sha256(device.key.fingerprint).slice(0, 32) as never;
  const body = { chosen: first.id, value, reason: 'seen' };
  orThrow(
    appendEvent(device.ports, {
      author,
      type: 'resolve',
      subject: subjectOf(item),
      supersedes: heads.map((h) => h.id),
      body,
    }),
  );
}

/** Heads as the rows say, computed the long way round. */
function admittedHeads({ stores }: TestDevice, item: number): EventRow[] {
  const n = stores.events.findSubject(subjectOf(item));
  const rows = n === null ? [] : stores.events.ofSubject(n).filter((row) => row.status === 'admitted' && !row.hole);
  const named = new Set(rows.flatMap((row) => parseStoredHeader(row.header).supersedes));
  return rows.filter((row) => !named.has(row.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const seal = ({ ports }: TestDevice) => ports.stores.transaction(() => sealInTransaction(ports));

/** What a device does when a bundle leaves: witness, seal, mark. */
export function exportFrom(device: TestDevice): void {
  const { ports } = device;
  const done = ports.stores.transaction(() => {
    const witnessed = witnessHeads(ports);
    return witnessed.ok ? sealInTransaction(ports) : witnessed;
  });
  orThrow(done);
  const own = currentLog(ports);
  const head = own && ports.stores.events.head(own.log);
  if (head) device.marks.set(head.log, { log: head.log, seq: head.seq, id: head.id });
}

/** The folder is put back from a copy. Where the mark is missing that is noticed and it goes on under a new log; else it forks. */
function restore(world: World, at: number, noticed: boolean): void {
  const image = world.copies.get(at);
  const [name, role] = pick(cast, at);
  if (!image) return;
  const before = pick(world.devices, at);
  for (const event of eventsOf(before.stores)) world.written.set(event.id, event);
  const device = testDevice(name, role, { image, seed: `${name} ${world.written.size}` });
  device.certificate = before.certificate;
  device.clock.wall = before.clock.wall;
  world.devices[at] = device;
  if (!noticed) return;
  orThrow(
    device.stores.transaction(() => {
      endOwnLog(device.ports);
      return ok(null);
    }),
  );
}

/** The tablet whose certificate has ended hands in days later, to one of those who witness. */
async function overdue(world: World, lead: TestDevice, item: number): Promise<void> {
  const tablet = pick(world.devices, cast.length - 1);
  answer(tablet, item, 'pass');
  orThrow(seal(tablet));
  lead.clock.wall = Math.max(lead.clock.wall, START + 5 * DAY);
  await take(lead, eventsOf(tablet.stores));
  exportFrom(lead);
}

/** Two copies of one machine go on with one log, and each seals its own branch. */
function fork(world: World, at: number, item: number): void {
  const goOn = (outcome: string) => {
    answer(pick(world.devices, at), item, outcome);
    orThrow(seal(pick(world.devices, at)));
    answer(pick(world.devices, at), item + 1, outcome);
    orThrow(seal(pick(world.devices, at)));
  };
  world.copies.set(at, pick(world.devices, at).stores.db.serialize());
  goOn('pass');
  restore(world, at, false);
  goOn('fail');
}

function enrol(by: TestDevice, about: TestDevice): void {
  const certificate = testCertificate(about.key.publicKey, {
    principal: 'team01-late@jingxun',
    role: 'inspector',
    serial: '99',
  });
  orThrow(appendEvent(by.ports, { author: '', type: 'certificate', subject: '', body: { certificate } }));
}

function state(world: World, step: Extract<Step, { do: 'revoke' | 'vouch' }>): void {
  const by = pick(world.devices, step.device);
  const about = pick(world.devices, step.about);
  const held = [...about.stores.local.ownLogs()].flatMap((log) => about.stores.events.ofLog(log));
  if (held.length === 0) return;
  const { log, seq, id } = pick(held, step.depth);
  if (step.do === 'vouch') {
    orThrow(
      appendEvent(by.ports, {
        author: '',
        type: 'vouch',
        subject: '',
        body: testStatement({ log, seq, id, why: 'seen' }),
      }),
    );
    return;
  }
  const lastTrusted = step.all ? { lastTrusted: [{ log, seq, id }] } : {};
  const serials = step.all ? 'all' : ['77', '99'];
  const statement = {
    key: about.key.fingerprint,
    serials,
    from: START + step.depth * 3_600_000,
    ...lastTrusted,
    reason: 'lost',
  };
  orThrow(appendEvent(by.ports, { author: '', type: 'revocation', subject: '', body: testStatement(statement) }));
}

async function deliver(world: World, step: Extract<Step, { do: 'deliver' }>): Promise<void> {
  const to = pick(world.devices, step.to);
  const events = eventsOf(pick(world.devices, step.from).stores);
  const kept = step.cut === 0 ? events : events.filter((event) => event.header.seq % 7 >= step.cut % 7);
  await take(to, step.redact ? kept.map(withholdAnswer) : kept);
}

/** The event with a hole in place of an answer's body. */
export function withholdAnswer(event: IncomingEvent): IncomingEvent {
  if (event.header.type !== 'answer') return event;
  return { ...event, body: null, bodyText: canonicalJson({ why: 'redacted', withheld: event.header.body }) };
}

let bundles = 0;
export async function take(to: TestDevice, events: readonly IncomingEvent[]): Promise<Committed> {
  bundles += 1;
  const bundle = {
    digest: `bundle ${bundles}`,
    count: events.length,
    events: events.map((event) => ok(event)),
    blobs: [],
    keepBlob: async () => ok(null),
  };
  return orThrow(await importEvents(to.ports, bundle));
}

export const eventsOf = (stores: Stores): IncomingEvent[] =>
  [...stores.events.all()].map((row) => ({
    id: row.id,
    header: parseStoredHeader(row.header),
    headerText: row.header,
    bodyText: row.body,
    body: row.hole ? null : parseStoredBody(row.body),
  }));

/** A machine that writes nothing: what it shows follows from what it was given alone. */
export const observer = (name: string): TestDevice => testDevice(name, 'inspector');

export const hashesOf = ({ stores }: TestDevice) => ({
  logHash: logHashOf(pathsOf(stores.events.chain())),
  stateHash: stateHashOf(stores),
  stateVersion: stateVersionOf(stores, { rulesVersion: '1', authorityFingerprints: [testAuthority.fingerprint] }),
});

/** The statuses by the pure function over the whole set. */
export function statusesFromScratch(events: readonly IncomingEvent[]): Map<string, string> {
  const held: HeldEvent[] = events.map(({ id, header, body }) => ({ id, header, body }));
  const logs = statusOf(held, authorityChecks([testAuthority.publicKey]));
  return new Map([...logs.values()].flatMap((log) => [...log.statuses]));
}
