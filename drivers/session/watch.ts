import type { GapCause, Phase } from './session-item.ts';

const MISSED_POLLS = 3;
const STALE_PERIODS = 3;
const LEAST_STALE_MS = 3000;

export interface WatchEvents {
  stale(at: number): void;
  gap(from: number, to: number, cause: GapCause): void;
  phase(phase: Phase, at: number): void;
}

/**
 * Watches whether readings keep coming (protocols README, rule 5): three missed polls, or for a stream three periods
 * of silence and at least 3 s, make the channels stale; a pulled plug does so at once. One good frame ends it.
 */
export function createWatch(talk: 'poll' | 'stream', periodMs: number, events: WatchEvents) {
  const patience = talk === 'stream' ? Math.max(STALE_PERIODS * periodMs, LEAST_STALE_MS) : null;
  let lastGood = 0;
  let missed = 0;
  let isStale = false;
  let isOpen = false;
  let gap: { from: number; cause: GapCause } | null = null;

  const becomeStale = (at: number, from: number, cause: GapCause) => {
    if (!isStale) events.stale(at);
    isStale = true;
    gap = { from: gap?.from ?? from, cause };
    events.phase('lost', at);
  };

  const closeGap = (to: number) => {
    if (gap) events.gap(gap.from, to, gap.cause);
    gap = null;
  };

  return {
    get due(): number | null {
      return patience !== null && isOpen && !isStale ? lastGood + patience : null;
    },
    advance: (at: number) => becomeStale(at, lastGood, 'silence'),
    opened(at: number) {
      isOpen = true;
      missed = 0;
      if (gap === null) lastGood = at;
      events.phase(gap === null ? 'waiting' : 'lost', at);
    },
    good(at: number) {
      missed = 0;
      lastGood = at;
      isStale = false;
      closeGap(at);
      events.phase('live', at);
    },
    missed(at: number) {
      missed += 1;
      if (missed === MISSED_POLLS && !isStale) becomeStale(at, lastGood, 'silence');
    },
    lost(at: number) {
      isOpen = false;
      becomeStale(at, at, 'unplugged');
    },
    stopped(at: number) {
      isOpen = false;
      closeGap(at);
      events.phase('stopped', at);
    },
  };
}
