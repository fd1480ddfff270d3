import { afterAll, test } from 'vitest';
import { removeWorlds } from './cast.ts';
import { runSeeds } from './run-seeds.ts';

afterAll(removeWorlds);

test('ten machines, wrong clocks, power cuts, forgers and cut bundles: all properties hold in every world', async () => {
  await runSeeds(1);
}, 0);
