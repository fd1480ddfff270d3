import type { Severity } from '../../vocabulary/verdict.ts';
import { pairsQuery } from '../projections/words.ts';
import type { Generation } from './generation.ts';
import type { SqliteDatabase } from './open-database.ts';

/** One line of a list of findings. `at` and `n` say where the next page goes on. */
export interface ListedFinding {
  readonly at: number;
  readonly n: number;
  readonly finding: string;
  readonly inspection: string;
  readonly item: string;
  readonly placeId: string | null;
  readonly fact: string;
  readonly severity: Severity;
}

/** A page of the findings of one mine in one state, the newest first. */
export interface FindingPage {
  readonly mine: string;
  readonly state: string;
  /** The last line of the page before; null for the first page. */
  readonly after: Pick<ListedFinding, 'at' | 'n'> | null;
  /** Only those whose text holds this; empty for all. */
  readonly holding: string;
  readonly limit: number;
}

const COLUMNS = 'wall AS at, subject AS n, finding, inspection, item, placeId, fact, severity';
/** Named, so that it can never happen unseen that a page is looked up row by row. */
const PAGE = `SELECT ${COLUMNS} FROM p_findings INDEXED BY p_findings_1
  WHERE mine = ? AND state = ? AND (wall, subject) < (?, ?) AND generation <= ? AND (? = '' OR instr(fact, ?) > 0)
  ORDER BY wall DESC, subject DESC LIMIT ?`;
const SEARCH = `SELECT ${COLUMNS} FROM w_findings w JOIN p_findings f ON f.subject = w.rowid
  WHERE w_findings MATCH ? AND f.generation <= ? ORDER BY w.rowid DESC LIMIT ?`;

/** Findings over all inspections: pages that no number of findings makes slower, and a search over all mines. */
export class FindingList {
  /** What is asked of the database, so that a test can ask how it answers. */
  readonly sql = { page: PAGE, search: SEARCH } as const;
  readonly #generation: Generation;
  readonly #statements;

  constructor(db: SqliteDatabase, generation: Generation) {
    this.#generation = generation;
    this.#statements = {
      page: db.prepare<unknown[], ListedFinding>(PAGE),
      search: db.prepare<[string, number, number], ListedFinding>(SEARCH),
    };
  }

  page({ mine, state, after, holding, limit }: FindingPage): ListedFinding[] {
    const { at, n } = after ?? { at: Number.MAX_SAFE_INTEGER, n: 0 };
    const text = holding.normalize('NFC');
    return this.#statements.page.all(mine, state, at, n, this.#generation.looking, text, text, limit);
  }

  /** The findings of any mine whose text holds a phrase, those last heard of first. */
  search(phrase: string, limit: number): ListedFinding[] {
    const query = pairsQuery(phrase);
    return query === null ? [] : this.#statements.search.all(query, this.#generation.looking, limit);
  }
}
