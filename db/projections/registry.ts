import type { Projection } from './projection.ts';
import { addedPlaces } from './tables/added-places.ts';
import { alarms } from './tables/alarms.ts';
import { answers } from './tables/answers.ts';
import { areaHandovers } from './tables/area-handovers.ts';
import { articles } from './tables/articles.ts';
import { assessmentConclusions } from './tables/assessment-conclusions.ts';
import { assessmentFigures } from './tables/assessment-figures.ts';
import { assessmentPoints } from './tables/assessment-points.ts';
import { assessmentVerdicts } from './tables/assessment-verdicts.ts';
import { assessments } from './tables/assessments.ts';
import { calibrations } from './tables/calibrations.ts';
import { companyLimits } from './tables/company-limits.ts';
import { conflicts } from './tables/conflicts.ts';
import { drainageAreas } from './tables/drainage-areas.ts';
import { evidence } from './tables/evidence.ts';
import { findings } from './tables/findings.ts';
import { handovers } from './tables/handovers.ts';
import { inspections } from './tables/inspections.ts';
import { instrumentClocks } from './tables/instrument-clocks.ts';
import { instruments } from './tables/instruments.ts';
import { outburstChains } from './tables/outburst-chains.ts';
import { outburstIndices } from './tables/outburst-indices.ts';
import { outburstSteps } from './tables/outburst-steps.ts';
import { leases, paperNumbers, papers } from './tables/papers.ts';
import { people } from './tables/people.ts';
import { places } from './tables/places.ts';
import { plans } from './tables/plans.ts';
import { mineChecks, mineRisks, riskMaps } from './tables/prevention.ts';
import { rawBlocks } from './tables/raw-blocks.ts';
import { readingBlocks } from './tables/reading-blocks.ts';
import { releases } from './tables/releases.ts';
import { signatures } from './tables/signatures.ts';
import { signoffs } from './tables/signoffs.ts';
import { siteParts } from './tables/site-parts.ts';
import { sites } from './tables/sites.ts';
import { storedEvents } from './tables/stored-events.ts';
import { storedFiles } from './tables/stored-files.ts';
import { withdrawalParts, withdrawals } from './tables/withdrawals.ts';
import { zoneEntries } from './tables/zone-entries.ts';

/** Every projection; a new one is a line here. */
export const projections = [
  articles,
  companyLimits,
  releases,
  plans,
  handovers,
  inspections,
  addedPlaces,
  signoffs,
  places,
  sites,
  siteParts,
  answers,
  evidence,
  findings,
  signatures,
  people,
  instruments,
  calibrations,
  alarms,
  readingBlocks,
  rawBlocks,
  storedFiles,
  storedEvents,
  instrumentClocks,
  drainageAreas,
  areaHandovers,
  outburstChains,
  outburstSteps,
  outburstIndices,
  mineChecks,
  mineRisks,
  riskMaps,
  withdrawals,
  withdrawalParts,
  papers,
  paperNumbers,
  leases,
  assessments,
  assessmentFigures,
  assessmentPoints,
  assessmentVerdicts,
  assessmentConclusions,
  zoneEntries,
  conflicts,
] as const satisfies readonly Projection[];

type Registered = (typeof projections)[number];
export type ProjectionName = Registered['name'];

/** A row of one projection as it is read, without the columns that belong to this machine. */
export type ProjectionRow<N extends ProjectionName> = Omit<
  Extract<Registered, { readonly name: N }>['table']['$inferSelect'],
  'subject' | 'hash' | 'generation'
>;
