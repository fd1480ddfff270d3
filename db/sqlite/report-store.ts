import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

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

/** Questions about all logs at once. */
export class ReportStore {
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
      numbers: lazy.prepare<[], { n: number }>('SELECT n FROM logs ORDER BY log'),
      logs: lazy.prepare<[], LogRow>(
        `SELECT l.log, max(e.seq) AS highest, max(e.seq * e.covered) AS sealedTo,
           sum(e.status = 'admitted') AS admitted, sum(e.status = 'unsealed') AS unsealed,
           sum(e.status LIKE 'quarantined:%') AS quarantined,
           coalesce((SELECT max(h.seq) FROM witness_heads h JOIN events w ON w.n = h.event JOIN logs k ON k.n = w.log
             WHERE h.log = l.log AND w.status = 'admitted' AND w.covered = 1 AND k.key IS NOT l.key), 0) AS witnessedTo
         FROM events e JOIN logs l ON l.n = e.log GROUP BY l.n ORDER BY l.log`,
      ),
    };
  }

  gaps(): GapRow[] {
    for (const log of this.#coverChanged) this.#gaps.delete(log);
    this.#coverChanged.clear();
    return this.#statements.numbers.all().flatMap(({ n }) => this.#gapsOf(n));
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

  logs(): LogRow[] {
    return this.#statements.logs.all();
  }
}
