import { appendEvent } from '../../db/log/append-event.ts';
import { sealInTransaction } from '../../db/log/seal.ts';
import { sha256 } from '../../db/log/sha256.ts';
import { parseStoredBody, parseStoredHeader } from '../../db/log/stored-event.ts';
import { type TestDevice, testAuthority, testDevice } from '../../db/log/test-device.ts';
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

const inspection = 'a'.repeat(32);
const subjectOf = (item: number) => `inspection/${inspection}/answer:water.item-${item % 4}`;
export function answer(device: TestDevice, item: number, outcome: string) {
  const author = sha256(device.key.fingerprint).slice(0, 32) as never;
  const body = { outcome, facts: {}, verdict: null, reason: '', override: null, note: '' };
  return orThrow(appendEvent(device.ports, { author, type: 'answer', subject: subjectOf(item), body }));
}

export const seal = ({ ports }: TestDevice) => ports.stores.transaction(() => sealInTransaction(ports));

let bundles = 0;
export async function take(to: TestDevice, events: readonly IncomingEvent[]): Promise<Committed> {
  bundles += 1;
  const bundle = {
    digest: `bundle ${bundles}`,
    count: events.length,
    events: events.map((event) => ok(event)),
    blobs: [],
    conclude: async () => ok(null),
    verdict: { paths: [], waitingSeals: [] },
    keepBlob: async () => ok(null),
  };
  return orThrow(await importEvents(to.ports, bundle));
}

export const eventOf = (row: EventRow): IncomingEvent => ({
  id: row.id,
  header: parseStoredHeader(row.header),
  headerText: row.header,
  bodyText: row.body,
  body: row.hole ? null : parseStoredBody(row.body),
});
export const eventsOf = (stores: Stores): IncomingEvent[] => [...stores.events.all()].map(eventOf);

/** A machine that writes nothing: what it shows follows from what it was given alone. */
export const observer = (name: string): TestDevice => testDevice(name, 'inspector');

const basis = { rulesVersion: '1', authorityFingerprints: [testAuthority.fingerprint], releases: () => [] };
export const hashesOf = ({ stores }: TestDevice) => ({
  logHash: logHashOf(pathsOf(stores.events.chain())),
  stateHash: stateHashOf(stores),
  stateVersion: stateVersionOf(stores, basis),
});

/** The statuses by the pure function over the whole set. */
export function statusesFromScratch(events: readonly IncomingEvent[]): Map<string, string> {
  const held: HeldEvent[] = events.map(({ id, header, body }) => ({ id, header, body }));
  const logs = statusOf(held, authorityChecks([testAuthority.publicKey]));
  return new Map([...logs.values()].flatMap((log) => [...log.statuses]));
}
