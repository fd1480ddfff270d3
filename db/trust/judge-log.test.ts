import { describe, expect, test } from 'vitest';
import { logId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { Role } from '../log/event-types.ts';
import { eventAddress, type RevocationStatement, revocationStatement } from '../log/trust-bodies.ts';
import { computeStatuses, type TrustWorld, type Witness } from './compute-statuses.ts';
import type { TrustEvent, TrustLog } from './log-shape.ts';
import type { DeviceCertificate } from './trust-facts.ts';

const END = 1000;
const nameOf = (letter: string) => logId.parse(letter.repeat(32));
const idOf = (log: string, name: string) => Buffer.from(`${log}${name}`).toString('hex').padEnd(64, '0');
const address = (log: string, seq: number, name: string) =>
  eventAddress.parse({ log: nameOf(log), seq, id: idOf(log, name) });
const keyOf = (log: string) => `SHA256:${log.repeat(43)}`;
const certificate = (log: string, role: Role, serial = '1', beforeMs = END): DeviceCertificate => ({
  key: keyOf(log),
  serial,
  principal: `team-${log}@jingxun`,
  role,
  afterMs: 0,
  beforeMs,
});

/** `name type prev`, in order of seq unless a seq is given: `2b answer 1`. A type `log.seal` is a seal that verified. */
function logOf(log: string, ...lines: string[]): TrustLog {
  const events = lines.map((line): TrustEvent => {
    const [name = '', type = '', prev = ''] = line.split(' ');
    return { id: idOf(log, name), seq: Number.parseInt(name, 10), prev: idOf(log, prev), type };
  });
  const seals = new Set(events.filter((event) => event.type === 'log.seal').map((event) => event.id));
  return { log: nameOf(log), key: keyOf(log), events, seals };
}

const plain = (log: string, type = 'answer') =>
  logOf(log, '1 log.open 0', `2 ${type} 1`, `3 ${type} 2`, '4 log.seal 3');
const revocation = (log: string, about: Partial<RevocationStatement>): RevocationStatement =>
  revocationStatement.parse({ key: keyOf(log), serials: 'all', from: 500, reason: 'lost', ...about });

interface Told {
  readonly certificates?: readonly DeviceCertificate[];
  readonly revocations?: readonly RevocationStatement[];
  readonly vouched?: readonly string[];
  readonly witnesses?: readonly Witness[];
}

/** Status of each event of a log by its name. */
function judge(logs: readonly TrustLog[], log: string, told: Told = {}): Record<string, string> {
  const world: TrustWorld = {
    logs,
    certificatesOf: (key) => (told.certificates ?? [certificate('a', 'inspector')]).filter((one) => one.key === key),
    revocationsOf: (key) => (told.revocations ?? []).filter((one) => one.key === key),
    vouchedIn: (name) => (name === nameOf(log) ? (told.vouched ?? []) : []),
    witnesses: told.witnesses ?? [],
    isAdmittedElsewhere: () => false,
  };
  const statuses = computeStatuses(world).get(nameOf(log))?.statuses ?? new Map();
  return Object.fromEntries(
    [...statuses].map(([id, status]) => [Buffer.from(id, 'hex').toString('latin1').slice(1).split('\0')[0], status]),
  );
}

/** A lead's log `b` with one sealed witness of `a`'s head, seen at a time. */
const leadLog = logOf('b', '1 log.open 0', '2 witness 1', '3 log.seal 2');
const witness = (seen: number, of: ReturnType<typeof address>, by = 'b', name = '2'): Witness => ({
  log: nameOf(by),
  id: idOf(by, name),
  key: keyOf(by),
  heads: [{ ...of, seen: epochMs.parse(seen) }],
});
const both = [certificate('a', 'inspector'), certificate('b', 'lead')];

describe('covering', () => {
  test('a seal covers what is reached from the event before it, and not itself', () => {
    expect(judge([plain('a')], 'a')).toEqual({ 1: 'admitted', 2: 'admitted', 3: 'admitted', 4: 'unsealed' });
  });

  test('a gap ends the reach of a seal', () => {
    const log = logOf('a', '1 log.open 0', '3 answer 2', '4 answer 3', '5 log.seal 4');
    expect(judge([log], 'a')).toEqual({ 1: 'unsealed', 3: 'admitted', 4: 'admitted', 5: 'unsealed' });
  });

  test('an uncovered event beside a covered one forks nothing', () => {
    const log = logOf('a', '1 log.open 0', '2 answer 1', '2x answer 1', '3 log.seal 2');
    expect(judge([log], 'a')).toEqual({ 1: 'admitted', 2: 'admitted', '2x': 'unsealed', 3: 'unsealed' });
  });
});

describe('forks', () => {
  const forked = logOf('a', '1 log.open 0', '2 answer 1', '3 log.seal 2', '2x answer 1', '3x log.seal 2x');

  test('two covered events of one seq quarantine everything from there upwards, and nothing below', () => {
    expect(judge([forked], 'a')).toMatchObject({ 1: 'admitted', 2: 'quarantined:fork', '2x': 'quarantined:fork' });
  });

  test('a vouch admits its own branch alone', () => {
    const told = { vouched: [idOf('a', '2')] };
    expect(judge([forked], 'a', told)).toMatchObject({ 2: 'admitted', '2x': 'quarantined:fork' });
  });

  test('so does the last trusted event of a revocation, which is revoked no further than there', () => {
    const told = { revocations: [revocation('a', { lastTrusted: [address('a', 2, '2')] })] };
    expect(judge([forked], 'a', told)).toMatchObject({ 2: 'admitted', '2x': 'quarantined:revoked' });
  });
});

describe('revocation', () => {
  test('with last trusted events, what lies on their chain is good; an empty list leaves nothing', () => {
    const told = (lastTrusted: ReturnType<typeof address>[]) => ({ revocations: [revocation('a', { lastTrusted })] });
    expect(judge([plain('a')], 'a', told([address('a', 2, '2')]))).toMatchObject({
      2: 'admitted',
      3: 'quarantined:revoked',
    });
    expect(judge([plain('a')], 'a', told([]))).toMatchObject({ 1: 'quarantined:revoked', 2: 'quarantined:revoked' });
  });

  test('without a list, what was witnessed before its date is good', () => {
    const told = (seen: number) => ({
      certificates: both,
      revocations: [revocation('a', {})],
      witnesses: [witness(seen, address('a', 2, '2'))],
    });
    expect(judge([plain('a'), leadLog], 'a', told(499))).toMatchObject({ 2: 'admitted', 3: 'quarantined:revoked' });
    expect(judge([plain('a'), leadLog], 'a', told(500))).toMatchObject({ 2: 'quarantined:revoked' });
  });

  test('several must all agree', () => {
    const lists = [[address('a', 2, '2')], [address('a', 3, '3')]];
    const told = { revocations: lists.map((lastTrusted) => revocation('a', { lastTrusted })) };
    expect(judge([plain('a')], 'a', told)).toMatchObject({ 2: 'admitted', 3: 'quarantined:revoked' });
  });

  test('of one serial leaves the other certificate, and with it only that role', () => {
    const certificates = [certificate('a', 'lead', '1'), certificate('a', 'inspector', '2')];
    const told = { certificates, revocations: [revocation('a', { serials: ['1'], lastTrusted: [] })] };
    expect(judge([plain('a')], 'a', told)).toMatchObject({ 2: 'admitted' });
    expect(judge([plain('a', 'plan')], 'a', told)).toMatchObject({ 2: 'quarantined:role' });
    expect(judge([plain('a', 'plan')], 'a', { certificates })).toMatchObject({ 2: 'admitted' });
  });

  test('comes before every other reason, and a vouch lifts it', () => {
    const told = { certificates: [], revocations: [revocation('a', { lastTrusted: [] })] };
    expect(judge([plain('a')], 'a', told)).toMatchObject({ 2: 'quarantined:revoked' });
    expect(judge([plain('a')], 'a', { ...told, vouched: [idOf('a', '3')] })).toMatchObject({
      2: 'admitted',
      3: 'admitted',
    });
  });
});

describe('enrolment and role', () => {
  test('a key without a certificate is taken and set apart; vouched it counts as an inspector, never as more', () => {
    const bare = { certificates: [] };
    expect(judge([plain('a')], 'a', bare)).toMatchObject({ 2: 'quarantined:not_enrolled' });
    expect(judge([plain('a')], 'a', { ...bare, vouched: [idOf('a', '2')] })).toMatchObject({
      2: 'admitted',
      3: 'quarantined:not_enrolled',
    });
    expect(judge([plain('a', 'plan')], 'a', { ...bare, vouched: [idOf('a', '3')] })).toMatchObject({
      2: 'quarantined:role',
    });
  });

  test('a type outside the role is set apart; one that this build does not know is admitted', () => {
    for (const type of ['plan', 'resolve', 'witness', 'mine']) {
      expect(judge([plain('a', type)], 'a'), type).toMatchObject({ 2: 'quarantined:role' });
    }
    for (const type of ['clock', 'certificate', 'revocation', 'pack', 'tomorrow.thing']) {
      expect(judge([plain('a', type)], 'a'), type).toMatchObject({ 2: 'admitted' });
    }
  });
});

describe('lateness', () => {
  const told = (seen: number, ...more: DeviceCertificate[]) => ({
    certificates: [...both, ...more],
    witnesses: [witness(seen, address('a', 3, '3'))],
  });

  test('first seen when every certificate had ended is late; without a witness it counts', () => {
    expect(judge([plain('a'), leadLog], 'a', told(END - 1))).toMatchObject({ 3: 'admitted' });
    expect(judge([plain('a'), leadLog], 'a', told(END))).toMatchObject({
      1: 'quarantined:late',
      3: 'quarantined:late',
    });
    expect(judge([plain('a'), leadLog], 'a', { certificates: both })).toMatchObject({ 3: 'admitted' });
    expect(judge([plain('a'), leadLog], 'a', told(END, certificate('a', 'inspector', '2', END * 2)))).toMatchObject({
      3: 'admitted',
    });
  });

  test('the earliest witness counts', () => {
    const witnesses = [witness(END, address('a', 3, '3')), witness(END - 1, address('a', 3, '3'), 'c')];
    const other = logOf('c', '1 log.open 0', '2 witness 1', '3 log.seal 2');
    const certificates = [...both, certificate('c', 'province')];
    expect(judge([plain('a'), leadLog, other], 'a', { certificates, witnesses })).toMatchObject({ 3: 'admitted' });
  });

  test('a witness that is not admitted, or of the same key, says nothing', () => {
    const inspector = { ...told(END), certificates: [certificate('a', 'inspector'), certificate('b', 'inspector')] };
    expect(judge([plain('a'), leadLog], 'a', inspector)).toMatchObject({ 3: 'admitted' });
    const uncovered = logOf('b', '1 log.open 0', '2 witness 1');
    expect(judge([plain('a'), uncovered], 'a', told(END))).toMatchObject({ 3: 'admitted' });
    const own = { certificates: [certificate('a', 'lead')], witnesses: [witness(END, address('a', 3, '3'), 'a', '3')] };
    expect(judge([logOf('a', '1 log.open 0', '2 answer 1', '3 witness 2', '4 log.seal 3')], 'a', own)).toMatchObject({
      2: 'admitted',
    });
  });

  test('witness events themselves are never late', () => {
    const witnesses = [witness(END, address('b', 2, '2'), 'c')];
    const other = logOf('c', '1 log.open 0', '2 witness 1', '3 log.seal 2');
    const certificates = [certificate('b', 'lead'), certificate('c', 'lead', '3', END * 2)];
    expect(judge([leadLog, other], 'b', { certificates, witnesses })).toMatchObject({
      1: 'quarantined:late',
      2: 'admitted',
    });
  });
});
