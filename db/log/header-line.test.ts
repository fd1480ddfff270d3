import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { sealedLog } from '../bundles/bundle-fixture.ts';
import { parseCanonical } from './canonical-json.ts';
import { eventHeader } from './event.ts';
import { linkOf, readHeaderLine, readJudgedLine } from './header-line.ts';

/** What the schema and the canonical form say of a line. */
function slowly(line: string) {
  const canonical = parseCanonical(line);
  return canonical ? (eventHeader.safeParse(canonical.value).data ?? null) : null;
}

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
const ids = fc.uniqueArray(hex(64), { maxLength: 3 }).map((list) => list.sort());
const headers = fc.record({
  author: fc.oneof(fc.constant(''), hex(32)),
  blobs: ids,
  body: hex(64),
  boot: hex(32),
  hlc: hex(16),
  log: hex(32),
  mono: fc.nat({ max: 10 ** 14 }),
  prev: hex(64),
  seq: fc.integer({ min: 1 }),
  subject: fc.oneof(
    fc.constant(''),
    hex(32).map((entity) => `inspection/${entity}/answer:water.people-1@x`),
  ),
  supersedes: ids,
  type: fc.constantFrom('answer', 'inspection.place', 'log.open'),
  v: fc.constant(1),
  wall: fc.integer(),
});

describe('the quick reading of a header', () => {
  test('reads every header that a device writes as the schema does', () => {
    const written = sealedLog().lines.map((line) => line.header);
    for (const line of written) expect(readHeaderLine(line)).toEqual(slowly(line));
    fc.assert(
      fc.property(headers, (header) => {
        const line = JSON.stringify(header);
        const read = readHeaderLine(line);
        expect(read).not.toBeNull();
        expect(read).toEqual(slowly(line));
        expect(readJudgedLine(line)).toEqual(read);
        const { log, seq, prev, type } = header;
        expect(linkOf(line)).toEqual({ log, seq, prev, type });
      }),
      { numRuns: scaled(200) },
    );
  });

  test('never says yes to a line of which the schema or the canonical form says no', () => {
    const pieces = [
      '"',
      '0',
      '-',
      ' ',
      ',',
      '1.0',
      '1e3',
      'A',
      '/',
      '\\u0041',
      '\n',
      ',"x":1',
      '00',
      '9007199254740993',
      '[',
      'é',
    ];
    const mutated = fc.record({
      header: headers,
      at: fc.nat(),
      cut: fc.nat({ max: 70 }),
      put: fc.constantFrom('', ...pieces),
    });
    fc.assert(
      fc.property(mutated, ({ header, at, cut, put }) => {
        const line = JSON.stringify(header);
        const place = at % line.length;
        const changed = line.slice(0, place) + put + line.slice(place + cut);
        const read = readHeaderLine(changed);
        if (read) expect(read).toEqual(slowly(changed));
      }),
      { numRuns: scaled(1000) },
    );
    const [line = ''] = sealedLog().lines.map((one) => one.header);
    for (const bad of [
      line.replace('"seq":1', '"seq":0'),
      line.replace('"mono":', '"mono":-'),
      ` ${line}`,
      `${line}\n`,
    ])
      expect(readHeaderLine(bad)).toBeNull();
    const twice = JSON.stringify({ ...JSON.parse(line), supersedes: ['b'.repeat(64), 'a'.repeat(64)] });
    expect([readHeaderLine(twice), slowly(twice)]).toEqual([null, null]);
  });
});
