import { describe, expect, test } from 'vitest';
import { sayFault } from '../../vocabulary/fault.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createFramer } from '../framing/framer.ts';
import { driverById, driverForVector, drivers, findDriver } from '../registry.ts';
import { sgxInirDriver } from './sgx-inir-driver.ts';

const [normal = new Uint8Array()] = vectorFrames('p9');
const { talk } = orThrow(sgxInirDriver.prepare({}));
const cuts = (bytes: Uint8Array) => {
  if (talk.kind !== 'stream') throw new Error('INIR streams');
  const framer = createFramer(talk.match);
  return [...framer.push(bytes), ...framer.silence()].map((cut) => cut.kind);
};
const lines = (words: readonly string[], end: string) =>
  new Uint8Array(Buffer.from(words.map((word) => word + end).join('')));

describe('sgx-inir', () => {
  test('decodes recorded bytes and is offered nowhere else, with the reason', () => {
    expect(driverForVector('p9', {})).toBe(sgxInirDriver);
    expect(drivers).not.toContain(sgxInirDriver);
    expect(driverById('sgx-inir')).toBeNull();
    const found = findDriver('sgx-inir');
    expect(found).toMatchObject({ ok: false, fault: { code: 'driver_withheld' } });
    if (!found.ok) expect(sayFault(found.fault).en).toContain('sgx-inir');
  });

  test('either end of line, either size and either complement make a frame', () => {
    const body = ['00001388', 'aaaaaaaa', '00000ba5'];
    const short = ['0000005b', ...body, '00001234', '0000edcb', '0000005d'];
    const long = ['0000005b', ...body, '00000001', '00000002', '00001234', 'ffffedcb', '0000005d'];
    expect(cuts(lines(short, '\r\n'))).toEqual(['frame']);
    expect(cuts(lines(long, '\n\r'))).toEqual(['frame']);
  });

  test('damage in the value is not noticed: this is why it is not released', () => {
    const damaged = Uint8Array.from(normal, (byte, at) => (at === 17 ? '9'.charCodeAt(0) : byte));
    expect(cuts(damaged)).toEqual(['frame']);
  });

  test('cut short it is never a frame, whatever the length', () => {
    for (let length = 1; length < normal.length; length++) {
      expect(cuts(normal.subarray(0, length))).not.toContain('frame');
    }
  });
});
