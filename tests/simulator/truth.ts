import { parseStoredHeader } from '../../db/log/stored-event.ts';
import type { EventRow } from '../../db/sqlite/event-store.ts';

// What must be so, computed the long way round from nothing but the events held: no code of the product's judgement is used here.

interface Range {
  readonly log: string;
  readonly from: number;
  readonly to: number;
}

const prevOf = (row: EventRow): string => parseStoredHeader(row.header).prev;

/** Everything a seal proves to exist and that is not here. */
export function gapsByHand(rows: readonly EventRow[]): Range[] {
  const byLog = Map.groupBy(rows, (row) => row.log);
  return [...byLog].flatMap(([log, events]) => {
    const byId = new Map(events.map((event) => [event.id as string, event]));
    const covered = new Set<number>();
    for (const seal of events.filter((event) => event.type === 'log.seal'))
      for (let one = byId.get(prevOf(seal)); one; one = byId.get(prevOf(one))) covered.add(one.seq);
    const missing = Array.from({ length: Math.max(0, ...covered) }, (_, at) => at + 1).filter(
      (seq) => !covered.has(seq),
    );
    return rangesOf(log, missing);
  });
}

function rangesOf(log: string, seqs: readonly number[]): Range[] {
  const ranges: { log: string; from: number; to: number }[] = [];
  for (const seq of seqs) {
    const last = ranges.at(-1);
    if (last && last.to === seq - 1) last.to = seq;
    else ranges.push({ log, from: seq, to: seq });
  }
  return ranges;
}

/** The ids that must be shown of each subject: admitted, and named by no admitted event of the subject that may. */
export function headsByHand(rows: readonly EventRow[]): Map<string, Set<string>> {
  const admitted = rows.filter((row) => row.status === 'admitted' && row.subject !== '');
  const bySubject = Map.groupBy(admitted, (row) => row.subject);
  return new Map(
    [...bySubject].map(([subject, events]) => {
      const named = new Set<string>(
        events.flatMap(({ type, header }) => {
          const { supersedes } = parseStoredHeader(header);
          return type === 'resolve' || supersedes.length < 2 ? supersedes : [];
        }),
      );
      return [subject, new Set(events.map((event) => event.id as string).filter((id) => !named.has(id)))];
    }),
  );
}
