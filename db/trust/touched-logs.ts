import type { LogId } from '../../vocabulary/ids.ts';
import type { TrustFact } from './trust-facts.ts';

/** What is held about keys and witnesses, the arriving facts included. */
export interface TouchPorts {
  readonly logsOfKey: (key: string) => readonly LogId[];
  /** The logs that witnesses standing in this log name. */
  readonly witnessedBy: (log: LogId) => readonly LogId[];
}

/** The logs whose statuses can change: those of arriving events, of every key or log that a trust fact names, and whatever
 *  a touched log's witnesses name, until nothing is added. No other log needs to be looked at. */
export function touchedLogs(
  arrived: { readonly logs: Iterable<LogId>; readonly facts: readonly TrustFact[] },
  ports: TouchPorts,
): Set<LogId> {
  const touched = new Set(arrived.logs);
  for (const fact of arrived.facts) for (const log of namedBy(fact, ports)) touched.add(log);
  const open = [...touched];
  for (let log = open.pop(); log !== undefined; log = open.pop()) {
    for (const named of ports.witnessedBy(log)) {
      if (!touched.has(named)) open.push(named);
      touched.add(named);
    }
  }
  return touched;
}

function namedBy(fact: TrustFact, ports: TouchPorts): readonly LogId[] {
  if (fact.kind === 'vouch') return [fact.address.log];
  return fact.kind === 'witness' ? fact.heads.map((head) => head.log) : ports.logsOfKey(fact.key);
}
