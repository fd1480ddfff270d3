import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { canonicalJson, parseCanonical } from './canonical-json.ts';
import { plainMember } from './canonical-scan.ts';

const json = fc.jsonValue().filter((value) => JSON.stringify(value).length < 400);
const wrapped = (inner: string) => `{"a":${inner},"salt":1}`;

/** Whatever it says yes to must be canonical, and the member the one that parsing finds. */
function agrees(line: string): void {
  const found = plainMember(line, 'salt');
  if (found === null) return;
  const value = parseCanonical(line)?.value;
  expect(value, line).toBeTypeOf('object');
  expect(canonicalJson(Object.entries(value ?? {}).find(([key]) => key === 'salt')?.[1]), line).toBe(found);
}

describe('the glance at a canonical line', () => {
  test('sees what devices write', () => {
    const facts = { lead_m: '12.5', 水量: '3', zone: ['a', 'b'] };
    const numbers = [1, -2, 0];
    const body = { facts, note: '顶板淋水', numbers, outcome: 'fail', override: null, salt: '0'.repeat(32) };
    expect(plainMember(canonicalJson(body), 'salt')).toBe(`"${'0'.repeat(32)}"`);
    expect(plainMember(canonicalJson({ facts: { salt: 'x' } }), 'salt')).toBeNull();
    for (const inner of ['{}', '[]', '""', 'true', 'null', '0', '[{"a":[{}]}]']) {
      expect(plainMember(wrapped(inner), 'salt'), inner).toBe('1');
    }
  });

  test('never says yes to a line that is not the canonical form of its own parse', () => {
    const bad = [
      '',
      ' 1',
      '{"b":1,"a":2}',
      '{"a":1,"a":1}',
      '{"":1,"":2}',
      '01',
      '-0',
      '1.0',
      '1e3',
      '+1',
      '[1,]',
      '{,}',
    ];
    const worse = [
      '"\\u0041"',
      '"\t"',
      '"\ud800"',
      'nul',
      'truefalse',
      '[1 ,2]',
      '{a:1}',
      '1}{"b":2',
      '9007199254740993',
    ];
    for (const inner of [...bad, ...worse]) agrees(wrapped(inner));
    const put = fc.constantFrom(
      '',
      ...['"', ',', ':', '{', '}', '[', ']', ' ', '0', '-', '.', 'e', '\\', '\n', '\ud800', 'a'],
    );
    fc.assert(
      fc.property(json, fc.nat(), fc.nat({ max: 4 }), put, (value, place, cut, piece) => {
        const line = wrapped(canonicalJson(value));
        const at = place % (line.length + 1);
        agrees(line.slice(0, at) + piece + line.slice(at + cut));
      }),
      { numRuns: scaled(2000) },
    );
  });
});
