import { expect, test } from 'vitest';
import type { EventBody } from './event.ts';
import { eventTypeOf } from './event-types.ts';

const salt = '0'.repeat(32);
const gravity = (type: string, body: object): number =>
  eventTypeOf(type)?.gravity?.({ ...body, salt } as EventBody) ?? expect.fail(`${type} has no gravity`);
const instrument = (until: string | null) =>
  gravity('instrument', {
    model: 'm',
    serialNumber: '1',
    driver: 'itrans',
    settings: {},
    ...(until === null ? {} : { certificate: { no: 'x', until } }),
  });
const made = (date: string, more: object = {}) =>
  gravity('calibration', {
    instrument: 'a'.repeat(32),
    kind: 'calibration',
    date,
    gas: 'CH4',
    standard: null,
    asFound: null,
    asLeft: null,
    by: 'x',
    certificateNo: '',
    ...more,
  });

test('of two certificates written at once the one that gives less shows: none, then the earlier end', () => {
  expect(instrument('2026-12-31')).toBeGreaterThan(instrument('2027-01-01'));
  expect(instrument(null)).toBeGreaterThan(instrument('2026-12-31'));
});
test('of two entries of one calibration the one taken back shows, then the older', () => {
  expect(made('2026-11-01')).toBeGreaterThan(made('2026-11-02'));
  expect(made('2026-11-02', { removed: true })).toBeGreaterThan(made('2026-11-01'));
});
