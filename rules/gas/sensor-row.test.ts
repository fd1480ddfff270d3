import { expect, test } from 'vitest';
import { sensorLocation } from '../../vocabulary/place.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { judge } from '../judge.ts';
import { sensorRow } from './sensor-row.ts';

const date = isoDate.parse('2026-01-15');

test('a sensor set exactly as its row says passes, at every place of the table', () => {
  for (const code of sensorLocation.options) {
    const row = sensorRow(code, date) ?? expect.fail(`no row for ${code}`);
    const { alarm_pct, cut_pct, repower_pct } = row;
    const facts = { sensorLocation: code, alarm_pct, cut_pct, repower_pct };
    expect([code, orThrow(judge('gas.sensor.setting', facts, { date })).status]).toEqual([code, 'pass']);
  }
});

test('a row without a cut says that it only alarms, and no other does', () => {
  const rows = sensorLocation.options.flatMap((code) => sensorRow(code, date) ?? []);
  const alarmOnly = rows.filter(({ cut_pct }) => cut_pct === null).map(({ location }) => location);
  expect(alarmOnly).toEqual(['mainReturn', 'surfaceDrainagePumpRoom']);
  expect(rows.filter(({ range }) => range.words.zh === '只报警').map(({ location }) => location)).toEqual(alarmOnly);
});

test('outside the table and before the law there is no row', () => {
  expect(sensorRow('localAccumulation', date)).toBeNull();
  expect(sensorRow('face', isoDate.parse('2010-01-01'))).toBeNull();
});

test('under the 2025 edition the row stands without its article', () => {
  const row = sensorRow('face', isoDate.parse('2026-11-23'));
  expect(row?.citation).toMatchObject({ document: 'rules25', article: null, needsCheck: true });
});
