import { describe, expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { sealFault } from '../bundles/check-seal.ts';
import { readRegister } from '../state/refresh-registers.ts';
import { recountStateHash, stateHashOf, stateOf } from '../state/state-of.ts';
import { appendEvent, type EventDraft } from './append-event.ts';
import { eventHeader } from './event.ts';
import { HLC_AHEAD_MS } from './hlc.ts';
import { endOwnLog } from './own-log.ts';
import { sealLog } from './seal.ts';
import { parseStoredBody, parseStoredHeader } from './stored-event.ts';
import { type TestDevice, testDevice } from './test-device.ts';

const inspection = 'a'.repeat(32);
const author = 'b'.repeat(32) as EventDraft['author'];
const subject = `inspection/${inspection}/answer:water.goaf.lead`;

const answer = (outcome: string, about = subject): EventDraft => ({
  author,
  type: 'answer',
  subject: about,
  body: { outcome, facts: { lead_m: '30' }, verdict: null, reason: '', override: null, note: '' },
});

const rowsOf = (device: TestDevice, name: string) =>
  device.stores.projections.find((store) => store.projection.name === name)?.read() ?? [];
const basis = { rulesVersion: '1', authorityFingerprints: [], releases: () => [] };

describe('appending', () => {
  test('opens the log at the first write and chains every event to the one before', () => {
    const device = testDevice('one', 'inspector');
    expect(device.stores.events.count()).toBe(0);
    const first = orThrow(appendEvent(device.ports, answer('pass')));
    const second = orThrow(appendEvent(device.ports, answer('fail')));
    expect([first.seq, second.seq]).toEqual([2, 3]);
    const headers = device.stores.events.ofLog(first.log).map((row) => eventHeader.parse(JSON.parse(row.header)));
    expect(headers.map((header) => header.type)).toEqual(['log.open', 'answer', 'answer']);
    expect(headers[2]?.prev).toBe(first.id);
    expect(headers[2]?.supersedes).toEqual([first.id]);
    expect(device.marks.get(first.log)?.seq).toBe(1);
  });

  test('shows the new answer at once, and the state hash follows every row', () => {
    const device = testDevice('one', 'inspector');
    for (const outcome of ['pass', 'fail', 'unanswered']) {
      orThrow(appendEvent(device.ports, answer(outcome)));
      expect(rowsOf(device, 'answers')).toMatchObject([{ outcome, item: 'water.goaf.lead', placeId: null, heads: 1 }]);
      expect(recountStateHash(device.stores)).toBe(stateHashOf(device.stores));
    }
  });

  test('a seal covers what stands before it, and from then on the state is the same as elsewhere', () => {
    const device = testDevice('one', 'inspector');
    const { log } = orThrow(appendEvent(device.ports, answer('pass')));
    expect(device.stores.local.logsInOwnView()).toEqual([log]);
    expect(orThrow(sealLog(device.ports))?.seq).toBe(3);
    expect(orThrow(sealLog(device.ports))).toBeNull();
    const statuses = device.stores.events.ofLog(log).map((row) => [row.type, row.covered, row.status]);
    expect(statuses).toEqual([
      ['log.open', true, 'admitted'],
      ['answer', true, 'admitted'],
      ['log.seal', false, 'unsealed'],
    ]);
    expect(device.stores.local.logsInOwnView()).toEqual([]);
    expect(recountStateHash(device.stores)).toBe(stateHashOf(device.stores));
  });

  test('without a certificate work goes on, and the machine says that its view is its own', () => {
    const device = testDevice('bare', null);
    const { log } = orThrow(appendEvent(device.ports, answer('pass')));
    orThrow(sealLog(device.ports));
    expect(rowsOf(device, 'answers')).toHaveLength(1);
    expect(device.stores.local.logsInOwnView()).toEqual([log]);
  });

  test('refuses what does not fit and writes nothing', () => {
    const device = testDevice('one', 'inspector');
    const long = { ...answer('pass'), body: { ...answer('pass').body, note: '水'.repeat(30_000) } };
    const cases: readonly [EventDraft, string][] = [
      [answer('perhaps'), 'bad_draft'],
      [answer('pass', 'inspection/x/answer:water.goaf.lead'), 'bad_draft'],
      [{ ...answer('pass'), type: 'nonsense' }, 'bad_draft'],
      [{ ...answer('pass'), type: 'witness', subject: '', author: '', body: { heads: [] } }, 'role_denied'],
      [{ ...answer('pass'), body: { ...answer('pass').body, note: '\ud800' } }, 'bad_draft'],
      [long, 'event_too_large'],
    ];
    for (const [draft, code] of cases) {
      expect(appendEvent(device.ports, draft)).toMatchObject({ ok: false, fault: { code } });
    }
    expect(device.stores.events.count()).toBe(0);
    expect(stateOf(device.stores, basis).stateHash).toBe('0'.repeat(64));
  });

  test('a clock that ran far ahead begins anew and a clock event says so', () => {
    const device = testDevice('one', 'inspector');
    device.clock.wall += HLC_AHEAD_MS * 3;
    const { log } = orThrow(appendEvent(device.ports, answer('pass')));
    device.clock.wall -= HLC_AHEAD_MS * 3;
    orThrow(appendEvent(device.ports, answer('fail')));
    const types = device.stores.events.ofLog(log).map((row) => row.type);
    expect(types).toEqual(['log.open', 'answer', 'clock', 'answer']);
    // The later answer names the earlier one, so it shows although its stamp is lower.
    expect(rowsOf(device, 'answers')).toMatchObject([{ outcome: 'fail', heads: 1 }]);
  });

  test('a log that is opened when the clock begins anew begins with its opening, and the clock event follows', () => {
    const device = testDevice('one', 'inspector');
    device.clock.wall += HLC_AHEAD_MS * 3;
    orThrow(appendEvent(device.ports, answer('pass')));
    device.clock.wall -= HLC_AHEAD_MS * 3;
    orThrow(
      device.stores.transaction(() => {
        endOwnLog(device.ports);
        return ok(null);
      }),
    );
    const { log } = orThrow(appendEvent(device.ports, answer('fail')));
    const types = device.stores.events.ofLog(log).map((row) => row.type);
    expect(types).toEqual(['log.open', 'clock', 'answer']);
  });

  test('a seal made when the clock begins anew signs what stands before it, the clock event', () => {
    const device = testDevice('one', 'inspector');
    device.clock.wall += HLC_AHEAD_MS * 3;
    const { log } = orThrow(appendEvent(device.ports, answer('pass')));
    device.clock.wall -= HLC_AHEAD_MS * 3;
    orThrow(sealLog(device.ports));
    const rows = device.stores.events.ofLog(log);
    expect(rows.map((row) => row.type)).toEqual(['log.open', 'answer', 'clock', 'log.seal']);
    expect(rows.map((row) => row.covered)).toEqual([true, true, true, false]);
    const [seal] = rows.slice(-1).map(({ id, header, body }) => ({
      id,
      header: parseStoredHeader(header),
      headerText: header,
      body: parseStoredBody(body),
      bodyText: body,
    }));
    expect(seal && sealFault(seal)).toBeNull();
  });

  test('typed text is kept in one normal form', () => {
    const device = testDevice('one', 'inspector');
    orThrow(appendEvent(device.ports, { ...answer('pass'), body: { ...answer('pass').body, note: 'e\u0301' } }));
    const n = device.stores.events.findSubject(subject) ?? 0;
    expect(readRegister(device.stores, n)?.value?.note).toBe('é');
  });
});
