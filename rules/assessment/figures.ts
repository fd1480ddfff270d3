import type { FactValue, Verdict } from '../../vocabulary/verdict.ts';
import type { Words } from '../../vocabulary/words.ts';
import { exact, holds } from '../decimal.ts';
import type { Comparator } from '../packs/pack.ts';
import { figureWords } from './figures.words.ts';
import type { SubId } from './steps.words.ts';

/** One amount a verdict rests on, with the limit it is held against; `limit` null where there is none. */
export interface AssessedFigure {
  readonly label: Words;
  readonly amount: string;
  readonly unit: string;
  readonly limit: string | null;
  readonly comparator: Comparator;
  /** What the limit rests on. */
  readonly basis: Pick<Verdict, 'citations' | 'workings'>;
}

/** A typed figure stays as it was typed: its last nought says how finely it was read. */
const text = (value: unknown): string | null => {
  if (typeof value === 'number') return exact(value).toFixed();
  return typeof value === 'string' ? value : null;
};

/** What a letter was held against in the arithmetic. */
const limitOf = ({ workings }: Verdict, symbol: string): string | null =>
  workings.flatMap((line) => (line.kind === 'compared' && line.symbol === symbol ? [line.limit] : []))[0] ?? null;

type Found = Omit<AssessedFigure, 'basis'> | null;

function figure(
  label: keyof typeof figureWords,
  unit: string,
  comparator: Comparator,
  amount: unknown,
  limit: unknown,
): Found {
  const value = text(amount);
  return value === null ? null : { label: figureWords[label], amount: value, unit, limit: text(limit), comparator };
}

const fact = (verdict: Verdict, key: string): FactValue => verdict.facts[key] ?? null;

/** Which figures of a verdict are shown, and against what. */
const picks: Readonly<Record<SubId, (verdict: Verdict) => readonly Found[]>> = {
  required: () => [],
  base: () => [],
  pump: (v) => [
    figure('running', 'm³/min', '>=', fact(v, 'runningPumpCapacity_m3PerMin'), v.results.requiredCapacity_m3PerMin),
    figure('spare', 'm³/min', '>=', fact(v, 'sparePumpCapacity_m3PerMin'), fact(v, 'largestRunningPump_m3PerMin')),
  ],
  suction: (v) => [figure('suction', 'kPa', '>=', fact(v, 'holeSuction_kPa'), v.results.limit_kPa)],
  uniformity: (v) => [figure('eta', '%', '<', v.results.eta_pct, limitOf(v, 'η'))],
  points: (v) => [figure('points', '', '>=', fact(v, 'points'), v.results.requiredPoints)],
  reserve: (v) => [figure('reserve', 't', '<=', v.results.value, null)],
  balance: (v) => [figure('content', 'm³/t', '<=', v.results.value, null)],
  pressure: (v) => [figure('content', 'm³/t', '<=', v.results.residualContent_m3PerT, null)],
  desorbable: (v) => [figure('desorbable', 'm³/t', '<=', fact(v, 'desorbableContent_m3PerT'), v.results.limit_m3PerT)],
  outburst: (v) => [
    figure('pressure', 'MPa', '<', fact(v, 'residualPressure_MPa'), fact(v, 'criticalPressure_MPa')),
    figure('content', 'm³/t', '<', fact(v, 'residualContent_m3PerT'), fact(v, 'criticalContent_m3PerT')),
  ],
  faceRate: (v) => [figure('rate', '%', '>=', v.results.rate_pct, v.results.limit_pct)],
  air: (v) => [
    figure('airSpeed', 'm/s', '<=', fact(v, 'airSpeed_mPerS'), limitOf(v, 'v')),
    figure('methane', '%', '<', fact(v, 'returnCH4_pct'), limitOf(v, 'c(CH₄)')),
  ],
  mineRate: (v) => [figure('rate', '%', '>=', v.results.rate_pct, v.results.limit_pct)],
};

/** The figures of a verdict that was reached; none of one that is unknown or does not apply. */
export function figuresOf(sub: SubId, verdict: Verdict): readonly AssessedFigure[] {
  if (verdict.status === 'unknown' || verdict.outcome === 'not-applicable') return [];
  return picks[sub](verdict).flatMap((one) => (one === null ? [] : [{ ...one, basis: verdict }]));
}

/** How a figure stands to its limit: kept or not, and by how much; null without a limit. */
export function margin({
  amount,
  limit,
  comparator,
}: Pick<AssessedFigure, 'amount' | 'limit' | 'comparator'>): { readonly kept: boolean; readonly by: string } | null {
  if (limit === null) return null;
  const [value, bound] = [exact(amount), exact(limit)];
  return { kept: holds(value, comparator, bound), by: value.minus(bound).abs().toFixed() };
}

const FEWEST = 2;
const MOST = 6;

/** A figure cut for the eye: two decimals, and more where fewer would hide that it is not the limit. */
export function shownFigure(amount: string, limit: string | null): string {
  const value = exact(amount);
  if (value.decimalPlaces() <= FEWEST && (amount.split('.')[1]?.length ?? 0) <= FEWEST) return amount;
  for (let places = FEWEST; places < MOST; places += 1) {
    const cut = value.toDecimalPlaces(places);
    if (limit === null || value.eq(limit) || !cut.eq(limit)) return cut.toFixed();
  }
  return value.toDecimalPlaces(MOST).toFixed();
}
