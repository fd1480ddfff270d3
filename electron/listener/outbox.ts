import type { Timers } from '../../drivers/session/create-session.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import { fail, type Result } from '../../vocabulary/result.ts';
import type { IntakeBatch, SentBatch } from '../ports/intake-port.ts';
import type { Spool } from './spool.ts';

export interface OutboxOptions {
  /** The answer is no longer waited for once it was given up. */
  readonly keep: (batch: SentBatch, givenUp: AbortSignal) => Promise<Result<unknown>>;
  readonly timers: Timers;
  /** Most batches held in memory. */
  readonly memoryBatches?: number;
  /** Batches that fell out of the bounded memory, because neither recorder nor spool would take them. */
  readonly onLost: (batch: IntakeBatch) => void;
}

/** Hands batches to the recorder in order and never makes the listener wait. */
export interface Outbox {
  readonly add: (batch: IntakeBatch) => void;
  /** From now on there is a place for what the recorder does not take. */
  readonly attachSpool: (spool: Spool) => void;
  /** Tries at once, without waiting for the next second. */
  readonly flush: () => Promise<void>;
  readonly waiting: () => number;
  readonly stop: () => void;
}

const ANSWER_MS = 3_000;
const RETRY_MS = 1_000;
/** About ten minutes of two detectors, as long as no record was ever unlocked. */
const MEMORY_BATCHES = 1_200;

/** The recorder's own words for "this batch is not usable"; any other fault is about the recorder and passes. */
const isAboutBatch = (fault: Fault) => fault.code === 'bad_message' || fault.code === 'bug';

export function createOutbox({ keep, timers, onLost, memoryBatches = MEMORY_BATCHES }: OutboxOptions): Outbox {
  const memory: IntakeBatch[] = [];
  let spool: Spool | null = null;
  let pumping: Promise<void> | null = null;
  let isFailing = false;
  let isStopped = false;
  let cancelRetry = () => {};

  const ask = (batch: SentBatch) =>
    new Promise<Result<unknown>>((resolve) => {
      const waiting = new AbortController();
      const cancel = timers.after(ANSWER_MS, () => {
        waiting.abort();
        resolve(fail({ code: 'recorder_down' }));
      });
      void keep(batch, waiting.signal).then((result) => {
        cancel();
        resolve(result);
      });
    });

  /** Sends the oldest of all; false when there is nothing more to do now. */
  const sendOldest = async (): Promise<boolean> => {
    const spooled = spool && spool.count() > 0 ? await spool.oldest() : null;
    const batch = spooled?.batch ?? memory[0];
    if (!batch) return false;
    const isOldest = spooled !== null || spool?.count() === 0;
    const result = await ask({ ...batch, isOldest });
    isFailing = !result.ok && !isAboutBatch(result.fault);
    if (isFailing) return false;
    if (!spooled) memory.shift();
    else if (result.ok) await spool?.remove(spooled.name);
    else await spool?.setAside(spooled.name);
    if (!spooled && !result.ok) await putAside(batch);
    return true;
  };

  const putAside = async (batch: IntakeBatch) => {
    const kept = await spool?.putAside(batch);
    if (!kept?.ok) onLost(batch);
  };

  const spill = async () => {
    while (spool && memory[0]) {
      if (!(await spool.put(memory[0])).ok) return;
      memory.shift();
    }
  };

  const pump = async () => {
    cancelRetry();
    while (!isStopped && (await sendOldest()));
    if (isFailing) await spill();
    pumping = null;
    if (isFailing && !isStopped) cancelRetry = timers.after(RETRY_MS, start);
  };
  const start = () => {
    pumping ??= pump();
    return pumping;
  };

  return {
    add: (batch) => {
      memory.push(batch);
      if (memory.length > memoryBatches) {
        const lost = memory.splice(1, 1)[0]; // the first may be on its way
        if (lost) onLost(lost);
      }
      if (!isFailing) void start();
    },
    attachSpool: (opened) => {
      spool = opened;
      void start();
    },
    flush: async () => {
      await pumping;
      await start();
    },
    waiting: () => memory.length + (spool?.count() ?? 0),
    stop: () => {
      isStopped = true;
      cancelRetry();
    },
  };
}
