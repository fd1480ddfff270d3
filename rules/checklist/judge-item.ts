import { ruleId } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import { type Citation, factValue, type Severity, type Verdict, type VerdictStatus } from '../../vocabulary/verdict.ts';
import { distinct } from '../citations.ts';
import { type JudgedAt, judge } from '../judge.ts';
import { judgeByCompany } from '../judge-company.ts';
import type { CompanyLimit } from '../packs/company.ts';
import { citationOf, packInForce } from '../packs/law.ts';
import type { Pack } from '../packs/pack.ts';
import { unknownVerdict } from '../rule.ts';
import { missingEvidence } from './evidence.ts';
import type { CheckItem, Criterion, EvidenceKind, HydroType, Source } from './item.ts';
import { numberRule } from './number-rule.ts';

type Facts = Readonly<Record<string, unknown>>;

export interface ItemContext extends JudgedAt {
  readonly hydroType: HydroType;
  /** What the person answered: counts only where the criterion is the inspector's. */
  readonly answer?: VerdictStatus;
}

/**
 * The verdict of one row. A pass without the evidence the row asks is `unknown` (`evidence-missing`); a row of the
 * inspector without an answer is `unknown` (`inspector`). Faults: `bad_facts`.
 */
export function judgeItem(
  item: CheckItem,
  facts: Facts,
  evidence: readonly EvidenceKind[],
  context: ItemContext,
): Result<Verdict> {
  const judged = judgeCriterion(item, item.criterion, facts, context);
  if (!judged.ok) return judged;
  const weighed = weigh(item, judged.value, context);
  const missing = missingEvidence(item, facts, evidence);
  if (weighed.status !== 'pass' || missing.length === 0) return ok(weighed);
  return ok({ ...weighed, status: 'unknown', reason: 'evidence-missing' });
}

/**
 * What a mine's own stricter figures say of a row, beside the verdict of the law; null where none of them has a part in it.
 * Evidence is the business of the row's own verdict, and no order of the authority rests on a mine's figure. Faults: `bad_facts`.
 */
export function judgeItemByCompany(
  item: CheckItem,
  facts: Facts,
  context: Omit<ItemContext, 'packs'>,
  limits: readonly CompanyLimit[],
): Result<Verdict | null> {
  const { criterion } = item;
  if (criterion.kind === 'inspector') return ok(null);
  const judgeBy = (packs: readonly Pack[]): Result<Verdict> => {
    const judged = judgeCriterion(item, criterion, facts, { ...context, packs });
    return judged.ok ? ok(weigh(item, judged.value, { ...context, packs })) : judged;
  };
  const judged = judgeByCompany(judgeBy, limits, context.date);
  if (!judged.ok || judged.value === null) return judged;
  return ok({ ...judged.value, severity: null, actions: judged.value.actions.filter((action) => !orders.has(action)) });
}

function judgeCriterion(item: CheckItem, criterion: Criterion, facts: Facts, context: ItemContext): Result<Verdict> {
  if (criterion.kind === 'inspector') return ok(inspectorVerdict(item, facts, context));
  if (criterion.kind === 'number') return numberRule(item, criterion).judge(facts, context.date, context.packs);
  const given = { ...facts, ...criterion.preset, hydroType: context.hydroType, inspection_date: context.date };
  const judged = judge(criterion.rule, given, { date: context.date, packs: context.packs });
  if (!judged.ok) return judged;
  const lacking = criterion.facts.find(({ key, needed }) => needed && (facts[key] ?? null) === null);
  if (lacking && judged.value.status !== 'unknown')
    return ok(unknownVerdict(judged.value, `missing:${lacking.key}`, {}));
  return ok(confirmed(criterion, facts, narrowed(criterion.part, judged.value)));
}

/** Only the row's own part of a rule counts: a short casing does not fail the row of the lead. */
function narrowed(part: string | null, verdict: Verdict): Verdict {
  const fails = verdict.results.fails;
  if (part === null || verdict.status !== 'fail' || (Array.isArray(fails) && fails.includes(part))) return verdict;
  return { ...verdict, outcome: 'pass', status: 'pass', severity: null, actions: [] };
}

/** What a rule requires has to be seen fitted before the row passes. */
function confirmed(criterion: Criterion & { kind: 'rule' }, facts: Facts, verdict: Verdict): Verdict {
  const { confirm, always } = criterion;
  const required = verdict.results.requirements;
  const asked = always || (Array.isArray(required) && required.length > 0);
  if (confirm === null || verdict.status !== 'pass' || !asked) return verdict;
  const seen = facts[confirm.key];
  const withFact = {
    ...verdict,
    facts: { ...verdict.facts, [confirm.key]: seen === true || seen === false ? seen : null },
  };
  if (seen === true) return withFact;
  if (seen === false) return { ...withFact, status: 'fail' };
  return { ...withFact, status: 'unknown', reason: `missing:${confirm.key}` };
}

/** The inspector's own answer as a verdict, with the numbers noted beside it. */
function inspectorVerdict(item: CheckItem, facts: Facts, { date, answer, packs }: ItemContext): Verdict {
  const family = item.sources[0]?.[0];
  const pack = family === undefined ? null : packInForce(family, date, packs);
  const notes = item.criterion.facts.map(({ key }) => [key, factValue.catch(null).parse(facts[key] ?? null)]);
  const blank = unknownVerdict(
    {
      rule: ruleId.parse('check.inspector'),
      pack: pack && { id: pack.id, version: pack.version },
      source: 'law',
      facts: Object.fromEntries(notes),
    },
    'inspector',
  );
  if (answer === undefined || answer === 'unknown') return blank;
  return { ...blank, outcome: answer, status: answer, reason: null, results: { verdict: answer } };
}

export const severityOf = (item: CheckItem, hydroType: HydroType): Severity =>
  item.severity === 'major' || (item.majorWhenComplex && (hydroType === 'complex' || hydroType === 'extreme'))
    ? 'major'
    : 'general';

/** The row's own documents, severity and orders; what a rule orders on site (stop, withdraw) stays beside them. */
function weigh(item: CheckItem, verdict: Verdict, { date, hydroType, packs }: ItemContext): Verdict {
  const own = item.sources.flatMap((source) => cite(source, date, packs));
  const citations =
    verdict.citations.length > 0 ? distinct([...verdict.citations, ...own]) : [...citationsOf(item, date, packs)];
  if (verdict.status !== 'fail') return { ...verdict, citations, severity: null, actions: [] };
  const severity = severityOf(item, hydroType);
  const ordered = severity === 'major' ? item.majorActions : item.actions;
  const onSite = verdict.actions.filter((action) => !orders.has(action));
  return { ...verdict, citations, severity, actions: [...new Set([...ordered, ...onSite])] };
}

/** Orders of the authority: the row names its own. */
const orders: ReadonlySet<string> = new Set(['rectify', 'stopHeading', 'stopMine', 'list']);

/** The documents behind a row on a day, for the line under its question. */
export const citationsOf = (item: CheckItem, date: IsoDate, packs?: readonly Pack[]): readonly Citation[] =>
  distinct([...item.ruleSources, ...item.sources].flatMap((source) => cite(source, date, packs)));

/** An edition not in force on the day cites nothing. */
export function cite([family, key]: Source, date: IsoDate, packs?: readonly Pack[]): readonly Citation[] {
  const pack = packInForce(family, date, packs);
  const entry = pack && [...pack.limits, ...pack.tables, ...pack.clauses].find((candidate) => candidate.key === key);
  return pack && entry ? [citationOf(pack, entry)] : [];
}
