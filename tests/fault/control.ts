import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';

/** The calls that can fail, as `shim.c` numbers them. */
export const ops = { write: 1, sync: 2, rename: 4, open: 8 } as const;
export type Op = keyof typeof ops;
/** errno of Linux; `SHORT` cuts a write in half and says so. */
export const errors = { EIO: 5, EACCES: 13, ENOSPC: 28, SHORT: 0 } as const;
export type FaultError = keyof typeof errors;

export interface Plan {
  readonly op: Op;
  readonly error: FaultError;
  /** The call that fails, from 1. */
  readonly nth: number;
  /** Every call from then on fails. */
  readonly sticky: boolean;
}

const UNDER_BYTES = 480;
const HEAD_BYTES = 40;

/** The control file that `shim.c` maps. */
export class ShimControl {
  readonly #fd: number;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    this.#fd = openSync(path, 'r+');
  }

  static make(path: string): void {
    writeFileSync(path, Buffer.alloc(HEAD_BYTES + UNDER_BYTES));
  }

  /** From now on calls on files below a folder are counted, and fail as planned. */
  arm(under: string, { op, error, nth, sticky }: Plan): void {
    const bytes = Buffer.alloc(HEAD_BYTES + UNDER_BYTES);
    bytes.writeUInt32LE(ops[op], 0);
    bytes.writeUInt32LE(sticky ? 1 : 0, 4);
    bytes.writeInt32LE(errors[error], 8);
    bytes.writeBigUInt64LE(BigInt(nth), 16);
    bytes.write(under, HEAD_BYTES);
    writeSync(this.#fd, bytes, 0, bytes.length, 0);
  }

  /** From now on changes and syncs below a folder are written down. */
  journal(under: string): void {
    const bytes = Buffer.alloc(HEAD_BYTES + UNDER_BYTES);
    bytes.writeUInt32LE(1, 12);
    bytes.write(under, HEAD_BYTES);
    writeSync(this.#fd, bytes, 0, bytes.length, 0);
  }

  /** Gives how many calls failed. */
  disarm(): number {
    const fired = Number(readFileSync(this.#path).readBigUInt64LE(32));
    writeSync(this.#fd, Buffer.alloc(HEAD_BYTES + UNDER_BYTES), 0, HEAD_BYTES + UNDER_BYTES, 0);
    return fired;
  }

  close(): void {
    closeSync(this.#fd);
  }
}
