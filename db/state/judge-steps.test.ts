import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { appendEvent } from '../log/append-event.ts';
import { sealInTransaction } from '../log/seal.ts';
import { testDevice, testStatement } from '../log/test-device.ts';
import { judgeSteps, readTouched, restateLogs } from './restate-logs.ts';

const ANSWERS = 1100;
/** Rows are read by 64, and what is worked out of them pauses after 256. */
const MOST_A_STEP = 256;

/** A log of answers in whose middle the authority ends its trust. */
function revokedInTheMiddle() {
  const device = testDevice('tablet', 'province');
  const { stores } = device.ports;
  const write = (type: string, subject: string, body: Record<string, unknown>) =>
    orThrow(
      appendEvent(device.ports, { author: subject === '' ? '' : ('b'.repeat(32) as never), type, subject, body }),
    );
  const body = { outcome: 'pass', facts: {}, verdict: null, reason: '', override: null, note: '' };
  const ids = Array.from({ length: ANSWERS }, (_, item) =>
    write('answer', `inspection/${'a'.repeat(32)}/answer:water.many-${item}`, body),
  );
  orThrow(stores.transaction(() => sealInTransaction(device.ports)));
  const last = ids[ANSWERS >> 1];
  const lastTrusted = [{ log: last?.log, seq: last?.seq, id: last?.id }];
  const { fingerprint: key } = device.key;
  write('revocation', '', testStatement({ key, serials: 'all', from: 0, lastTrusted, reason: 'lost' }));
  return { stores, log: ids[0]?.log };
}

test('a log in dispute is judged in short steps, and as it is when judged at once', () => {
  const { stores, log } = revokedInTheMiddle();
  if (!log) throw new Error('nothing was written');
  const arrived = { logs: [log], facts: [] };
  const stood = stores.events.light(log).map((row) => [row.id, row.status]);
  // As before anything was judged.
  stores.db.exec("UPDATE all_events SET status = 'unsealed', covered = 0 WHERE covered = 1");
  let pauses = 0;
  const steps = judgeSteps(stores, readTouched(stores, arrived));
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses += 1;
  const found = new Map([...step.value].map(({ row, standing }) => [row.id, standing.status]));
  expect(pauses).toBeGreaterThanOrEqual(ANSWERS / 64 + 4 * Math.floor(ANSWERS / MOST_A_STEP));
  expect(new Set(found.values())).toEqual(new Set(['admitted', 'quarantined:revoked']));
  stores.transaction(() => {
    restateLogs(stores, arrived);
    return { ok: true, value: null };
  });
  const atOnce = new Map(stores.events.light(log).map((row) => [row.id, row.status]));
  expect([...atOnce]).toEqual(stood);
  for (const [id, status] of found) expect(status).toBe(atOnce.get(id));
});
