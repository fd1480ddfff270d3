import { ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSink, freeNow } from './byte-source.ts';
import type { OpenFile } from './file-system.ts';

const BLOCK_BYTES = 1024 * 1024;
/** A second write stands ready when one ends; more would only hold threads that wait for the same file. */
const WRITES_AT_ONCE = 2;
/** Beyond this whoever writes waits for the disk. */
const BLOCKS_WAITING = 4;
const BLOCKS_KEPT = BLOCKS_WAITING + WRITES_AT_ONCE + 2;
/** So much is handed to the disk before it is told to make it durable: at the end only the rest has to be waited for. */
const SYNC_BYTES = 32 * BLOCK_BYTES;

interface Block {
  readonly memory: Uint8Array;
  readonly length: number;
}

/**
 * Writes a file off this thread, in order and in large blocks, and lets the disk begin on it while more is being made. The first fault is told by every
 * later call and by `finish`. `settled` or `finish` must have ended before the file is closed.
 */
export class WriteBehind implements ByteSink {
  readonly #file: OpenFile;
  readonly #free: Uint8Array[] = [];
  readonly #waiting: Block[] = [];
  readonly #patches: (readonly [offset: number, bytes: Uint8Array])[] = [];
  readonly #watchers: (() => void)[] = [];
  #memory: Uint8Array | null = null;
  #length = 0;
  #writing = 0;
  #isSyncing = false;
  #unsynced = 0;
  #result: Result<null> = ok(null);
  /** A bug below, thrown where it is waited for. */
  #thrown: { readonly error: unknown } | null = null;

  constructor(file: OpenFile) {
    this.#file = file;
  }

  write(bytes: Uint8Array): Result<null> {
    for (let at = 0; at < bytes.length && this.#isWell; ) {
      this.#memory ??= this.#free.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
      const taken = Math.min(bytes.length - at, BLOCK_BYTES - this.#length);
      this.#memory.set(bytes.subarray(at, at + taken), this.#length);
      this.#length += taken;
      at += taken;
      if (this.#length === BLOCK_BYTES) this.#handOver();
    }
    return this.#result;
  }

  /** Done when all else is written. */
  readonly patch = (offset: number, bytes: Uint8Array): Result<null> => {
    this.#patches.push([offset, bytes]);
    return this.#result;
  };

  readonly room = (): Promise<void> => this.#until(() => this.#waiting.length <= BLOCKS_WAITING);

  /** Durable, but for the name of the file. */
  async finish(): Promise<Result<null>> {
    this.#handOver();
    await this.settled();
    for (const [offset, bytes] of this.#patches) if (this.#result.ok) this.#result = this.#file.patch(offset, bytes);
    for (const memory of this.#free.splice(0)) freeNow(memory);
    if (this.#result.ok) this.#result = await this.#file.syncLater();
    return this.#result;
  }

  /** Nothing is at work on the file any more; what had not begun is left out after a fault. */
  settled(): Promise<void> {
    return this.#until(() => this.#waiting.length === 0 && this.#writing === 0 && !this.#isSyncing);
  }

  get #isWell(): boolean {
    return this.#result.ok && !this.#thrown;
  }

  #handOver(): void {
    if (this.#memory && this.#length > 0) this.#waiting.push({ memory: this.#memory, length: this.#length });
    this.#memory = null;
    this.#length = 0;
    this.#goOn();
  }

  #goOn(): void {
    if (!this.#isWell) this.#waiting.length = 0;
    while (this.#writing < WRITES_AT_ONCE) {
      const block = this.#waiting.shift();
      if (!block) break;
      this.#writing += 1;
      const bytes = block.memory.subarray(0, block.length);
      void this.#run(
        () => this.#file.writeLater(bytes),
        () => {
          this.#writing -= 1;
          this.#unsynced += block.length;
          if (this.#free.length < BLOCKS_KEPT) this.#free.push(block.memory);
        },
      );
    }
    if (this.#unsynced >= SYNC_BYTES && !this.#isSyncing && this.#isWell) this.#syncEarly();
    for (const wake of this.#watchers.splice(0)) wake();
  }

  #syncEarly(): void {
    this.#isSyncing = true;
    this.#unsynced = 0;
    void this.#run(
      () => this.#file.syncLater(),
      () => {
        this.#isSyncing = false;
      },
    );
  }

  async #run(work: () => Promise<Result<null>>, after: () => void): Promise<void> {
    try {
      const done = await work();
      if (this.#result.ok) this.#result = done;
    } catch (error) {
      this.#thrown ??= { error };
    }
    after();
    this.#goOn();
  }

  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.#watchers.push(resolve));
    if (this.#thrown) throw this.#thrown.error;
  }
}
