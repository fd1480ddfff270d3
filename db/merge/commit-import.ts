import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { hlcToText, laterOf } from '../log/hlc.ts';
import { currentLog, endOwnLog, readHeard, type WriterPorts } from '../log/own-log.ts';
import type { Stores } from '../sqlite/stores.ts';
import { refreshRegisters } from '../state/refresh-registers.ts';
import type { Judgement } from '../state/restate-logs.ts';
import { changesSince, whatIsShown } from './import-changes.ts';
import { countsBalance, type ImportCounts } from './incoming.ts';
import { type Prepared, putFacts } from './prepare-import.ts';
import type { Staged } from './stage-events.ts';

export interface Committed {
  readonly counts: ImportCounts;
  /** How many events were judged one by one; where nothing is in dispute only the ends of logs are. */
  readonly judged: number;
  /** How many rows the transaction that made the import count had to touch one by one: what an answer given meanwhile waits for. */
  readonly work: number;
}

type Ports = Pick<WriterPorts, 'stores' | 'key' | 'hasBlob' | 'clock'>;

/** Nothing new came: at most blobs that were missed until now are found. */
export function commitNothing(
  { stores, hasBlob }: Ports,
  { received, known }: Pick<Staged, 'received' | 'known'>,
): Result<Committed> {
  const found = stores.blobs.absent().filter(hasBlob);
  const nothing = { added: 0, quarantined: 0, held: 0, refused: 0, filled: 0, released: 0, demoted: 0 };
  const counted = balanced({ received, known, ...nothing }, found.length, 0);
  if (found.length === 0) return counted;
  return stores.transaction(() => {
    for (const blob of found) stores.blobs.hold(blob, true);
    return counted;
  });
}

const balanced = (counts: ImportCounts, work: number, judged: number): Result<Committed> =>
  countsBalance(counts) ? ok({ counts, work, judged }) : fail({ code: 'counts_unbalanced', ...counts });

/**
 * Makes the prepared import count by raising one number, in one short transaction: beside it only what cannot be seen to change before, the facts
 * of trust, events that were here and become another thing, and rows of subjects that something shows of already. Runs inside a transaction.
 */
export function switchOver(ports: Ports, n: number, staged: Staged, prepared: Prepared): Result<Committed> {
  const { stores, hasBlob, clock } = ports;
  const { received, known, arrivals, facts, heard } = staged;
  const { restated, added, quarantined, held } = prepared;
  const bodies = stores.staging.bodies(n);
  const before = whatIsShown(stores, [...prepared.subjects, ...stores.generation.noted(), ...subjectsOf(bodies)]);
  const found = stores.blobs.absent().filter(hasBlob);
  for (const blob of found) stores.blobs.hold(blob, true);
  for (const blob of staged.blobs) stores.blobs.name(blob, hasBlob(blob));
  for (const { row, standing } of restated) stores.events.restate(row, standing);
  // An event of the own log that is not held here was written by a copy of this folder, or by a forger: the machine goes on under another
  // log, which continues the last event that it holds itself. Asked before the others count.
  const own = currentLog(ports);
  if (own && arrivals.has(own.log)) endOwnLog(ports);
  stores.generation.epoch += 1;
  stores.generation.advance();
  stores.events.advanced(prepared.straight);
  for (const log of arrivals.keys()) {
    const n = stores.events.logNumber(log);
    if (prepared.straight) stores.report.hasNoGap(n);
    else stores.events.coverChanged.add(n);
  }
  stores.sums.takeAhead();
  putFacts(stores, facts);
  if (added + quarantined + held > 0) stores.local.put('hlc', hlcToText(laterOf(readHeard(stores), heard)));
  for (const { event, body } of bodies) stores.events.fill(event, body);
  refreshRegisters(stores, before.keys());
  stores.changes.keep(clock.wall(), changesSince(stores, before));
  stores.staging.take(n, { events: received, waitingSeals: staged.verdict.waitingSeals.length });
  const counts = { received, known, refused: 0, filled: bodies.length, added, quarantined, held };
  const work = found.length + staged.blobs.size + restated.length + facts.length + bodies.length + before.size;
  return balanced({ ...counts, ...countRestated(restated) }, work, prepared.judged);
}

const subjectsOf = (bodies: ReturnType<Stores['staging']['bodies']>): readonly number[] =>
  bodies.flatMap(({ subject }) => (subject === null ? [] : [subject]));

function countRestated(restated: readonly Judgement[]): Pick<ImportCounts, 'released' | 'demoted'> {
  const counts = { released: 0, demoted: 0 };
  for (const { row, standing } of restated) {
    if (row.status === standing.status) continue;
    if (standing.status === 'admitted') counts.released += 1;
    else if (row.status === 'admitted' || row.status === 'unsealed') counts.demoted += 1;
  }
  return counts;
}
