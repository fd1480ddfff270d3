import type { LogId } from '../../vocabulary/ids.ts';
import { logId } from '../../vocabulary/ids.ts';
import type { RevocationStatement, WitnessHead } from '../log/trust-bodies.ts';
import type { Witness } from '../trust/compute-statuses.ts';
import type { DeviceCertificate, TrustFact } from '../trust/trust-facts.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

interface WitnessRow {
  readonly event: number;
  readonly by: string;
  readonly id: string;
  readonly key: string | null;
  readonly log: string;
  readonly seq: number;
  readonly head: string;
  readonly seen: number;
}

/** What a fact is about: a key, for a vouch a log, for a witness nothing (its heads stand in a table of their own). */
const aboutOf = (fact: TrustFact): string =>
  fact.kind === 'vouch' ? fact.address.log : fact.kind === 'witness' ? '' : fact.key;

/** Verified facts of trust, taken out of the events once, so that a signature is not checked again at every import. */
export class TrustStore {
  readonly #db: SqliteDatabase;
  readonly #statements;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    const lazy = lazily(db);
    this.#statements = {
      put: lazy.prepare(
        'INSERT OR IGNORE INTO facts (event, log, id, kind, about, fact) VALUES (?, (SELECT log FROM events WHERE n = ?), ?, ?, ?, ?)',
      ),
      putHead: lazy.prepare('INSERT INTO witness_heads (event, log, seq, id, seen) VALUES (?, ?, ?, ?, ?)'),
      setKey: lazy.prepare('UPDATE logs SET key = ? WHERE n = (SELECT log FROM events WHERE n = ?) AND key IS NULL'),
      about: lazy.prepare<[string], { kind: TrustFact['kind']; fact: string }>(
        'SELECT DISTINCT kind, fact FROM facts WHERE about = ?',
      ),
      seals: lazy.prepare<[string], { id: string }>(
        "SELECT f.id FROM facts f JOIN logs l ON l.n = f.log WHERE l.log = ? AND f.kind = 'seal'",
      ),
      key: lazy.prepare<[string], { key: string | null }>('SELECT key FROM logs WHERE log = ?'),
      logsOfKey: lazy.prepare<[string], { log: string }>('SELECT log FROM logs WHERE key = ?'),
      witnessedBy: lazy.prepare<[string], { log: string }>(
        'SELECT DISTINCT h.log FROM witness_heads h JOIN facts f ON f.event = h.event JOIN logs l ON l.n = f.log WHERE l.log = ?',
      ),
      witnesses: lazy.prepare<[string, string], WitnessRow>(
        `SELECT h.event, l.log AS by, f.id, l.key, h.log, h.seq, h.id AS head, h.seen
         FROM witness_heads h JOIN facts f ON f.event = h.event JOIN logs l ON l.n = f.log
         WHERE h.log IN (SELECT value FROM json_each(?)) OR l.log IN (SELECT value FROM json_each(?))`,
      ),
      witnessedByKey: lazy.prepare<[string, string], { n: number }>(
        'SELECT h.event AS n FROM witness_heads h JOIN events e ON e.n = h.event JOIN logs l ON l.n = e.log WHERE h.id = ? AND l.key = ?',
      ),
      witnessedFrom: lazy.prepare<[string, number], { n: number }>(
        'SELECT event AS n FROM witness_heads WHERE log = ? AND seq >= ? LIMIT 1',
      ),
      lastSeen: lazy.prepare<[string], { seen: number | null }>(
        'SELECT max(seen) AS seen FROM witness_heads WHERE log = ?',
      ),
      admitted: lazy.prepare<[string], { n: number }>(
        "SELECT e.n FROM facts f JOIN events e ON e.n = f.event WHERE f.id = ? AND e.status = 'admitted' AND e.covered = 1",
      ),
    };
  }

  put(event: number, id: string, fact: TrustFact): void {
    const text = fact.kind === 'witness' ? '' : JSON.stringify(fact);
    this.#statements.put.run(event, event, id, fact.kind, aboutOf(fact), text);
    if (fact.kind === 'seal') this.#statements.setKey.run(fact.key, event);
    if (fact.kind !== 'witness') return;
    for (const head of fact.heads) this.#statements.putHead.run(event, head.log, head.seq, head.id, head.seen);
  }

  clear(): void {
    this.#db.exec('DELETE FROM witness_heads; DELETE FROM facts; UPDATE logs SET key = NULL WHERE own = 0;');
  }

  #facts(about: string): readonly TrustFact[] {
    return this.#statements.about.all(about).map((row) => decode(row.kind, row.fact));
  }

  certificatesOf(key: string): DeviceCertificate[] {
    const certificates = this.#facts(key).flatMap((fact) =>
      (fact.kind === 'seal' || fact.kind === 'certificate') && fact.certificate ? [fact.certificate] : [],
    );
    return [...new Map(certificates.map((one) => [JSON.stringify(one), one])).values()];
  }

  revocationsOf(key: string): RevocationStatement[] {
    return this.#facts(key).flatMap((fact) => (fact.kind === 'revocation' ? [fact.statement] : []));
  }

  vouchedIn(log: string): string[] {
    return this.#facts(log).flatMap((fact) => (fact.kind === 'vouch' ? [fact.address.id] : []));
  }

  sealsOf(log: string): Set<string> {
    return new Set(this.#statements.seals.all(log).map((row) => row.id));
  }

  keyOf(log: string): string | null {
    return this.#statements.key.get(log)?.key ?? null;
  }

  logsOfKey(key: string): LogId[] {
    return this.#statements.logsOfKey.all(key).map((row) => logId.parse(row.log));
  }

  /** The logs that witnesses standing in this log name. */
  witnessedBy(log: string): LogId[] {
    return this.#statements.witnessedBy.all(log).map((row) => logId.parse(row.log));
  }

  /** Witnesses that stand in one of the logs or name one of them. */
  witnessesAbout(logs: readonly string[]): Witness[] {
    const list = JSON.stringify(logs);
    const rows = this.#statements.witnesses.all(list, list);
    return [...Map.groupBy(rows, (row) => row.event).values()].flatMap((heads) => {
      const [first] = heads;
      return first ? [{ log: logId.parse(first.by), id: first.id, key: first.key, heads: heads.map(toHead) }] : [];
    });
  }

  isWitnessedBy(head: string, key: string): boolean {
    return this.#statements.witnessedByKey.get(head, key) !== undefined;
  }

  /** Whether any witness names an event of the log at or above a seq. */
  isWitnessedFrom(log: string, seq: number): boolean {
    return this.#statements.witnessedFrom.get(log, seq) !== undefined;
  }

  /** When a witness last saw anything of a log; minus infinity where none did. */
  lastSeenOf(log: string): number {
    return this.#statements.lastSeen.get(log)?.seen ?? Number.NEGATIVE_INFINITY;
  }

  isAdmittedWitness(id: string): boolean {
    return this.#statements.admitted.get(id) !== undefined;
  }
}

const toHead = (row: WitnessRow): WitnessHead =>
  ({ log: row.log, seq: row.seq, id: row.head, seen: row.seen }) as WitnessHead;

/** Written by `put` above, in this encrypted database. */
const decode = (kind: TrustFact['kind'], text: string): TrustFact =>
  kind === 'witness' ? { kind, heads: [] } : (JSON.parse(text) as TrustFact);
