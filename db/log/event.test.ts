import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { canonicalJson, normalizeText, parseCanonical } from './canonical-json.ts';
import { bodyHashOf, bodyOrHole, eventHeader, eventIdOf, isHole, logIdOf, logRoot } from './event.ts';
import { sha256 } from './sha256.ts';

const header = eventHeader.parse({
  v: 1,
  log: 'a'.repeat(32),
  seq: 1,
  prev: 'b'.repeat(64),
  hlc: '0'.repeat(16),
  wall: -5,
  mono: 0,
  boot: 'c'.repeat(32),
  author: '',
  type: 'log.open',
  subject: '',
  supersedes: [],
  body: 'd'.repeat(64),
  blobs: [],
});

describe('canonical JSON', () => {
  test('prints any value with keys in order, and reads back only its own print', () => {
    const property = fc.property(fc.jsonValue(), (value) => {
      const line = canonicalJson(value);
      expect(parseCanonical(line)?.value).toEqual(JSON.parse(line));
      expect(canonicalJson(JSON.parse(line))).toBe(line);
    });
    fc.assert(property, { numRuns: scaled(300) });
  });

  test('sorts integer-like keys as text, not as numbers', () => {
    expect(canonicalJson({ 9: 1, 10: 2 })).toBe('{"10":2,"9":1}');
    expect(parseCanonical('{"10":2,"9":1}')).not.toBeNull();
    expect(parseCanonical('{"9":1,"10":2}')).toBeNull();
  });

  test('refuses spaces, other number forms and repeated keys', () => {
    for (const line of ['{"a": 1}', '{"a":1.0}', '{"a":1,"a":1}', '{"b":1,"a":1}', '[-0]', '"\\u0041"', '']) {
      expect(parseCanonical(line), line).toBeNull();
    }
  });

  test('refuses a lone surrogate, and takes text that only looks like one', () => {
    for (const line of ['"\\ud800"', '{"a":"\\udfff"}', '{"\\ud800":1}']) expect(parseCanonical(line), line).toBeNull();
    expect(parseCanonical('"\\\\ud800"')?.value).toBe('\\ud800');
    expect(parseCanonical('"\u{10348}"')?.value).toBe('\u{10348}');
  });

  test('brings text to one normal form', () => {
    expect(normalizeText({ name: 'e\u0301', list: ['e\u0301'], gone: undefined })).toEqual({ name: 'é', list: ['é'] });
  });
});

describe('event', () => {
  test('takes its id from the canonical header alone', () => {
    expect(eventIdOf(header)).toBe(sha256(canonicalJson(header)));
    expect(eventIdOf({ ...header, seq: 2 })).not.toBe(eventIdOf(header));
  });

  test('refuses a field too many, an unsorted list and a repeated id', () => {
    const bad = [
      { ...header, extra: 1 },
      { ...header, supersedes: ['f'.repeat(64), 'e'.repeat(64)] },
      { ...header, blobs: ['e'.repeat(64), 'e'.repeat(64)] },
      { ...header, seq: 0 },
      { ...header, hlc: '0'.repeat(15) },
      { ...header, v: 2 },
    ];
    for (const value of bad) expect(eventHeader.safeParse(value).success).toBe(false);
    expect(orThrow(ok(eventHeader.parse(header)))).toEqual(header);
  });

  test('tells a hole from a body', () => {
    const body = { salt: '0'.repeat(32), text: 'x' };
    expect(isHole(bodyOrHole.parse({ why: 'redacted', withheld: bodyHashOf(body) }))).toBe(true);
    expect(isHole(bodyOrHole.parse(body))).toBe(false);
  });

  test('a log id is the first half of its root', () => {
    expect(logRoot('SHA256:x', '0'.repeat(32)).startsWith(logIdOf('SHA256:x', '0'.repeat(32)))).toBe(true);
  });
});
