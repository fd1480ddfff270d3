import { afterAll, expect, test } from 'vitest';
import { removeWorlds } from './cast.ts';
import { runSeeds } from './run-seeds.ts';
import { simulate } from './simulate.ts';

afterAll(removeWorlds);

test('ten machines, wrong clocks, power cuts, forgers and cut bundles: all properties hold in every world', async () => {
  await runSeeds(0);
}, 0);

test('the same seed is the same world', async () => {
  const [one, again, other] = [await simulate(7), await simulate(7), await simulate(8)];
  expect(again.stateHash).toBe(one.stateHash);
  expect(other.stateHash).not.toBe(one.stateHash);
});
