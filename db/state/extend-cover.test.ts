import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { appendEvent, type EventDraft } from '../log/append-event.ts';
import { sealLog } from '../log/seal.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import { type TestDevice, testCertificate, testDevice, testStatement } from '../log/test-device.ts';
import { statusOf } from '../trust/status-of.ts';
import { viewOf } from './restate-logs.ts';
import { recountStateHash, stateHashOf } from './state-of.ts';

const answer = (device: TestDevice, item: number) => {
  const subject = `inspection/${'a'.repeat(32)}/answer:water.item-${item}`;
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  return orThrow(
    appendEvent(device.ports, { author: 'b'.repeat(32) as EventDraft['author'], type: 'answer', subject, body }),
  );
};
const state = (device: TestDevice, type: string, body: EventDraft['body']) =>
  orThrow(appendEvent(device.ports, { author: '', type, subject: '', body }));

/** Every stored status beside what the pure function says of the same events, with the own view. */
function compare({ stores, ports }: TestDevice): void {
  const rows = [...stores.events.all()];
  const held = rows.map((row) => ({
    id: row.id,
    header: parseStoredHeader(row.header),
    body: parseStoredBody(row.body),
  }));
  const logs = statusOf(held, ports.checks());
  for (const row of rows) {
    const log = logs.get(row.log);
    const expected = viewOf(row.type, log?.statuses.get(row.id) ?? 'unsealed', log?.covered.has(row.id) ?? false, true);
    const { covered, status, ownView } = row;
    expect({ seq: row.seq, covered, status, ownView }).toEqual({ seq: row.seq, ...expected });
  }
  expect(recountStateHash(stores)).toBe(stateHashOf(stores));
}

type Dispute = readonly [string, (device: TestDevice, early: ReturnType<typeof answer>) => void];
const disputes: readonly Dispute[] = [
  ['nothing', () => undefined],
  [
    'a revocation of the own key',
    (device, { log, seq, id }) => {
      const about = { key: device.key.fingerprint, serials: 'all', from: 0, reason: 'lost' };
      state(device, 'revocation', testStatement({ ...about, lastTrusted: [{ log, seq, id }] }));
    },
  ],
  [
    'a vouch for the own log',
    (device, { log, seq, id }) => void state(device, 'vouch', testStatement({ log, seq, id, why: 'seen' })),
  ],
  [
    'another certificate in the next seal',
    (device) => {
      const about = { principal: 'team01-other@jingxun', role: 'lead', serial: '4242' } as const;
      device.certificate = testCertificate(device.key.publicKey, about);
    },
  ],
  [
    'a type outside the role',
    (device) => {
      const liar = { ...device.ports, roles: () => new Set(['lead'] as const) };
      orThrow(appendEvent(liar, { author: '', type: 'witness', subject: '', body: { heads: [] } }));
    },
  ],
];

describe('sealing the own log', () => {
  for (const role of ['inspector', null] as const) {
    for (const [name, dispute] of disputes) {
      test(`with ${name}, ${role ? 'enrolled' : 'not enrolled'}: the stored statuses are those of the whole set`, () => {
        const device = testDevice('one', role);
        const early = answer(device, 1);
        orThrow(sealLog(device.ports));
        answer(device, 2);
        dispute(device, early);
        answer(device, 3);
        orThrow(sealLog(device.ports));
        compare(device);
        answer(device, 2);
        orThrow(sealLog(device.ports));
        compare(device);
      });
    }
  }
});
