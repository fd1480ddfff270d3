import { expect, test } from 'vitest';
import { sensorLocation } from '../../vocabulary/place.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { judge } from '../judge.ts';
import { companyLimit, withCompany } from '../packs/company.ts';
import { packs } from '../packs/registry.ts';
import { sensorRow } from './sensor-row.ts';

const date = isoDate.parse('2026-01-15');

test('a sensor set exactly as its row says passes, at every place of the table', () => {
  for (const code of sensorLocation.options) {
    const row = sensorRow(code, date) ?? expect.fail(`no row for ${code}`);
    const at = (figure: typeof row.cut) => figure?.value_pct ?? null;
    const settings = { alarm_pct: at(row.alarm), cut_pct: at(row.cut), repower_pct: at(row.repower) };
    const facts = { sensorLocation: code, ...settings };
    expect([code, orThrow(judge('gas.sensor.setting', facts, { date })).status]).toEqual([code, 'pass']);
  }
});

test('a row without a cut says that it only alarms, and no other does', () => {
  const rows = sensorLocation.options.flatMap((code) => sensorRow(code, date) ?? []);
  const alarmOnly = rows.filter(({ cut }) => cut === null).map(({ location }) => location);
  expect(alarmOnly).toEqual(['mainReturn', 'surfaceDrainagePumpRoom']);
  expect(rows.filter(({ range }) => range.words.zh === '只报警').map(({ location }) => location)).toEqual(alarmOnly);
});

test('outside the table and before the law there is no row', () => {
  expect(sensorRow('localAccumulation', date)).toBeNull();
  expect(sensorRow('face', isoDate.parse('2010-01-01'))).toBeNull();
});

test('under the 2025 edition the row stands without its article', () => {
  const row = sensorRow('face', isoDate.parse('2026-11-23'));
  for (const figure of [row?.alarm, row?.cut, row?.repower])
    expect(figure?.citation).toMatchObject({ document: 'rules25', article: null, needsCheck: true });
});

test("a mine's own setting stands in the row with its own document, the others stay the law's", () => {
  const day = isoDate.parse('2026-11-23');
  const own = companyLimit.parse({
    family: 'safety',
    key: 'sensor.returnCorner.alarm',
    value: '0.8',
    title: '示例煤矿瓦斯管理规定',
    article: '第9条',
    from: '2026-01-01',
  });
  expect(sensorRow('returnCorner', day, withCompany(packs, [own], day))).toMatchObject({
    alarm: { value_pct: '0.8', citation: { document: 'company' } },
    cut: { value_pct: '1.5', citation: { document: 'rules25' } },
  });
  expect(sensorRow('face', day, withCompany(packs, [own], day))?.alarm.value_pct).toBe('1.0');
});
