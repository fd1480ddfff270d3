import type { LogId } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { Register } from '../projections/register.ts';
import { statusTerm } from '../projections/state-hash.ts';
import type { LightRow } from '../sqlite/event-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import { STATUS_SUM } from '../sqlite/sums.ts';
import { judgeStraight, type StraightImport } from '../state/judge-straight.ts';
import { applyRegister, registerFrom } from '../state/refresh-registers.ts';
import { isSame, type Judgement, judgeSteps, readTouched, type Touched } from '../state/restate-logs.ts';
import { isQuarantined } from '../trust/status.ts';
import type { Steps } from '../trust/steps.ts';
import { forgetRows } from './forget-rows.ts';
import { inSlices, type SlicePorts } from './slices.ts';
import type { Staged, StagedFact } from './stage-events.ts';

/** What is left for the moment in which the import begins to count. */
export interface Prepared {
  /** Trust as it was when this was prepared; where it has changed since, this is worth nothing. */
  readonly epoch: number;
  /** Events that count already and become another thing. */
  readonly restated: readonly Judgement[];
  /** Subjects that something shows of already: their rows are made in that moment. */
  readonly subjects: ReadonlySet<number>;
  readonly added: number;
  readonly quarantined: number;
  readonly held: number;
  /** How many events were looked at one by one. */
  readonly judged: number;
  /** Where nothing was in dispute: to which seq the arriving logs are held without a hole or a branch, and covered. */
  readonly straight: ReadonlyMap<LogId, number> | null;
}

interface Tally {
  readonly epoch: number;
  readonly restated: Judgement[];
  readonly subjects: Set<number>;
  /** Subjects of arriving events, some of which something shows of already. */
  readonly fresh: Set<number>;
  added: number;
  quarantined: number;
  held: number;
  judged: number;
  straight: ReadonlyMap<LogId, number> | null;
}

/**
 * Computes ahead of time, in slices, what will follow from the staged events: their statuses, and the rows of subjects that are new here.
 * Null when it was cancelled.
 */
export async function prepareImport(ports: SlicePorts, staged: Staged): Promise<Result<Prepared | null>> {
  const { stores } = ports;
  const { generation, events } = stores;
  const quick = await judgeQuickly(ports, staged);
  if (!quick.ok) return quick;
  const straight = quick.value;
  const touched = straight ? null : touchedAhead(stores, staged);
  // Only now: taking back the trial raises it.
  const { epoch } = generation;
  const judgements = touched ? await judgeAhead(ports, touched) : ok(straight?.judgements ?? []);
  if (!judgements.ok || !judgements.value) return judgements.ok ? ok(null) : judgements;
  const tally: Tally = {
    epoch,
    restated: [],
    subjects: new Set(),
    fresh: new Set(straight ? staged.subjects : []),
    added: straight?.admitted.rows ?? 0,
    quarantined: 0,
    held: 0,
    judged: 0,
    straight: straight?.coveredTo ?? null,
  };
  if (straight) stores.sums.addAhead(STATUS_SUM, straight.admitted.rows, straight.admitted.sum);
  const keep = (one: Judgement) => ok(keepJudgement(stores, tally, one));
  const judged = await inSlices(ports, judgements.value, keep, { where: 'ahead' });
  if (!judged.ok || !judged.value) return judged.ok ? ok(null) : judged;
  const makeRows = (n: number) => {
    const register = registerOfArriving(events.arrivingOf(n));
    // Nothing is shown of it; its row may have been made while staging.
    if (register) applyRegister(stores, { n, isNew: straight === null }, register.of);
    else tally.subjects.add(n);
    return ok(null);
  };
  const rows = await inSlices(ports, tally.fresh, makeRows, { where: 'ahead' });
  if (!rows.ok || !rows.value) return rows.ok ? ok(null) : rows;
  return ok(tally);
}

/** Null where the logs have to be judged whole. Then rows that were made while staging, as if all that a seal covers were admitted, are taken back. */
async function judgeQuickly(ports: SlicePorts, staged: Staged): Promise<Result<StraightImport | null>> {
  const { stores } = ports;
  const straight = staged.epoch === stores.generation.epoch ? judgeStraight(stores, staged) : null;
  const forgotten = straight ? ok(null) : await forgetRows(ports);
  return forgotten.ok ? ok(straight) : forgotten;
}

/** What a subject will hold. */
interface Coming {
  readonly of: Register | null;
}

/** Null where something is shown of it already. */
const registerOfArriving = (rows: ReturnType<Stores['events']['arrivingOf']>): Coming | null =>
  rows && { of: registerFrom(rows) };

/** The statuses as they will be, judged in slices. Null when it was cancelled. */
async function judgeAhead(ports: SlicePorts, touched: Touched): Promise<Result<Iterable<Judgement> | null>> {
  let judged: Iterable<Judgement> = [];
  function* judging(): Steps<void> {
    judged = yield* judgeSteps(ports.stores, touched);
  }
  const done = await inSlices(ports, judging(), () => ok(null), { where: 'ahead' });
  return done.ok ? ok(done.value ? judged : null) : done;
}

/** What will be said of the logs. The facts are put in only to read them with all others: nothing of it stays. */
function touchedAhead(stores: Stores, { arrivals, facts }: Staged): Touched {
  let touched: Touched | undefined;
  const tried = stores.transaction(() =>
    stores.generation.ahead(() => {
      putFacts(stores, facts);
      touched = readTouched(stores, { logs: arrivals.keys(), facts: facts.map((one) => one.fact) });
      return { ok: false, fault: { code: 'cancelled' } } as const;
    }),
  );
  if (!touched || tried.ok || tried.fault.code !== 'cancelled') throw new Error('a trial that was taken back was not');
  return touched;
}

export function putFacts({ events, trust }: Stores, facts: readonly StagedFact[]): void {
  for (const { address, fact } of facts) {
    const { log, seq, id } = address;
    const held = events.standingOf(log, seq, id);
    if (held) trust.put(held.n, id, fact);
  }
}

function keepJudgement(stores: Stores, tally: Tally, judgement: Judgement): void {
  const { row, standing } = judgement;
  tally.judged += 1;
  if (!row.arriving) {
    tally.restated.push(judgement);
    if (row.subject !== null && row.status !== standing.status) tally.subjects.add(row.subject);
    return;
  }
  const { status } = standing;
  if (!isSame(row, standing)) stores.events.restate(row, standing);
  stores.sums.add(STATUS_SUM, statusTerm(row.id, status), row.n);
  tally[status === 'admitted' ? 'added' : isQuarantined(status) ? 'quarantined' : 'held'] += 1;
  // Of what no seal covers the row is taken back that was made while staging.
  if (status === 'admitted' || tally.straight) keepSubject(tally, row);
}

function keepSubject({ fresh }: Tally, { subject }: LightRow): void {
  if (subject !== null) fresh.add(subject);
}
