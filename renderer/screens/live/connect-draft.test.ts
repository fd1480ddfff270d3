import { expect, test } from 'vitest';
import { driverRow } from '../../../electron/ports/listener-port.ts';
import { confirmationOf, emptyDraft, instrumentOf, lineOf, missingParts, portDetail } from './connect-draft.ts';

const driver = driverRow.parse({
  id: 'itrans',
  zh: 'x',
  en: 'x',
  talk: 'poll',
  note: null,
  settings: [
    { key: 'gas', zh: '', en: '', kind: 'choice', choices: ['CH4', 'CO'], default: null },
    { key: 'unit', zh: '', en: '', kind: 'choice', choices: ['%VOL'], default: null },
    { key: 'slave', zh: '', en: '', kind: 'integer', choices: [], default: '1' },
  ],
});
const around = (known: Parameters<typeof instrumentOf>[2]['known'] = [], id = 'a') => ({
  known,
  freshId: id.repeat(32),
  model: 'iTrans',
  now: 1_700_000_000_000,
  ports: [adapter('COM3', 'FT1')],
});
const adapter = (path: string, serialNumber: string | null) => ({
  path,
  manufacturer: 'FTDI',
  vendorId: '0403',
  productId: '6001',
  serialNumber,
});
const whole = { ...emptyDraft, path: 'COM3', driver: 'itrans', serialNumber: ' 0912 ', settings: { gas: 'CH4' } };

test('port, kind, label and number are needed; unit and defaults may wait', () => {
  expect(missingParts(emptyDraft, undefined)).toEqual(['port', 'driver', 'serialNumber']);
  expect(missingParts({ ...whole, settings: {} }, driver)).toEqual(['settings']);
  expect(missingParts(whole, driver)).toEqual([]);
});
test('only what was chosen is sent, integers as integers', () => {
  const made = instrumentOf({ ...whole, settings: { gas: 'CH4', slave: '2' } }, driver, around());
  expect(made).toMatchObject({ settings: { gas: 'CH4', slave: 2 }, serialNumber: '0912', certificateUntil: null });
});
test('the same number of the same kind is the same instrument and keeps its certificate', () => {
  const first = instrumentOf({ ...whole, certificateUntil: '2027-01-31' }, driver, around());
  const again = instrumentOf(whole, driver, around(first ? [first] : [], 'b'));
  expect(again).toMatchObject({ instrumentId: 'a'.repeat(32), certificateUntil: '2027-01-31' });
});
test('a day that is none makes no instrument', () => {
  expect(instrumentOf({ ...whole, certificateUntil: '2027-02-30' }, driver, around())).toBeNull();
});

const found = {
  driver: 'itrans',
  proof: 'fits' as const,
  settings: { baud: 19_200, slave: 7 },
  identity: { gas_code: 2 },
  gas: 'H2S' as const,
  unit: null,
};
test('what the line told is not asked again, and is kept with the instrument', () => {
  const draft = { ...whole, settings: { unit: '%VOL' }, found };
  expect(missingParts(draft, driver)).toEqual([]);
  expect(instrumentOf(draft, driver, around())).toMatchObject({
    settings: { baud: 19_200, slave: 7, unit: '%VOL' },
    wire: { gas_code: 2 },
    line: { serialNumber: 'FT1', vendorId: '0403', productId: '6001' },
    confirmed: { at: 1_700_000_000_000, gas: null, unit: '%VOL', lelBasis: null },
  });
});
test('a confirmation names the basis of %LEL only where a person gave it', () => {
  expect(confirmationOf({ gas: 'CH4', unit: '%LEL' }, driver, 5)).toEqual({
    at: 5,
    gas: 'CH4',
    unit: '%LEL',
    lelBasis: null,
  });
  expect(confirmationOf({ unit: '%LEL(IEC 60079-20-1)' }, driver, 5)).toMatchObject({ lelBasis: 'IEC 60079-20-1' });
  expect(confirmationOf({}, { ...driver, settings: [] }, 5)).toBeNull();
});
test('an adapter names the line only where no other one has its number', () => {
  expect(lineOf([adapter('COM3', 'FT1'), adapter('COM4', 'FT2')], 'COM3')).toMatchObject({ serialNumber: 'FT1' });
  expect(lineOf([adapter('COM3', '0001'), adapter('COM4', '0001')], 'COM3')).toBeNull();
  expect(lineOf([adapter('COM3', null)], 'COM3')).toBeNull();
  expect(portDetail(adapter('COM3', 'FT1'))).toBe('FTDI · USB 0403:6001 · FT1');
});
