import type { PollTalk, PreparedDriver } from '../../drivers/driver.ts';
import type { Family } from './families.ts';

const MISSED_POLLS = 3;
const STALE_PERIODS = 3;
const LEAST_STALE_MS = 3_000;
/** A request is at most so long on the line; three tries of three polls are asked. */
const LONGEST_REQUEST_BYTES = 8;
const BITS_PER_BYTE = 10;

/**
 * The longest time from the last valid frame until a silent line is called stale, from the words of the protocol rule
 * (three missed polls; three periods of a stream and at least 3 s), not from the code under test.
 */
export function staleTimeMs({ talk, link }: PreparedDriver, { isUnasked = false }: Family): number {
  switch (talk.kind) {
    case 'stream':
      return ofStream(talk.periodMs);
    case 'poll':
      return ofPoll(talk, link.baudRate);
    case 'either':
      return isUnasked ? ofStream(talk.stream.periodMs) : ofPoll(talk.poll, link.baudRate);
  }
}

const ofStream = (periodMs: number) => Math.max(STALE_PERIODS * periodMs, LEAST_STALE_MS);

/** A missed poll is all its tries, each with its time-out and the silence kept after it; the last silence is not waited for. */
function ofPoll({ periodMs, timeoutMs, retries }: PollTalk, baudRate: number): number {
  const requestMs = (LONGEST_REQUEST_BYTES * BITS_PER_BYTE * 1_000) / baudRate;
  const missedMs = (retries + 1) * (requestMs + 2 * timeoutMs);
  return periodMs + (MISSED_POLLS - 1) * Math.max(periodMs, missedMs) + missedMs - timeoutMs;
}

/** How long after the opening of a port the driver may wait before it asks anything. */
export function settleTimeMs({ talk }: PreparedDriver): number {
  if (talk.kind === 'stream') return 0;
  return talk.kind === 'poll'
    ? Math.max(talk.settleMs ?? 0, talk.timeoutMs)
    : talk.listenMs + (talk.poll.settleMs ?? 0);
}

/** A question is given up after so long; null where nothing is asked. */
export function answerTimeMs({ talk }: PreparedDriver): number | null {
  if (talk.kind === 'stream') return null;
  return talk.kind === 'poll' ? talk.timeoutMs : talk.poll.timeoutMs;
}
