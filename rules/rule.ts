import { ruleId } from '../vocabulary/ids.ts';
import { fail, ok, type Result } from '../vocabulary/result.ts';
import type { IsoDate } from '../vocabulary/time.ts';
import type { ActionCode, Citation, FactValue, Severity, Verdict, VerdictStatus } from '../vocabulary/verdict.ts';
import { factValue } from '../vocabulary/verdict.ts';
import type { Words } from '../vocabulary/words.ts';
import type { Working } from '../vocabulary/working.ts';
import type { FactKind, FactShape, FactsOf } from './facts/fact.ts';
import { readFacts } from './facts/read-facts.ts';
import { type Law, lawOn, packInForce } from './packs/law.ts';
import type { Family, Pack } from './packs/pack.ts';
import { ruleTitles } from './rule-titles.words.ts';

/** A result under the keys of the golden cases. */
export type ResultValue = string | number | boolean | null | readonly (string | number)[];

/** What a rule found. `results.verdict` is added by the frame for every rule that judges. */
export interface Finding {
  readonly outcome: string;
  readonly results?: Readonly<Record<string, ResultValue>>;
  readonly citations: readonly Citation[];
  readonly workings?: readonly Working[];
  readonly actions?: readonly ActionCode[];
  readonly severity?: Severity;
}

/** The rule cannot decide: a fact it needs in this case is absent, or the outcome needs more than figures. */
export interface Undecided {
  readonly undecided: string;
  readonly outcome?: string;
  readonly results?: Readonly<Record<string, ResultValue>>;
}

export const lacking = (key: string): Undecided => ({ undecided: `missing:${key}` });

export interface RuleSpec<S extends FactShape> {
  readonly id: string;
  /** The families of documents that must be in force; the first gives the pack of the verdict. */
  readonly families: readonly Family[] | ((facts: FactsOf<S>) => readonly Family[]);
  readonly facts: S;
  /** What each outcome of the rule means. */
  readonly statuses: Readonly<Record<string, VerdictStatus>>;
  /** Results that are lists: empty while the verdict is unknown. */
  readonly lists?: readonly string[];
  /** A formula gives a figure and no `verdict` key. */
  readonly computes?: true;
  /** What a failing outcome asks, where the finding does not say. */
  readonly onFail?: { readonly severity: Severity; readonly actions: readonly ActionCode[] };
  readonly evaluate: (facts: FactsOf<S>, law: Law) => Finding | Undecided;
}

/** One fact as forms need it. */
interface FactField {
  readonly key: string;
  readonly kind: FactKind;
  readonly options: readonly string[];
  readonly needed: boolean;
}

/** A rule without its types: what the registry holds. */
export interface Rule {
  readonly id: string;
  readonly title: Words;
  readonly fields: readonly FactField[];
  readonly statuses: Readonly<Record<string, VerdictStatus>>;
  /** By the packs in use, or by those given. */
  readonly judge: (facts: Readonly<Record<string, unknown>>, date: IsoDate, packs?: readonly Pack[]) => Result<Verdict>;
}

/** The verdict of a rule that could not decide. */
export type Blank = Pick<Verdict, 'rule' | 'facts' | 'pack' | 'source'>;

export function defineRule<S extends FactShape>(spec: RuleSpec<S>): Rule {
  return {
    id: spec.id,
    title: ruleTitles[spec.id] ?? { zh: spec.id, en: spec.id },
    fields: Object.entries(spec.facts).map(([key, { kind, options, needed }]) => ({ key, kind, options, needed })),
    statuses: spec.statuses,
    judge: (raw, date, packs) => judgeBy(spec, raw, date, packs),
  };
}

function judgeBy<S extends FactShape>(
  spec: RuleSpec<S>,
  raw: Readonly<Record<string, unknown>>,
  date: IsoDate,
  packs?: readonly Pack[],
): Result<Verdict> {
  const read = readFacts(spec.facts, raw);
  if (read.is === 'bad') return fail({ code: 'bad_facts', rule: spec.id, path: read.key });
  const blank: Blank = { rule: ruleId.parse(spec.id), pack: null, source: 'law', facts: usedFacts(spec.facts, raw) };
  const cannotTell = (from: Blank, reason: string) => ok(unknownVerdict(from, reason, emptyLists(spec.lists)));
  const absent = (families: readonly Family[]) => families.some((family) => packInForce(family, date, packs) === null);
  const fixed = typeof spec.families === 'function' ? null : spec.families;
  if (fixed !== null && absent(fixed)) return cannotTell(blank, 'no-pack');
  if (read.is === 'unknown') return cannotTell(withPack(blank, fixed, date, packs), read.reason);
  const families = typeof spec.families === 'function' ? spec.families(read.facts) : spec.families;
  if (absent(families)) return cannotTell(blank, 'no-pack');
  const named = withPack(blank, families, date, packs);
  const judged = conclude(spec, named, spec.evaluate(read.facts, lawOn(date, packs)));
  return read.beyond !== null && judged.status !== 'fail' ? cannotTell(named, `quality:${read.beyond}`) : ok(judged);
}

const emptyLists = (keys: readonly string[] = []): Verdict['results'] =>
  Object.fromEntries(keys.map((key) => [key, []]));

function withPack(blank: Blank, families: readonly Family[] | null, date: IsoDate, packs?: readonly Pack[]): Blank {
  const first = families?.[0];
  const pack = first === undefined ? null : packInForce(first, date, packs);
  return pack === null ? blank : { ...blank, pack: { id: pack.id, version: pack.version }, source: pack.source };
}

/** `outcome` is the rule's own word where it has one for not knowing. */
export function unknownVerdict(
  blank: Blank,
  reason: string,
  results: Verdict['results'] = {},
  outcome = 'unknown',
): Verdict {
  return {
    ...blank,
    outcome,
    status: 'unknown',
    reason,
    severity: null,
    citations: [],
    workings: [],
    actions: [],
    results: { verdict: outcome, reason, ...results },
  };
}

function conclude<S extends FactShape>(spec: RuleSpec<S>, blank: Blank, finding: Finding | Undecided): Verdict {
  if ('undecided' in finding) {
    const results = { ...emptyLists(spec.lists), ...jsonOf(finding.results ?? {}) };
    return unknownVerdict(blank, finding.undecided, results, finding.outcome);
  }
  const status = spec.statuses[finding.outcome];
  if (status === undefined) throw new Error(`${spec.id} has no status for ${finding.outcome}`);
  const onFail = status === 'fail' ? spec.onFail : undefined;
  return {
    ...blank,
    outcome: finding.outcome,
    status,
    reason: status === 'unknown' ? finding.outcome : null,
    severity: finding.severity ?? onFail?.severity ?? null,
    citations: [...finding.citations],
    workings: [...(finding.workings ?? [])],
    actions: [...(finding.actions ?? onFail?.actions ?? [])],
    results: { ...(spec.computes ? {} : { verdict: finding.outcome }), ...jsonOf(finding.results ?? {}) },
  };
}

/** Infinite amounts (over-range) have no JSON number. */
const jsonOf = (results: Readonly<Record<string, ResultValue>>): Verdict['results'] =>
  Object.fromEntries(Object.entries(results).map(([key, value]) => [key, plain(value)]));

function plain(value: ResultValue): Verdict['results'][string] {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'object' && value !== null ? [...value] : value;
}

/** The facts the rule knows, as they were given; absent ones stand as null. */
function usedFacts(shape: FactShape, raw: Readonly<Record<string, unknown>>): Record<string, FactValue> {
  return Object.fromEntries(Object.keys(shape).map((key) => [key, factValue.parse(raw[key] ?? null)]));
}
