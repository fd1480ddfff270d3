import { z } from 'zod';
import type { Methods } from '../define-port.ts';
import { findingCounts, findingPage, findingPageAsk } from '../finding-models.ts';
import { nothing } from '../wire-models.ts';

/** Findings over all inspections, page by page. */
export const findingMethods = {
  /** How many there are in all and of each gravity. */
  'finding/counts': { ask: nothing, reply: findingCounts },
  /** The newest first. */
  'finding/page': { ask: findingPageAsk, reply: findingPage },
  /** Those whose text holds a phrase, whatever the mine; last heard of first. */
  'finding/search': { ask: findingPageAsk.extend({ phrase: z.string().max(200) }), reply: findingPage },
} as const satisfies Methods;
