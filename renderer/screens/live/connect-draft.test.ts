import { expect, test } from 'vitest';
import { driverRow } from '../../../electron/ports/listener-port.ts';
import { emptyDraft, instrumentOf, missingParts } from './connect-draft.ts';

const driver = driverRow.parse({
  id: 'itrans',
  zh: 'x',
  en: 'x',
  talk: 'poll',
  settings: [
    { key: 'gas', zh: '', en: '', kind: 'choice', choices: ['CH4', 'CO'], default: null },
    { key: 'unit', zh: '', en: '', kind: 'choice', choices: ['%VOL'], default: null },
    { key: 'slave', zh: '', en: '', kind: 'integer', choices: [], default: '1' },
  ],
});
const whole = { ...emptyDraft, path: 'COM3', driver: 'itrans', serialNumber: ' 0912 ', settings: { gas: 'CH4' } };

test('port, kind, label and number are needed; unit and defaults may wait', () => {
  expect(missingParts(emptyDraft, undefined)).toEqual(['port', 'driver', 'serialNumber']);
  expect(missingParts({ ...whole, settings: {} }, driver)).toEqual(['settings']);
  expect(missingParts(whole, driver)).toEqual([]);
});
test('only what was chosen is sent, integers as integers', () => {
  const made = instrumentOf({ ...whole, settings: { gas: 'CH4', slave: '2' } }, driver, [], 'a'.repeat(32), 'iTrans');
  expect(made).toMatchObject({ settings: { gas: 'CH4', slave: 2 }, serialNumber: '0912', certificateUntil: null });
});
test('the same number of the same kind is the same instrument and keeps its certificate', () => {
  const first = instrumentOf({ ...whole, certificateUntil: '2027-01-31' }, driver, [], 'a'.repeat(32), 'iTrans');
  const again = instrumentOf(whole, driver, first ? [first] : [], 'b'.repeat(32), 'iTrans');
  expect(again).toMatchObject({ instrumentId: 'a'.repeat(32), certificateUntil: '2027-01-31' });
});
test('a day that is none makes no instrument', () => {
  expect(instrumentOf({ ...whole, certificateUntil: '2027-02-30' }, driver, [], 'a'.repeat(32), '')).toBeNull();
});
