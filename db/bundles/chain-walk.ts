import type { HeaderLink } from '../log/header-line.ts';
import type { LogPath } from '../state/log-paths.ts';

/** Seqs below the highest sealed one of their log without a sealed event. */
export interface BundleGap {
  readonly log: string;
  readonly from: number;
  readonly to: number;
}

export interface WalkedChains {
  readonly paths: readonly LogPath[];
  readonly gaps: readonly BundleGap[];
  readonly events: number;
  readonly seals: number;
  /** Events that no seal in the bundle covers; each log's last seal is among them. */
  readonly unsealed: number;
  /** Seals at the end of a path, which wait for the next one to cover them: they state nothing of their own. */
  readonly waitingSeals: readonly string[];
}

/** Where a path begins. */
type PathStart = Pick<LogPath, 'log' | 'fromSeq' | 'prevOfFirst'>;

/** An event that something may follow or cover yet. Covered ones let go of what is below them, so little is held. */
interface Link {
  readonly id: string;
  readonly seq: number;
  readonly start: PathStart;
  readonly isSeal: boolean;
  below: Link | null;
  covered: boolean;
  hasChild: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Follows chains through events in (log, seq, id) order: paths, what seals cover, and where something is missing. */
export class ChainWalk {
  readonly #paths: LogPath[] = [];
  readonly #gaps: BundleGap[] = [];
  readonly #waitingSeals: string[] = [];
  /** Events of the seq before, and of this one: one each, but where a log forks. */
  #below: Link[] = [];
  #here: Link[] = [];
  #spans: Span[] = [];
  #log = '';
  #seq = 0;
  #id = '';
  #events = 0;
  #seals = 0;
  #unsealed = 0;

  /** Whether the event follows one before it, begins a path, or stands out of order. A seal must have been verified. */
  add(id: string, { log, seq, prev, type }: HeaderLink): 'follows' | 'begins' | 'out-of-order' {
    if (log !== this.#log || seq !== this.#seq) {
      if (log === this.#log ? seq < this.#seq : log < this.#log) return 'out-of-order';
      this.#step(log, seq);
    } else if (id <= this.#id) return 'out-of-order';
    this.#id = id;
    const parent = this.#parentOf(prev);
    if (parent) parent.hasChild = true;
    const start = parent ? parent.start : { log, fromSeq: seq, prevOfFirst: prev };
    const isSeal = type === 'log.seal';
    this.#here.push({ id, seq, start, isSeal, below: parent, covered: false, hasChild: false });
    this.#events += 1;
    this.#unsealed += 1;
    if (isSeal) {
      this.#seals += 1;
      this.#cover(parent);
    }
    return parent ? 'follows' : 'begins';
  }

  finish(): WalkedChains {
    this.#step('', 0);
    const [events, seals, unsealed] = [this.#events, this.#seals, this.#unsealed];
    return { paths: this.#paths, gaps: this.#gaps, events, seals, unsealed, waitingSeals: this.#waitingSeals };
  }

  #parentOf(prev: string): Link | null {
    for (const link of this.#below) if (link.id === prev) return link;
    return null;
  }

  /** Leaves the events of one seq behind; those without a child end a path. */
  #step(log: string, seq: number): void {
    const [below, here] = [this.#below, this.#here];
    this.#end(below);
    below.length = 0;
    if (log === this.#log && seq === this.#seq + 1) {
      this.#below = here;
      this.#here = below;
    } else {
      this.#end(here);
      here.length = 0;
    }
    if (log !== this.#log) this.#endLog();
    this.#log = log;
    this.#seq = seq;
  }

  #end(links: readonly Link[]): void {
    for (const { start, seq, id, isSeal, hasChild } of links) {
      if (hasChild) continue;
      this.#paths.push({ ...start, toSeq: seq, idOfLast: id });
      if (isSeal) this.#waitingSeals.push(id);
    }
  }

  #cover(top: Link | null): void {
    let from = top?.seq ?? 0;
    for (let link = top; link && !link.covered; ) {
      link.covered = true;
      this.#unsealed -= 1;
      from = link.seq;
      const { below } = link;
      link.below = null;
      link = below;
    }
    if (!top) return;
    const last = this.#spans.at(-1);
    if (last && last.to >= from - 1 && last.from <= from) {
      this.#spans[this.#spans.length - 1] = { from: last.from, to: Math.max(last.to, top.seq) };
    } else this.#spans.push({ from, to: top.seq });
  }

  #endLog(): void {
    let next = 1;
    for (const { from, to } of this.#spans.toSorted((a, b) => a.from - b.from)) {
      if (from > next) this.#gaps.push({ log: this.#log, from: next, to: from - 1 });
      next = Math.max(next, to + 1);
    }
    this.#spans = [];
  }
}
