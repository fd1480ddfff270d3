import type { ProjectionRow } from '../../db/projections/registry.ts';
import type { EventRecord } from '../../db/record.ts';
import { judgeChain, judgeCycles } from '../../rules/gas/judge-chain.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { beijingDay, type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { AreaRow, ChainRow, HandoverRow, IndexRow, MineAreas, StepRow } from '../ports/area-models.ts';
import { nameOf } from './sheet.ts';

type Common = Pick<ProjectionRow<'drainageAreas'>, 'author' | 'wall' | 'heads'>;

/** What is recorded of the areas and chains of a mine, judged by the law of today; what was taken back is left out. */
export function readAreas(record: EventRecord, mine: string, now: EpochMs): MineAreas {
  const recorded = ({ author, wall, heads }: Common) => ({
    author: nameOf(record, author),
    savedAt: epochMs.parse(wall),
    disputed: heads > 1,
  });
  const areaOf = (row: ProjectionRow<'drainageAreas'>): AreaRow => {
    const handovers = record
      .rows('areaHandovers', { area: row.area })
      .filter(({ removed }) => !removed)
      .map((one): HandoverRow => ({ ...one.entry, handoverId: entityId.parse(one.handover), ...recorded(one) }))
      .sort((a, b) => compareText(a.date, b.date) || a.savedAt - b.savedAt);
    const now = handovers.at(-1)?.to ?? row.sheet.areaType;
    return { areaId: entityId.parse(row.area), sheet: row.sheet, now, handovers, ...recorded(row) };
  };
  const indicesOf = (area: string): IndexRow[] =>
    record
      .rows('outburstIndices', { area })
      .filter(({ removed }) => !removed)
      .map((one) => ({
        ...one.entry,
        indexId: entityId.parse(one.index),
        areaId: entityId.parse(area),
        ...recorded(one),
      }))
      .sort((a, b) => compareText(b.date, a.date) || b.at - a.at);
  const chainOf = (row: ProjectionRow<'outburstChains'>): ChainRow => {
    const steps = record
      .rows('outburstSteps', { area: row.area })
      .filter(({ removed, step, entry }) => !removed && entry.step === step)
      .map((one): StepRow => ({ ...one.entry, ...recorded(one) }));
    const indices = indicesOf(row.area);
    const date = beijingDay(now);
    return {
      areaId: entityId.parse(row.area),
      chain: row.chain,
      steps,
      indices,
      verdict: judgeChain(row.chain.chain, steps, date),
      cycles: row.chain.chain === 'local' ? judgeCycles(indices, date) : null,
      ...recorded(row),
    };
  };
  return {
    areas: record
      .rows('drainageAreas', { mine })
      .filter(isKept)
      .map(areaOf)
      .sort(byName(({ sheet }) => sheet.name)),
    chains: record
      .rows('outburstChains', { mine })
      .filter(isKept)
      .map(chainOf)
      .sort(byName(({ chain }) => chain.name)),
  };
}

const isKept = ({ removed }: { readonly removed: boolean }): boolean => !removed;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byName =
  <T>(name: (row: T) => string) =>
  (a: T, b: T): number =>
    compareText(name(a), name(b));
