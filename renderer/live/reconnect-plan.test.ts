import { expect, test } from 'vitest';
import { instrumentRow } from '../../electron/ports/instrument-models.ts';
import { reconnectPlan } from './reconnect-plan.ts';

const port = (path: string, serialNumber: string | null) => ({
  path,
  manufacturer: 'FTDI',
  vendorId: '0403',
  productId: '6001',
  serialNumber,
});
const row = (id: string, serialNumber: string) =>
  instrumentRow.parse({
    instrumentId: id.repeat(32),
    driver: 'itrans',
    model: 'iTrans',
    serialNumber,
    settings: {},
    certificateNo: '',
    certificateUntil: null,
  });
const one = { ...row('a', '0912'), line: { vendorId: '0403', productId: '6001', serialNumber: 'FT1' } };
const other = row('b', '0913');
const none: ReadonlySet<string> = new Set();

test('the instrument of the register whose adapter is there connects by itself, at whatever path', () => {
  const plan = reconnectPlan([port('/dev/ttyUSB7', 'FT1')], [one, other], {}, [], none);
  expect(plan).toMatchObject([{ port: { path: '/dev/ttyUSB7' }, instrument: { serialNumber: '0912' } }]);
});

test('what this machine noted last goes before the register', () => {
  const memory = { 'usb:0403:6001:FT1': other.instrumentId };
  expect(reconnectPlan([port('p', 'FT1')], [one, other], memory, [], none)).toMatchObject([{ instrument: other }]);
});

test('a port known by its path alone is left to a person, as are two adapters with one number', () => {
  const memory = { 'path:/dev/ttyS0': one.instrumentId };
  expect(reconnectPlan([port('/dev/ttyS0', null)], [one], memory, [], none)).toEqual([]);
  expect(reconnectPlan([port('a', 'FT1'), port('b', 'FT1')], [one], {}, [], none)).toEqual([]);
});

test('nothing is started that is heard already or was tried since it was plugged in', () => {
  const ports = [port('p', 'FT1')];
  expect(reconnectPlan(ports, [one], {}, [{ path: 'p', instrumentId: 'x' }], none)).toEqual([]);
  expect(reconnectPlan(ports, [one], {}, [{ path: 'q', instrumentId: one.instrumentId }], none)).toEqual([]);
  expect(reconnectPlan(ports, [one], {}, [], new Set(['usb:0403:6001:FT1']))).toEqual([]);
});
