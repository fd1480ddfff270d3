import type { EventId } from '../../vocabulary/ids.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { EventBody, EventHeader } from '../log/event.ts';
import type { LogPath } from '../state/log-paths.ts';

/** One event of a bundle that was verified: its lines are canonical, its id and body hash fit, its chain holds. */
export interface IncomingEvent {
  readonly id: EventId;
  readonly header: EventHeader;
  readonly headerText: string;
  /** The body's line, or the line of the hole that stands for it. */
  readonly bodyText: string;
  /** Null where it is withheld. */
  readonly body: EventBody | null;
}

/** A bundle that was verified whole: nothing in it can be refused any more. */
export interface IncomingBundle {
  /** Equal for equal content; an import that was broken off is found again by it. */
  readonly digest: string;
  /** How many events it carries; the counts must balance against it. */
  readonly count: number;
  /** A fault only where the file changed or went away while it was read. */
  readonly events: Iterable<Result<IncomingEvent>>;
  /** Whether what was read is what was verified, asked when no more events are taken. */
  readonly conclude: () => Promise<Result<null>>;
  readonly verdict: Verdict;
  readonly blobs: readonly string[];
  /** Puts one of its blobs into the store of this machine, durably. */
  readonly keepBlob: (blob: string) => Promise<Result<unknown>>;
}

/** What was found in a bundle: its paths, and ids of seals at the end of one, which wait for the next seal. */
export interface Verdict {
  readonly paths: readonly LogPath[];
  readonly waitingSeals: readonly string[];
}

/** What one import did with the events it was given: received = known + added + quarantined + held + refused. */
export interface ImportCounts {
  readonly received: number;
  readonly known: number;
  readonly added: number;
  readonly quarantined: number;
  readonly held: number;
  readonly refused: number;
  /** Withheld bodies that came in. */
  readonly filled: number;
  /** Earlier events that this import brought into effect. */
  readonly released: number;
  /** Earlier events that this import took out of effect, or found worse than unsealed. */
  readonly demoted: number;
}

export const countsBalance = (counts: ImportCounts): boolean =>
  counts.received === counts.known + counts.added + counts.quarantined + counts.held + counts.refused;

/** Where the counts put seals that wait for the next one. */
export type WaitingSeals = Pick<ImportCounts, 'known' | 'added' | 'quarantined' | 'held'>;
export const noSeals: WaitingSeals = { known: 0, added: 0, quarantined: 0, held: 0 };
