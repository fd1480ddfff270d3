import type { SessionItem } from '../../drivers/session/session-item.ts';
import type { GapCause } from '../../vocabulary/gap-cause.ts';
import type { EpochMs } from '../../vocabulary/time.ts';

interface OpenGap {
  readonly from: EpochMs;
  readonly cause: GapCause;
}

/** A gap that is open: should the process die, another has to end it. No replay will find the end of one of a session. */
export interface UnfinishedGap extends OpenGap {
  readonly isOfSession: boolean;
}

/** Keeps the gaps around and between the sessions of one detector: the times of which no session can know. */
export interface GapKeeper {
  readonly unfinished: () => UnfinishedGap | null;
  /** Begins a gap; one that is open already goes on with its own cause. */
  readonly open: (gap: OpenGap) => void;
  /** From here on the gap has another cause, that of the gap before ends here. */
  readonly goOn: (at: EpochMs, cause: GapCause) => void;
  /** An open line ends the gap: what is not heard from then on is a gap of the session. */
  readonly hear: (item: SessionItem) => void;
  /** The session broke off: what it was in ends here. */
  readonly cutOff: (at: EpochMs) => void;
  readonly close: (at: EpochMs) => void;
}

interface GapKeeperParts {
  readonly tell: (from: EpochMs, to: EpochMs, cause: GapCause) => void;
  /** What is open has changed. */
  readonly onChange: () => void;
  /** The process died and goes on: since when, and the gap that was open then. */
  readonly resumed: { readonly diedAt: EpochMs; readonly gap: UnfinishedGap | null } | null;
}

export function createGapKeeper({ tell, onChange, resumed }: GapKeeperParts): GapKeeper {
  let ofSession: OpenGap | null = null;
  let own: OpenGap | null = resumed && { from: resumed.diedAt, cause: 'listener_restarted' };
  if (resumed?.gap) tell(resumed.gap.from, resumed.diedAt, resumed.gap.isOfSession ? 'cut_off' : resumed.gap.cause);

  const close = (at: EpochMs) => {
    if (own === null) return;
    tell(own.from, at, own.cause);
    own = null;
    onChange();
  };
  return {
    unfinished: () => {
      if (own) return { ...own, isOfSession: false };
      return ofSession && { ...ofSession, isOfSession: true };
    },
    open: (gap) => {
      if (own !== null) return;
      own = gap;
      onChange();
    },
    goOn: (at, cause) => {
      if (own === null || own.cause === cause) return;
      tell(own.from, at, own.cause);
      own = { from: at, cause };
      onChange();
    },
    hear: (item) => {
      if (item.kind === 'link' && (item.change === 'opened' || item.change === 'lost')) close(item.at.wall);
      if (item.kind !== 'gap_open' && item.kind !== 'gap') return;
      ofSession = item.kind === 'gap' ? null : { from: item.from.wall, cause: item.cause };
      onChange();
    },
    cutOff: (at) => {
      if (ofSession !== null) tell(ofSession.from, at, 'cut_off');
      ofSession = null;
    },
    close,
  };
}
