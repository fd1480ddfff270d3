import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { hear, hlcToText, textToHlc } from '../log/hlc.ts';
import { currentLog, endOwnLog, readHeard, type WriterPorts } from '../log/own-log.ts';
import { ARRIVING } from '../sqlite/event-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import { refreshRegisters } from '../state/refresh-registers.ts';
import { type Restated, restateLogs } from '../state/restate-logs.ts';
import { isQuarantined } from '../trust/status.ts';
import type { TrustFact } from '../trust/trust-facts.ts';
import { countsBalance, type ImportCounts } from './incoming.ts';
import type { Staged } from './stage-events.ts';

export interface Committed {
  readonly counts: ImportCounts;
  /** Subjects whose register may show something else now. */
  readonly changedSubjects: readonly string[];
}

type Ports = Pick<WriterPorts, 'stores' | 'key' | 'clock' | 'hasBlob'>;

/** Makes the staged events part of the record in one transaction: with statuses, registers, projections and hashes, or not at all. */
export function commitImport(ports: Ports, staged: Staged): Result<Committed> {
  const nothing = { added: 0, quarantined: 0, held: 0, refused: 0, filled: 0, released: 0, demoted: 0 };
  const { import: n, received, known } = staged;
  const found = ports.stores.blobs.absent().filter(ports.hasBlob);
  if (n === null && found.length === 0) return balanced({ received, known, ...nothing }, []);
  return ports.stores.transaction(() => {
    for (const blob of found) ports.stores.blobs.hold(blob, true);
    return n === null ? balanced({ received, known, ...nothing }, []) : takeIn(ports, n, staged);
  });
}

const balanced = (counts: ImportCounts, changedSubjects: readonly string[]): Result<Committed> =>
  countsBalance(counts) ? ok({ counts, changedSubjects }) : fail({ code: 'counts_unbalanced', ...counts });

function takeIn(ports: Ports, n: number, { received, known }: Staged): Result<Committed> {
  const { stores, clock, hasBlob } = ports;
  const logs = stores.staging.logs(n);
  const arrived = stores.staging.take(n, clock.wall());
  const facts: TrustFact[] = [];
  let heard = readHeard(stores);
  for (const { n: event, id, blobs, hlc, fact } of arrived) {
    heard = hear(heard, textToHlc(hlc), clock.wall());
    if (blobs !== '[]') for (const blob of JSON.parse(blobs)) stores.blobs.name(blob, hasBlob(blob));
    if (fact === null) continue;
    const stated = JSON.parse(fact) as TrustFact; // written by the staging of this import
    stores.trust.put(event, id, stated);
    facts.push(stated);
  }
  if (arrived.length > 0) stores.local.put('hlc', hlcToText(heard));
  const filled = fillBodies(stores, n);
  const restated = restateLogs(stores, { logs, facts });
  const subjects = new Set([...restated.subjects, ...filled.subjects]);
  refreshRegisters(stores, subjects);
  // An event of the own log that is not held here was written by a copy of this folder: both go on under logs of their own.
  const own = currentLog(ports);
  if (own && logs.includes(own.log)) endOwnLog(ports);
  stores.staging.end(n);
  const counts = { received, known, refused: 0, filled: filled.count, ...countChanges(restated) };
  return balanced(
    counts,
    [...subjects].map((subject) => stores.events.subjectText(subject)),
  );
}

function fillBodies(stores: Stores, n: number): { readonly count: number; readonly subjects: readonly number[] } {
  const bodies = stores.staging.bodies(n);
  for (const { event, body } of bodies) stores.events.fill(event, body);
  return { count: bodies.length, subjects: bodies.flatMap(({ subject }) => (subject === null ? [] : [subject])) };
}

function countChanges({
  changed,
}: Restated): Pick<ImportCounts, 'added' | 'quarantined' | 'held' | 'released' | 'demoted'> {
  const counts = { added: 0, quarantined: 0, held: 0, released: 0, demoted: 0 };
  for (const { from, to } of changed.values()) {
    if (from === ARRIVING) counts[to === 'admitted' ? 'added' : isQuarantined(to) ? 'quarantined' : 'held'] += 1;
    else if (to === 'admitted') counts.released += 1;
    else if (from === 'admitted' || from === 'unsealed') counts.demoted += 1;
  }
  return counts;
}
