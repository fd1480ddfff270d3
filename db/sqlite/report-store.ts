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
  readonly #statements;

  constructor(db: SqliteDatabase) {
    this.#statements = {
      gaps: db.prepare<[], GapRow>(
        `SELECT l.log, g.below + 1 AS "from", g.seq - 1 AS "to" FROM (
           SELECT log, seq, lag(seq, 1, 0) OVER (PARTITION BY log ORDER BY seq) AS below
           FROM (SELECT DISTINCT log, seq FROM events WHERE covered = 1)
         ) g JOIN logs l ON l.n = g.log WHERE g.seq > g.below + 1 ORDER BY l.log, g.seq`,
      ),
      logs: db.prepare<[], LogRow>(
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
    return this.#statements.gaps.all();
  }

  logs(): LogRow[] {
    return this.#statements.logs.all();
  }
}
