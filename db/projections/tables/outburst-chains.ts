import type { OutburstChain } from '../../../vocabulary/area.ts';
import { outburstChainBody } from '../../log/area-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Regions and faces for which a 四位一体 is kept, those taken back included. */
export const outburstChainsTable = projectionTable('outburstChains', {
  area: column.id(),
  mine: column.id(),
  chain: column.json<OutburstChain>(),
  removed: column.flag(),
});

export const outburstChains = {
  name: 'outburstChains',
  version: 2,
  types: ['area'],
  table: outburstChainsTable,
  row: rowFrom(
    /^area\/([0-9a-f]{32})\/outburstChain$/,
    outburstChainBody,
    ({ salt: _, removed = false, ...chain }, [area]) => ({ area, mine: chain.mine, chain, removed }),
  ),
} as const satisfies Projection;
