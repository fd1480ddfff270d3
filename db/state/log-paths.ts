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

/** The paths of all logs, from links in (log, seq, id) order. Only the tips of two neighbouring seqs are kept in memory. */
export function pathsOf(chain: Iterable<ChainRow>): LogPath[] {
  const done: LogPath[] = [];
  let below = new Map<string, Tip>();
  let here = new Map<string, Tip>();
  let at = { log: '', seq: 0 };
  const step = (log: string, seq: number) => {
    for (const tip of below.values()) if (!tip.hasChild) done.push(tip.path);
    const follows = log === at.log && seq === at.seq + 1;
    if (!follows) for (const tip of here.values()) done.push(tip.path);
    below = follows ? here : new Map();
    here = new Map();
    at = { log, seq };
  };
  for (const { log, seq, id, prev } of chain) {
    if (log !== at.log || seq !== at.seq) step(log, seq);
    const parent = below.get(prev);
    if (parent) parent.hasChild = true;
    const start = parent ? parent.path : { log, fromSeq: seq, prevOfFirst: prev };
    here.set(id, { path: { ...start, toSeq: seq, idOfLast: id }, hasChild: false });
  }
  step('', 0);
  return done;
}

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
