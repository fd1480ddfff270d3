import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeVector } from './decode-vector.ts';
import { vectorFile } from './vector.ts';

const file = new URL('../../tests/shared-cases/vectors.json', import.meta.url);
const { vectors } = vectorFile.parse(JSON.parse(readFileSync(file, 'utf8')));

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
  test.each(vectors)('$id decodes as the protocol page says: $note', (each) => {
    const got = decodeVector(each);
    const wanted = each.error === undefined ? each.decoded : { error: each.error };
    expectLike(got, wanted, each.id);
    expect(Object.keys(got).includes('error')).toBe(each.error !== undefined);
  });

  test('none is left out', () => {
    expect(vectors).toHaveLength(155);
  });

  test('a protocol that is not built is unsupported and not guessed', () => {
    const [any] = vectors;
    if (any === undefined) throw new Error('no vectors');
    expect(decodeVector({ ...any, protocol: 'p99' })).toEqual({ unsupported: true });
    const profile = { ...any, protocol: 'pm', context: { profile: 'geiger' } };
    expect(decodeVector(profile)).toEqual({ unsupported: true });
  });
});
