import type { ChainKind, ChainStep, StepResult } from '../../vocabulary/area.ts';

/** One step of a 四位一体 with the results it may have, the good one first. */
export interface ChainStepKind {
  readonly step: ChainStep;
  readonly results: readonly StepResult[];
}

const prediction: ChainStepKind = { step: 'prediction', results: ['noDanger', 'danger'] };
const measures: ChainStepKind = { step: 'measures', results: ['done', 'notDone'] };
const effectCheck: ChainStepKind = { step: 'effectCheck', results: ['effective', 'ineffective'] };

/** The four steps of a chain in their order (防突细则 art. 5): a region ends in its verification, a face in its protection. */
export const chainSteps = (chain: ChainKind): readonly ChainStepKind[] => [
  prediction,
  measures,
  effectCheck,
  chain === 'regional'
    ? { step: 'verification', results: ['noDanger', 'danger'] }
    : { step: 'protection', results: ['done', 'notDone'] },
];
