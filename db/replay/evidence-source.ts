import type { Capture } from '../../drivers/capture/read-capture.ts';
import type { BlobId, BootId, EntityId, EventId, InstrumentId, LogId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import type { Result } from '../../vocabulary/result.ts';

/** Where a block stands in the chain; null for what waits in the own tail and is in no block yet. */
export interface BlockPlace {
  readonly event: EventId;
  readonly log: LogId;
  readonly seq: number;
  /** The inspection or the device whose block it is. */
  readonly owner: string;
  /** The person for whom it was written. */
  readonly author: string;
  readonly blob: BlobId;
}

interface Block {
  readonly place: BlockPlace | null;
  readonly instrument: InstrumentId;
  /** The least and the greatest wall clock inside. */
  readonly from: number;
  readonly to: number;
}

/** A part of a raw capture. Faults of reading: not_found, data_corrupt, bundle_changed, block_unreadable, bad_capture. */
export interface RawBlock extends Block {
  readonly session: EntityId;
  readonly boot: BootId;
  readonly read: () => Result<Capture>;
}

export interface ReadingBlock extends Block {
  readonly read: () => Result<readonly Reading[]>;
  /** The block as it was announced; null in the tail. */
  readonly bytes: (() => Result<Uint8Array>) | null;
}

/** An imported file and the blocks of readings that were made of it. `again`: what importing its bytes once more gives. */
export interface StoredFile extends Block {
  readonly name: string;
  readonly blocks: readonly ReadingBlock[];
  readonly again: () => Result<readonly Reading[]>;
}

/** All raw bytes, all readings and all imported files of a record or of a bundle. */
export interface EvidenceSource {
  readonly raw: readonly RawBlock[];
  readonly readings: readonly ReadingBlock[];
  readonly files: readonly StoredFile[];
}
