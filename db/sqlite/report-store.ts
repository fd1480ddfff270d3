import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';
import type { PathStore } from './path-store.ts';

interface GapRow {
  readonly log: string;
  readonly from: number;
  readonly to: number;
}

interface LogRow {
  readonly log: string;
  readonly highest: number;
  readonly sealedTo: number;
  readonly admitted: number;
  readonly unsealed: number;
  readonly quarantined: number;
  readonly witnessedTo: number;
}

interface SealedRow {
  readonly log: string;
  readonly sealedTo: number;
  readonly witnessedTo: number;
}

interface OpeningRow {
  readonly log: string;
  readonly body: string;
}

interface SetApartRow {
  readonly log: string;
  readonly unsealed: number;
  readonly quarantined: number;
}

/** The greatest sealed seq is looked for from the end of each log on, so that few events are looked at. */
const LOGS = `SELECT l.log,
    coalesce((SELECT e.seq FROM events e WHERE e.log = l.n AND e.covered = 1 ORDER BY e.seq DESC LIMIT 1), 0) AS sealedTo,
    coalesce((SELECT max(h.seq) FROM witness_heads h JOIN events w ON w.n = h.event JOIN logs k ON k.n = w.log
      WHERE h.log = l.log AND w.status = 'admitted' AND w.covered = 1 AND k.key IS NOT l.key), 0) AS witnessedTo
  FROM logs l ORDER BY l.log`;
const SET_APART = `SELECT l.log, sum(e.status = 'unsealed') AS unsealed, sum(e.status <> 'unsealed') AS quarantined
  FROM events e JOIN logs l ON l.n = e.log WHERE e.status <> 'admitted' GROUP BY l.n`;

/** Questions about all logs at once. */
export class ReportStore {
  /** What is asked of the database, so that a test can ask how it answers. */
  readonly sql = { logs: LOGS, setApart: SET_APART } as const;
  readonly #coverChanged: Set<number>;
  readonly #gaps = new Map<number, readonly GapRow[]>();
  readonly #statements;

  /** Gaps are kept for each log until something in it is covered or uncovered: an import asks for all of them. */
  constructor(db: SqliteDatabase, coverChanged: Set<number>) {
    this.#coverChanged = coverChanged;
    const lazy = lazily(db);
    this.#statements = {
      gaps: lazy.prepare<[number], GapRow>(
        `SELECT l.log, g.below + 1 AS "from", g.seq - 1 AS "to" FROM (
           SELECT log, seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS below
           FROM (SELECT DISTINCT log, seq FROM events WHERE log = ? AND covered = 1)
         ) g JOIN logs l ON l.n = g.log WHERE g.seq > g.below + 1 ORDER BY g.seq`,
      ),
      numbers: lazy.prepare<[], { n: number; log: string }>('SELECT n, log FROM logs ORDER BY log'),
      logs: lazy.prepare<[], SealedRow>(LOGS),
      setApart: lazy.prepare<[], SetApartRow>(SET_APART),
      above: lazy.prepare<[string, number], { count: number }>(
        `SELECT count(*) AS count FROM events
         WHERE log = (SELECT n FROM logs WHERE log = ?) AND seq > ? AND covered = 0 AND type <> 'log.seal'`,
      ),
      openings: lazy.prepare<[], OpeningRow>(
        "SELECT l.log, e.body FROM logs l JOIN events e ON e.log = l.n AND e.seq = 1 WHERE e.type = 'log.open' AND e.hole = 0",
      ),
    };
  }

  /** `isWhole`: logs of which it is known without looking that they have none. */
  gaps(isWhole: (log: string) => boolean): GapRow[] {
    for (const log of this.#coverChanged) this.#gaps.delete(log);
    this.#coverChanged.clear();
    return this.#statements.numbers.all().flatMap(({ n, log }) => (isWhole(log) ? [] : this.#gapsOf(n)));
  }

  /** How many events of a log above a seq no seal covers, seals left out. */
  unsealedAbove(log: string, seq: number): number {
    return this.#statements.above.get(log, seq)?.count ?? 0;
  }

  /** What the first events of all logs say. */
  openings(): OpeningRow[] {
    return this.#statements.openings.all();
  }

  /** A log is known to have no gap, so that nobody needs to look. */
  hasNoGap(log: number): void {
    this.#coverChanged.delete(log);
    this.#gaps.set(log, []);
  }

  #gapsOf(log: number): readonly GapRow[] {
    const known = this.#gaps.get(log) ?? this.#statements.gaps.all(log);
    this.#gaps.set(log, known);
    return known;
  }

  /** Every log that has events. How many there are is known from the paths; only those set apart and the ends of the logs are looked at. */
  logs(kept: ReturnType<PathStore['logs']>): LogRow[] {
    const setApart = new Map(this.#statements.setApart.all().map((row) => [row.log, row]));
    return this.#statements.logs.all().flatMap(({ log, sealedTo, witnessedTo }) => {
      const known = kept.get(log);
      if (!known) return [];
      const { unsealed, quarantined } = setApart.get(log) ?? { unsealed: 0, quarantined: 0 };
      const highest = known.paths.reduce((most, path) => Math.max(most, path.toSeq), 0);
      const admitted = known.events - unsealed - quarantined;
      return [{ log, highest, sealedTo, admitted, unsealed, quarantined, witnessedTo }];
    });
  }
}
