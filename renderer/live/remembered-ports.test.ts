import { expect, test } from 'vitest';
import { instrumentRow } from '../../electron/ports/instrument-models.ts';
import { knownOnPorts, parseRemembered, portName } from './remembered-ports.ts';

const port = (path: string, serialNumber: string | null) => ({
  path,
  manufacturer: null,
  vendorId: '0403',
  productId: '6001',
  serialNumber,
});
const instrument = instrumentRow.parse({
  instrumentId: 'a'.repeat(32),
  driver: 'itrans',
  model: 'iTrans 2',
  serialNumber: '0912',
  settings: {},
  certificateNo: '',
  certificateUntil: null,
});

test('a USB adapter is known again on another path, any other port by its path', () => {
  expect(portName(port('/dev/ttyUSB0', 'X1'))).toBe(portName(port('/dev/ttyUSB7', 'X1')));
  expect(portName(port('COM3', null))).not.toBe(portName(port('COM4', null)));
});
test('a known instrument is offered where its port is there and free', () => {
  const ports = [port('/dev/ttyUSB7', 'X1'), port('/dev/ttyUSB1', 'X2')];
  const memory = { [portName(port('', 'X1'))]: instrument.instrumentId };
  expect(knownOnPorts(ports, [instrument], memory, [])).toEqual([{ port: ports[0], instrument }]);
  expect(knownOnPorts(ports, [instrument], memory, ['/dev/ttyUSB7'])).toEqual([]);
});
test('what cannot be read is forgotten', () => {
  expect(parseRemembered('{')).toEqual({});
  expect(parseRemembered('[1]')).toEqual({});
});
