import { sha256 } from '../log/sha256.ts';
import type { ChainRow } from '../sqlite/event-store.ts';

/** One path of a log: from the first held event of a segment to one leaf. */
export interface LogPath {
  readonly log: string;
  readonly fromSeq: number;
  readonly prevOfFirst: string;
  readonly toSeq: number;
  readonly idOfLast: string;
}

interface Tip {
  readonly path: LogPath;
  hasChild: boolean;
}

/** Finds the paths of all logs from links in order of seq and id, log by log. Only the tips of two neighbouring seqs are kept in memory. */
export class PathWalk {
  readonly #done: LogPath[] = [];
  #below = new Map<string, Tip>();
  #here = new Map<string, Tip>();
  #at = { log: '', seq: 0 };

  add({ log, seq, id, prev }: ChainRow): void {
    if (log !== this.#at.log || seq !== this.#at.seq) this.#step(log, seq);
    const parent = this.#below.get(prev);
    if (parent) parent.hasChild = true;
    const start = parent ? parent.path : { log, fromSeq: seq, prevOfFirst: prev };
    this.#here.set(id, { path: { ...start, toSeq: seq, idOfLast: id }, hasChild: false });
  }

  finish(): LogPath[] {
    this.#step('', 0);
    return this.#done;
  }

  #step(log: string, seq: number): void {
    for (const tip of this.#below.values()) if (!tip.hasChild) this.#done.push(tip.path);
    const follows = log === this.#at.log && seq === this.#at.seq + 1;
    if (!follows) for (const tip of this.#here.values()) this.#done.push(tip.path);
    this.#below = follows ? this.#here : new Map();
    this.#here = new Map();
    this.#at = { log, seq };
  }
}

/** The paths of all logs at once, and how many events they were walked by. */
export function walkPaths(chain: Iterable<ChainRow>): { readonly paths: LogPath[]; readonly events: number } {
  const walk = new PathWalk();
  let events = 0;
  for (const link of chain) {
    walk.add(link);
    events += 1;
  }
  return { paths: walk.finish(), events };
}

export const pathsOf = (chain: Iterable<ChainRow>): LogPath[] => walkPaths(chain).paths;

/** `log fromSeq prevOfFirst toSeq idOfLast`, as ranges stand in a bundle. */
export const pathLine = ({ log, fromSeq, prevOfFirst, toSeq, idOfLast }: LogPath): string =>
  `${log} ${fromSeq} ${prevOfFirst} ${toSeq} ${idOfLast}`;

export const sortedPathLines = (paths: readonly LogPath[]): string[] => paths.map(pathLine).sort();

/** The hash of all held events, whatever their status. */
export const logHashOf = (paths: readonly LogPath[]): string =>
  sha256(
    sortedPathLines(paths)
      .map((line) => `${line}\n`)
      .join(''),
  );
