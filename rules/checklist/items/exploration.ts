import { type ItemDraft, itemsOf } from '../item.ts';
import { explorationWords } from '../words/exploration.words.ts';
import { explorationHoles } from './exploration-holes.ts';
import { explorationWork } from './exploration-work.ts';

export type ExplorationDrafts = { readonly [K in keyof typeof explorationWords]: ItemDraft };

export const explorationItems = itemsOf('exploration', explorationWords, { ...explorationWork, ...explorationHoles });
