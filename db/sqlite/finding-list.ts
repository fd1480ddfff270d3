import type { Severity } from '../../vocabulary/verdict.ts';
import { loneSign, searchQuery } from '../projections/words.ts';
import type { Generation } from './generation.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/** One line of a list of findings. `at` and `n` say where the next page goes on. */
export interface ListedFinding {
  readonly at: number;
  readonly n: number;
  readonly finding: string;
  readonly inspection: string;
  readonly item: string;
  readonly placeId: string | null;
  readonly assessment: string | null;
  readonly mine: string | null;
  readonly fact: string;
  readonly severity: Severity;
  readonly state: string;
}

interface Page {
  /** The last line of the page before; null for the first page. */
  readonly after: Pick<ListedFinding, 'at' | 'n'> | null;
  readonly limit: number;
}

/** A page of the findings of one mine in one state, the newest first. */
export interface MinePage extends Page {
  readonly mine: string;
  readonly state: string;
  /** Only those whose text holds this; empty for all. */
  readonly holding: string;
}

/** A page of all findings, or of those of one gravity, the newest first. */
export interface NewestPage extends Page {
  readonly severity: Severity | null;
}

/** The findings of any mine whose text holds a phrase, those last heard of first. */
export interface SearchPage extends NewestPage {
  readonly phrase: string;
}

const COLUMNS = 'wall AS at, subject AS n, finding, inspection, item, placeId, assessment, mine, fact, severity, state';
const NEWEST_FIRST = 'ORDER BY wall DESC, subject DESC LIMIT ?';
const FROM_HERE = '(wall, subject) < (?, ?) AND generation <= ?';
// The indexes are named, so that it can never happen unseen that a page is looked up row by row or sorted.
const MINE = `SELECT ${COLUMNS} FROM p_findings INDEXED BY p_findings_1
  WHERE mine = ? AND state = ? AND ${FROM_HERE} ${NEWEST_FIRST}`;
const HOLDING = `SELECT ${COLUMNS} FROM p_findings WHERE subject IN (
    SELECT subject FROM p_findings INDEXED BY p_findings_2
    WHERE mine = ? AND state = ? AND ${FROM_HERE} AND instr(fact, ?) > 0 ${NEWEST_FIRST})
  ORDER BY wall DESC, subject DESC`;
const NEWEST = `SELECT ${COLUMNS} FROM p_findings INDEXED BY p_findings_4 WHERE ${FROM_HERE} ${NEWEST_FIRST}`;
const GRAVE = `SELECT ${COLUMNS} FROM p_findings INDEXED BY p_findings_3
  WHERE severity = ? AND ${FROM_HERE} ${NEWEST_FIRST}`;
const SEARCH = `SELECT ${COLUMNS} FROM w_findings w JOIN p_findings f ON f.subject = w.rowid
  WHERE w_findings MATCH ? AND w.rowid < ? AND f.generation <= ? AND f.severity = coalesce(?, f.severity)
  ORDER BY w.rowid DESC LIMIT ?`;
/** So many of the last findings are looked through for a single character before the search table is asked, which goes through all that hold it. */
const LOOKED_THROUGH = 2000;
const NEAREST = `SELECT ${COLUMNS} FROM (
    SELECT wall, subject, finding, inspection, item, placeId, assessment, mine, fact, severity, state
    FROM p_findings WHERE subject < ? AND generation <= ? ORDER BY subject DESC LIMIT ${LOOKED_THROUGH})
  WHERE instr(fact, ?) > 0 AND severity = coalesce(?, severity) LIMIT ?`;
const COUNTS = `SELECT severity, count(*) AS count FROM p_findings INDEXED BY p_findings_3
  WHERE generation <= ? GROUP BY severity`;

/** Findings over all inspections: pages that no number of findings makes slower, and a search over all mines. */
export class FindingList {
  /** What is asked of the database, so that a test can ask how it answers. */
  readonly sql = {
    mine: MINE,
    holding: HOLDING,
    newest: NEWEST,
    grave: GRAVE,
    search: SEARCH,
    nearest: NEAREST,
    counts: COUNTS,
  } as const;
  readonly #generation: Generation;
  readonly #statements;

  constructor(db: SqliteDatabase, generation: Generation) {
    this.#generation = generation;
    const lazy = lazily(db);
    const prepare = (sql: string) => lazy.prepare<unknown[], ListedFinding>(sql);
    this.#statements = {
      mine: prepare(MINE),
      holding: prepare(HOLDING),
      newest: prepare(NEWEST),
      grave: prepare(GRAVE),
      search: prepare(SEARCH),
      nearest: prepare(NEAREST),
      counts: lazy.prepare<[number], { severity: Severity; count: number }>(COUNTS),
    };
  }

  ofMine({ mine, state, after, holding, limit }: MinePage): ListedFinding[] {
    const from = [mine, state, ...this.#from(after)];
    if (holding === '') return this.#statements.mine.all(...from, limit);
    return this.#statements.holding.all(...from, holding.normalize('NFC'), limit);
  }

  newest({ severity, after, limit }: NewestPage): ListedFinding[] {
    const from = [...this.#from(after), limit];
    return severity === null ? this.#statements.newest.all(...from) : this.#statements.grave.all(severity, ...from);
  }

  search({ phrase, severity, after, limit }: SearchPage): ListedFinding[] {
    const query = searchQuery(phrase);
    if (query === null) return [];
    const before = after?.n ?? Number.MAX_SAFE_INTEGER;
    const { looking } = this.#generation;
    const sign = loneSign(phrase);
    const near = sign === null ? [] : this.#statements.nearest.all(before, looking, sign, severity, limit);
    return near.length === limit ? near : this.#statements.search.all(query, before, looking, severity, limit);
  }

  /** How many there are of each gravity. */
  counts(): Readonly<Record<Severity, number>> {
    const counted = this.#statements.counts.all(this.#generation.looking);
    const of = (severity: Severity) => counted.find((row) => row.severity === severity)?.count ?? 0;
    return { major: of('major'), general: of('general') };
  }

  #from(after: Page['after']): readonly number[] {
    return [after?.at ?? Number.MAX_SAFE_INTEGER, after?.n ?? 0, this.#generation.looking];
  }
}
