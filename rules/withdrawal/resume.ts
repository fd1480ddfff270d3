import type { ResumeStep, TriggerKind } from '../../vocabulary/withdrawal.ts';

const water: readonly ResumeStep[] = ['danger', 'patrol', 'ventilation', 'power', 'drainage'];

/** What is looked at before work goes on (a mine's rule that was read, 待核); after gas the surface and the drainage have no part in it. */
export const resumeStepsOf = (kind: TriggerKind): readonly ResumeStep[] =>
  kind === 'gas' ? ['danger', 'ventilation', 'power'] : water;
