import { expect, test } from 'vitest';
import { placeCode } from '../../vocabulary/place.ts';
import { placeGroups } from './place-groups.ts';

test('every place code stands in exactly one group', () => {
  const listed = placeGroups.flatMap((group) => group.codes);
  expect([...listed].sort()).toEqual([...placeCode.options].sort());
});
