import type { Fault } from '../../vocabulary/fault.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { encodeBlock, isSameBlock } from '../readings/block.ts';
import type { ReadingBlock } from './evidence-source.ts';

/** How one recorded reading stands to the replay. */
export type Standing = 'same' | 'differs' | 'missing' | 'noted';

/** Times are kept in whole microseconds. */
const microseconds = (ms: number): number => Math.round(ms * 1000);

/** All that a reading says, as one text: two readings are the same where these are. */
export function readingKey({ channel, gas, time, value }: Reading): string {
  const said = value.quality === 'ok' ? value.amount : value.detail;
  return JSON.stringify([channel, gas, time.wall, microseconds(time.mono), time.boot, value.quality, value.unit, said]);
}

/** The moment of a reading: what stands there in the record and in the replay can be compared. */
export const momentKey = ({ channel, time }: Reading): string =>
  JSON.stringify([channel, microseconds(time.mono), time.boot]);

/** A recorded block and what the replay has given of it so far. */
export class RecordedBlock {
  readonly block: ReadingBlock;
  readonly readings: readonly Reading[];
  readonly standings: (Standing | null)[];
  readonly replayed: (Reading | null)[];
  readonly fault: Fault | null;

  constructor(block: ReadingBlock) {
    this.block = block;
    const read = block.read();
    this.readings = read.ok ? read.value : [];
    this.fault = read.ok ? null : read.fault;
    this.standings = this.readings.map(() => null);
    this.replayed = this.readings.map(() => null);
  }

  settle(index: number, standing: Standing, replayed: Reading | null): void {
    this.standings[index] = standing;
    this.replayed[index] = replayed;
  }

  /**
   * Whether the replayed readings, packed again, are this very block, byte for byte. Gaps that only the listener knew of are taken
   * from the record. Null where there is no block or it cannot be read.
   */
  isIdentical(): boolean | null {
    if (this.block.bytes === null || this.fault !== null) return null;
    const bytes = this.block.bytes();
    if (!bytes.ok) return null;
    const again = this.readings.map((recorded, index) =>
      this.standings[index] === 'noted' ? recorded : this.replayed[index],
    );
    const whole = again.filter((one) => one !== null && one !== undefined);
    return whole.length === again.length && isSameBlock(bytes.value, encodeBlock(this.block.instrument, whole));
  }
}
