import { describe, expect, test } from 'vitest';
import { exchangeState } from '../../../electron/ports/exchange-models.ts';
import { inspectionSheet } from '../../../electron/ports/inspection-models.ts';
import { instrumentRow } from '../../../electron/ports/instrument-models.ts';
import { sessionState } from '../../../electron/ports/session-models.ts';
import type { GradeReason } from '../../../vocabulary/evidence-grade.ts';
import { emptyExchange, fullExchange } from '../../fake/fake-exchange.ts';
import { fakeId, fakeNow } from '../../fake/fake-ids.ts';
import { fakeSession } from '../../fake/fake-session.ts';
import { fakeSheet } from '../../fake/fake-sheet.ts';
import { parseRowFocus, rowFocus } from '../../shell/focus.ts';
import { nextOpen, routeOf } from './route-model.ts';
import { todosOf } from './todo-model.ts';

const sheet = inspectionSheet.parse(fakeSheet(['water.exploration.lead-goaf']));
const nothing = {
  sheet: undefined,
  session: undefined,
  exchange: undefined,
  instruments: undefined,
  graded: undefined,
  ownSeq: 0,
  now: fakeNow,
};

describe('the route', () => {
  test('counts what was done at each place, in walking order', () => {
    const route = routeOf(sheet);
    expect(route.map((stop) => `${stop.done}/${stop.total}`)).toEqual(['7/7', '5/5', '17/17', '12/21', '0/9', '0/9']);
    expect(route.map((stop) => stop.mark)).toEqual(['pass', 'pass', 'fail', 'current', 'unanswered', 'unanswered']);
  });
  test('an answered place with an unknown never shows the tick', () => {
    const rows = sheet.rows.filter((row) => row.status === 'pass' || row.status === 'unknown');
    const route = routeOf({ ...sheet, rows, currentPlace: null });
    expect(route[2]?.mark).toBe('unknown');
  });
  test('the next open row is where one stands', () => {
    expect(nextOpen(sheet)?.placeId).toBe(fakeId('p4'));
    expect(nextOpen({ ...sheet, rows: [] })).toBeNull();
  });
});

describe('what is owed', () => {
  test('nothing is owed while nothing is known', () => {
    expect(todosOf(nothing)).toEqual([]);
  });
  test('unknowns without a written reason are owed until the inspection is signed', () => {
    expect(todosOf({ ...nothing, sheet })).toEqual([{ kind: 'unknown', n: 3, mine: '青石沟煤矿' }]);
    const signed = { ...sheet, summary: { ...sheet.summary, signedAt: sheet.summary.openedAt } };
    expect(todosOf({ ...nothing, sheet: signed })).toEqual([]);
  });
  test('a device without a certificate is told so, and not that it should hand in', () => {
    const session = sessionState.parse(fakeSession('no-certificate'));
    const exchange = exchangeState.parse(emptyExchange);
    expect(todosOf({ ...nothing, session, exchange })).toEqual([{ kind: 'noCertificate' }]);
  });
  test('entries after the last export, conflicts and gaps are owed', () => {
    const session = sessionState.parse(fakeSession('normal'));
    const found = todosOf({ ...nothing, session, exchange: exchangeState.parse(fullExchange), ownSeq: 1290 });
    expect(found.map((todo) => todo.kind)).toEqual(['unexported', 'conflicts', 'gap']);
    expect(found[0]).toMatchObject({ n: 272, toSeq: 1018 });
  });
  test('an instrument is named when its certificate ends within 15 days, to the last day', () => {
    const row = (until: string) =>
      instrumentRow.parse({
        instrumentId: fakeId('i'),
        driver: 'itrans',
        model: 'iTrans 2',
        serialNumber: '1',
        settings: {},
        certificateNo: 'x',
        certificateUntil: until,
      });
    const days = (until: string) =>
      todosOf({ ...nothing, instruments: [row(until)] }).map((one) => 'days' in one && one.days);
    expect(days('2026-11-23')).toEqual([0]);
    expect(days('2026-11-22')).toEqual([-1]);
    expect(days('2026-12-09')).toEqual([]);
  });
});

test('instruments whose readings are no evidence are one line, without those whose certificate has its own', () => {
  const row = (serialNumber: string) =>
    instrumentRow.parse({
      instrumentId: fakeId(serialNumber),
      driver: 'itrans',
      model: 'iTrans',
      serialNumber,
      settings: {},
      certificateNo: '',
      certificateUntil: null,
    });
  const graded = (serialNumber: string, ...reasons: GradeReason[]) => ({
    row: row(serialNumber),
    gases: [],
    reasons,
    calibrated: null,
  });
  const all = [
    graded('1'),
    graded('2', 'certificate_expired'),
    graded('3', 'certificate_expired', 'calibration_missing'),
  ];
  expect(todosOf({ ...nothing, graded: all })).toEqual([{ kind: 'notEvidence', n: 1, names: ['iTrans 3'] }]);
  const many = ['4', '5', '6', '7'].map((serial) => graded(serial, 'calibration_overdue'));
  expect(todosOf({ ...nothing, graded: many })).toMatchObject([{ n: 4, names: ['iTrans 4', 'iTrans 5', 'iTrans 6'] }]);
});

test('a focus is read back as it was written', () => {
  expect(parseRowFocus(rowFocus('water.a', null))).toEqual({ itemId: 'water.a', placeId: null });
  expect(parseRowFocus(rowFocus(null, 'p'))).toEqual({ itemId: null, placeId: 'p' });
  expect(parseRowFocus(null)).toBeNull();
  expect(parseRowFocus('me')).toBeNull();
});
