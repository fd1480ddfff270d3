import type { EventRecord } from '../../db/record.ts';
import type { ReportGas } from '../../reports/gas-areas.ts';
import { fillCitations, type TypedArticles } from '../../rules/citations.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { readAreas } from './area-rows.ts';
import { readAssessments } from './assessment-rows.ts';

/** Areas, chains and drainage units of a mine as they stand, judged by the law of the day; articles that officers typed put in. */
export function reportGas(record: EventRecord, mine: string, at: EpochMs, typed: TypedArticles): ReportGas {
  const { areas, chains } = readAreas(record, mine, at);
  const filled = (verdict: Verdict): Verdict => ({ ...verdict, citations: fillCitations(verdict.citations, typed) });
  return {
    areas,
    chains: chains.map((row) => ({
      ...row,
      verdict: filled(row.verdict),
      cycles: row.cycles && filled(row.cycles),
      indices: row.indices.map((index) => ({ ...index, verdict: filled(index.verdict) })),
    })),
    units: readAssessments(record)
      .filter((row) => row.mine === mine)
      .map(({ face, name, year, quarter, conclusion }) => ({
        face,
        name,
        year,
        quarter,
        result: conclusion && !conclusion.outdated ? conclusion : null,
      })),
  };
}
