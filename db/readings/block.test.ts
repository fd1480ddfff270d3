import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gas } from '../../vocabulary/gas.ts';
import { bootId, instrumentId } from '../../vocabulary/ids.ts';
import { decimalString, gasUnit } from '../../vocabulary/quantity.ts';
import { quality, type Reading, reading } from '../../vocabulary/reading.ts';
import { ok } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { decodeBlock, encodeBlock } from './block.ts';
import { minutesOf, minutesOfBlock } from './minutes.ts';
import { packMinutes, unpackMinutes } from './pack-minutes.ts';

const instrument = instrumentId.parse('a'.repeat(32));
const boots = ['b', 'c'].map((digit) => bootId.parse(digit.repeat(32)));

const amount = fc.oneof(
  fc.stringMatching(/^-?\d{1,6}(\.\d{1,4})?$/),
  fc.constantFrom('0', '-0', '-0.00', '000.50', '0.30', '-5', '12345678901234567890.5'),
);
const anyValue = fc.oneof(
  fc.record({ quality: fc.constant('ok'), amount, unit: fc.constantFrom(...gasUnit.options) }),
  fc.record({
    quality: fc.constantFrom(...quality.options.filter((word) => word !== 'ok')),
    unit: fc.constantFrom(null, ...gasUnit.options),
    detail: fc.string({ maxLength: 12 }),
  }),
);
const anyReading = fc
  .record({
    instrument: fc.constant(instrument),
    channel: fc.constantFrom('ch1', 'ch2'),
    gas: fc.constantFrom(...gas.options),
    time: fc.record({
      wall: fc.integer({ min: -1e12, max: 4e12 }),
      mono: fc.integer({ min: 0, max: 1e12 }).map((microseconds) => microseconds / 1000),
      boot: fc.constantFrom(...boots),
    }),
    value: anyValue,
  })
  .map((plain): Reading => reading.parse(plain));

/** A steady 1 Hz line: the ordinary case whose size matters. */
const steadyLine = (count: number): Reading[] =>
  Array.from({ length: count }, (_, index) =>
    reading.parse({
      instrument,
      channel: 'ch1',
      gas: 'CH4',
      time: { wall: 1_795_000_000_000 + index * 1000, mono: index * 1000, boot: boots[0] },
      value: { quality: 'ok', amount: decimalString.parse(`0.${30 + (index % 7)}`), unit: '%VOL' },
    }),
  );

describe('a reading block', () => {
  test('gives back the readings that went in, to the letter', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 60 }), (readings) => {
        expect(decodeBlock(encodeBlock(instrument, readings))).toEqual(ok(readings));
      }),
      { numRuns: scaled(150) },
    );
  });

  test('takes a few bits for a steady line', () => {
    expect(encodeBlock(instrument, steadyLine(600)).length).toBeLessThan(600);
  });

  test('refuses any bytes that are not a block, and never throws', () => {
    const good = encodeBlock(instrument, steadyLine(20));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        expect(decodeBlock(noise)).toMatchObject({ ok: false, fault: { code: 'block_unreadable' } });
      }),
      { numRuns: scaled(200) },
    );
    for (let length = 0; length < good.length; length += 1)
      expect(decodeBlock(good.subarray(0, length)).ok).toBe(false);
  });
});

describe('the summary of a minute', () => {
  test('read straight from a block is that of its readings, and is kept as it is', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 60 }), (readings) => {
        const minutes = minutesOf(readings);
        expect(minutesOfBlock(encodeBlock(instrument, readings))).toEqual(ok(minutes));
        for (const [channel, own] of Map.groupBy(minutes, (one) => one.channel))
          expect(unpackMinutes(channel, packMinutes(own))).toEqual(own);
      }),
      { numRuns: scaled(150) },
    );
  });

  test('counts only what was measured', () => {
    const over = reading.parse({ ...steadyLine(1)[0], value: { quality: 'over_range', unit: '%VOL', detail: 'flag' } });
    expect(minutesOf([...steadyLine(3), over])).toMatchObject([
      { channel: 'ch1', min: 0.3, max: 0.32, count: 3, others: 1 },
    ]);
  });

  test('has no number where nothing was measured', () => {
    const warm = reading.parse({ ...steadyLine(1)[0], value: { quality: 'warmup', unit: '%VOL', detail: '' } });
    expect(minutesOf([warm])).toMatchObject([{ min: null, max: null, mean: null, count: 0, others: 1 }]);
  });
});
