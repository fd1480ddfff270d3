import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTerm, StatusSum, statusTerm, termOf } from './state-hash.ts';

const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const status = fc.constantFrom('admitted', 'unsealed', 'quarantined:fork');

test('a sum in limbs is that of the terms, whenever it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, status), { maxLength: 40 }), (rows) => {
      const sum = new StatusSum();
      let expected = 0n;
      for (const [at, [one, is]] of rows.entries()) {
        sum.add(one, is);
        expected = addTerm(expected, statusTerm(one, is));
        if (at % 3 === 0) expect(sum.sum).toBe(expected);
      }
      expect(sum.sum).toBe(expected);
    }),
  );
});

test('the term of a status is that of its row', () => {
  const one = 'a'.repeat(64);
  expect(statusTerm(one, 'admitted')).toBe(termOf('event_status', { id: one, status: 'admitted' }));
});
