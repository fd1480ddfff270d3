import type { SessionItem } from '../../drivers/session/session-item.ts';
import type { EntityId, InstrumentId } from '../../vocabulary/ids.ts';
import { type IntakeBatch, intakeBatch, rawChunk } from '../ports/intake-port.ts';

export interface BatchHead {
  readonly instrumentId: InstrumentId;
  readonly driver: string;
  readonly driverVersion: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

/** Collects what one detector gives until it is handed on. */
export interface Batcher {
  readonly add: (item: SessionItem) => void;
  readonly addGap: (gap: IntakeBatch['gaps'][number]) => void;
  /** What was collected since, or null where there was nothing. */
  readonly take: () => IntakeBatch | null;
}

export function createBatcher(head: BatchHead, newId: () => EntityId): Batcher {
  let readings: IntakeBatch['readings'] = [];
  let raw: IntakeBatch['raw'] = [];
  let gaps: IntakeBatch['gaps'] = [];
  return {
    add: (item) => {
      if (item.kind === 'reading') readings.push(item.reading);
      else if (item.kind === 'raw') raw.push(rawChunk.parse(item.chunk));
      else if (item.kind === 'gap') gaps.push({ from: item.from.wall, to: item.to.wall, cause: item.cause });
    },
    addGap: (gap) => gaps.push(gap),
    take: () => {
      if (readings.length + raw.length + gaps.length === 0) return null;
      const batch = intakeBatch.parse({ batch: newId(), ...head, readings, raw, gaps });
      readings = [];
      raw = [];
      gaps = [];
      return batch;
    },
  };
}
