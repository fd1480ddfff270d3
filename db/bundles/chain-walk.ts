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

/** An event that no seal covers yet. Covered ones let go of what is below them, so little is held. */
interface Link {
  readonly seq: number;
  below: Link | null;
  covered: boolean;
}

interface Tip {
  readonly path: LogPath;
  readonly link: Link;
  readonly isSeal: boolean;
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
  #below = new Map<string, Tip>();
  #here = new Map<string, Tip>();
  #spans: Span[] = [];
  #at = { log: '', seq: 0, id: '' };
  #events = 0;
  #seals = 0;
  #unsealed = 0;

  /** Whether the event follows one before it, begins a path, or stands out of order. A seal must have been verified. */
  add(id: string, { log, seq, prev, type }: HeaderLink): 'follows' | 'begins' | 'out-of-order' {
    if (!this.#rises(log, seq, id)) return 'out-of-order';
    if (log !== this.#at.log || seq !== this.#at.seq) this.#step(log, seq);
    this.#at = { log, seq, id };
    const parent = this.#below.get(prev);
    if (parent) parent.hasChild = true;
    const start = parent ? parent.path : { log, fromSeq: seq, prevOfFirst: prev };
    const link: Link = { seq, below: parent?.link ?? null, covered: false };
    const path = { ...start, toSeq: seq, idOfLast: id };
    this.#here.set(id, { path, link, isSeal: type === 'log.seal', hasChild: false });
    this.#events += 1;
    this.#unsealed += 1;
    if (type === 'log.seal') {
      this.#seals += 1;
      this.#cover(link.below);
    }
    return parent ? 'follows' : 'begins';
  }

  finish(): WalkedChains {
    this.#step('', 0);
    const [events, seals, unsealed] = [this.#events, this.#seals, this.#unsealed];
    return { paths: this.#paths, gaps: this.#gaps, events, seals, unsealed, waitingSeals: this.#waitingSeals };
  }

  #rises(log: string, seq: number, id: string): boolean {
    const at = this.#at;
    if (log !== at.log) return log > at.log;
    return seq > at.seq || (seq === at.seq && id > at.id);
  }

  /** Leaves the events of one seq behind; those without a child end a path. */
  #step(log: string, seq: number): void {
    this.#end(this.#below);
    const follows = log === this.#at.log && seq === this.#at.seq + 1;
    if (!follows) this.#end(this.#here);
    this.#below = follows ? this.#here : new Map();
    this.#here = new Map();
    if (log !== this.#at.log) this.#endLog();
  }

  #end(tips: Map<string, Tip>): void {
    for (const { path, isSeal, hasChild } of tips.values()) {
      if (hasChild) continue;
      this.#paths.push(path);
      if (isSeal) this.#waitingSeals.push(path.idOfLast);
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
      if (from > next) this.#gaps.push({ log: this.#at.log, from: next, to: from - 1 });
      next = Math.max(next, to + 1);
    }
    this.#spans = [];
  }
}
