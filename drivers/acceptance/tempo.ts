import { orThrow } from '../../vocabulary/result.ts';
import type { Driver } from '../driver.ts';
import { fromHex } from '../framing/hex.ts';
import { LISTEN_BEFORE_ASKING_MS } from '../session/opening-ear.ts';
import type { AcceptanceParts } from './acceptance-parts.ts';

/** How fast the conversation of a driver goes: the suite counts in its periods, so that slow instruments pass it too. */
export function tempoOf(driver: Driver, parts: AcceptanceParts) {
  const { talk } = orThrow(driver.prepare(parts.settings));
  const isPoll = talk.kind === 'poll';
  const tries = isPoll ? talk.retries + 1 : 0;
  return {
    isPoll,
    /** What comes before the first reading of a connection. */
    settleMs: isPoll ? Math.max(talk.settleMs ?? 0, talk.timeoutMs, LISTEN_BEFORE_ASKING_MS) : 0,
    periods: (count: number) => count * talk.periodMs,
    /** An answer that comes too late to be one. */
    lateMs: isPoll ? talk.timeoutMs * 1.4 : 0,
    /** Three missed polls with all their tries and silences, or three periods of a stream; with room to spare. */
    untilStaleMs: 15 * talk.periodMs + (isPoll ? 6 * tries * talk.timeoutMs : 0),
  };
}

/** The matcher and judge behind the frames of the suite: those of the request they answer, or of the first one. */
export function listeningOf(driver: Driver, parts: AcceptanceParts) {
  const { talk } = orThrow(driver.prepare(parts.settings));
  if (talk.kind !== 'poll') return talk.kind === 'stream' ? talk : talk.stream;
  const request = parts.request === undefined ? null : fromHex(parts.request);
  return request === null ? talk.first : orThrow(talk.answering(request));
}
