import type { MineCheck, MineRisk, RiskMap } from '../../../vocabulary/dual-prevention.ts';
import { mineCheckBody, mineRiskBody, riskMapBody } from '../../log/prevention-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** 双重预防 of the mines: their own checks, their lists of risks, their risk maps. */
const columns = <T>() => ({
  entry: column.id(),
  mine: column.id(),
  said: column.json<T>(),
  removed: column.flag(),
});

export const mineChecksTable = projectionTable('mine_checks', columns<MineCheck>());
export const mineRisksTable = projectionTable('mine_risks', columns<MineRisk>());
export const riskMapsTable = projectionTable('risk_maps', columns<RiskMap>());

export const mineChecks = {
  name: 'mine_checks',
  version: 1,
  types: ['prevention'],
  table: mineChecksTable,
  indexes: ['mine'],
  row: rowFrom(
    /^prevention\/([0-9a-f]{32})\/check$/,
    mineCheckBody,
    ({ salt: _, removed = false, ...said }, [entry]) => ({ entry, mine: said.mine, said, removed }),
  ),
} as const satisfies Projection;

export const mineRisks = {
  name: 'mine_risks',
  version: 1,
  types: ['prevention'],
  table: mineRisksTable,
  indexes: ['mine'],
  row: rowFrom(
    /^prevention\/([0-9a-f]{32})\/risk$/,
    mineRiskBody,
    ({ salt: _, removed = false, ...said }, [entry]) => ({ entry, mine: said.mine, said, removed }),
  ),
} as const satisfies Projection;

export const riskMaps = {
  name: 'risk_maps',
  version: 1,
  types: ['prevention'],
  table: riskMapsTable,
  indexes: ['mine'],
  row: rowFrom(/^prevention\/([0-9a-f]{32})\/map$/, riskMapBody, ({ salt: _, removed = false, ...said }, [entry]) => ({
    entry,
    mine: said.mine,
    said,
    removed,
  })),
} as const satisfies Projection;
