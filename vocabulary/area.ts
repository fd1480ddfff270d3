import { z } from 'zod';
import { entityId } from './ids.ts';
import { scan } from './instrument.ts';
import { decimalString } from './quantity.ts';
import { epochMs, isoDate } from './time.ts';
import { factValue, verdict } from './verdict.ts';

/** An area of 三区联动: drained from the surface years ahead, then from both sides, then from below while mining. */
export const drainageAreaType = z.enum(['planning', 'preparation', 'production']);
export type DrainageAreaType = z.infer<typeof drainageAreaType>;

const line = z.string().max(200);
const name = z.string().trim().min(1).max(80);

/** A figure of the mine's papers as it stands there; null: not given, which is not nought. */
const amount = decimalString.refine((text) => !text.startsWith('-')).nullable();

/** A photo or scan behind an entry, with what it is called. */
const paper = scan.extend({ label: line });
const papers = z.array(paper).max(20);

/** One area as the mine's papers of a day give it. Units stand in the keys; gas volumes are of pure methane. */
export const drainageArea = z.strictObject({
  mine: name,
  name,
  seam: line,
  /** As it was first recorded: a hand-over moves it on. */
  areaType: drainageAreaType,
  bounds: line,
  plannedMiningStart_date: isoDate.nullable(),
  originalContent_m3PerT: amount,
  originalPressure_MPa: amount,
  surfaceWells_n: z.int().nonnegative().nullable(),
  holeMetres_m: amount,
  drainedPure_m3: amount,
  drainedThisMonth_m3: amount,
  residualContent_m3PerT: amount,
  residualPressure_MPa: amount,
  responsible: line,
  /** The paper the figures are from, and the day they are of. */
  source: line,
  figures_date: isoDate.nullable(),
  papers,
});
export type DrainageArea = z.infer<typeof drainageArea>;

/** An area handed on. Which content it may pass at is the company's or the province's figure, so it is named here. */
export const areaHandover = z.strictObject({
  from: drainageAreaType,
  to: drainageAreaType,
  date: isoDate,
  index: z.enum(['met', 'notMet', 'notGiven']),
  criterion: line,
  handedBy: line,
  takenBy: line,
  note: z.string().max(2000),
  papers,
});
export type AreaHandover = z.infer<typeof areaHandover>;

/** The two 四位一体 of outburst prevention (防突细则 art. 5): of a region, and of a face within it. */
export const chainKind = z.enum(['regional', 'local']);
export type ChainKind = z.infer<typeof chainKind>;

/** The last step of a region is its verification, of a face its protective measures. */
export const chainStep = z.enum(['prediction', 'measures', 'effectCheck', 'verification', 'protection']);
export type ChainStep = z.infer<typeof chainStep>;

export const stepResult = z.enum(['danger', 'noDanger', 'done', 'notDone', 'effective', 'ineffective']);
export type StepResult = z.infer<typeof stepResult>;

/** What a chain is kept for: one region or one face. */
export const outburstChain = z.strictObject({
  mine: name,
  name,
  seam: line,
  chain: chainKind,
  responsible: line,
  /** The chain of the region a face lies in, where it is kept: both have to hold (art. 6). */
  region: entityId.nullable(),
});
export type OutburstChain = z.infer<typeof outburstChain>;

/** How one step of a chain came out, with what shows it. */
export const outburstStep = z.strictObject({
  step: chainStep,
  result: stepResult,
  date: isoDate,
  by: line,
  note: z.string().max(2000),
  papers,
});
export type OutburstStep = z.infer<typeof outburstStep>;

/** The indices of a seam, a region or one cycle of a face, with the verdict of the day they were recorded. */
export const outburstIndex = z.strictObject({
  mine: name,
  where: name,
  /** A rule `gas.outburst.…`. */
  rule: z.string(),
  date: isoDate,
  /** Which cycle of a day came first. */
  at: epochMs,
  facts: z.record(z.string(), factValue),
  verdict,
  note: z.string().max(2000),
  papers,
});
export type OutburstIndex = z.infer<typeof outburstIndex>;
