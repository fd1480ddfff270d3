import { z } from 'zod';
import { entityId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { definePort, wireFault } from './define-port.ts';
import { areaMethods } from './recorder/area-methods.ts';
import { assessmentMethods } from './recorder/assessment-methods.ts';
import { careMethods } from './recorder/care-methods.ts';
import { exchangeMethods } from './recorder/exchange-methods.ts';
import { findingMethods } from './recorder/finding-methods.ts';
import { inspectionMethods } from './recorder/inspection-methods.ts';
import { instrumentMethods } from './recorder/instrument-methods.ts';
import { logMethods } from './recorder/log-methods.ts';
import { planMethods } from './recorder/plan-methods.ts';
import { preventionMethods } from './recorder/prevention-methods.ts';
import { readingMethods } from './recorder/reading-methods.ts';
import { rulesMethods } from './recorder/rules-methods.ts';
import { sessionMethods } from './recorder/session-methods.ts';
import { siteMethods } from './recorder/site-methods.ts';
import { withdrawalMethods } from './recorder/withdrawal-methods.ts';
import { zoneMethods } from './recorder/zone-methods.ts';
import { sessionState } from './session-models.ts';

/** Between the screens and the recorder process, which owns the record. Everything that is saved goes through here. */
export const recorderPort = definePort({
  name: 'recorder',
  /** One file of methods for each area. */
  methods: {
    ...sessionMethods,
    ...inspectionMethods,
    ...findingMethods,
    ...planMethods,
    ...preventionMethods,
    ...siteMethods,
    ...zoneMethods,
    ...instrumentMethods,
    ...readingMethods,
    ...exchangeMethods,
    ...logMethods,
    ...careMethods,
    ...withdrawalMethods,
    ...assessmentMethods,
    ...areaMethods,
    ...rulesMethods,
  },
  news: {
    session: sessionState,
    saved: z.strictObject({ wall: epochMs, seq: z.int(), today: z.int() }),
    /** Something of these areas changed: ask again. */
    changed: z.strictObject({
      areas: z.array(
        z.enum(['inspection', 'exchange', 'instrument', 'session', 'alarm', 'care', 'assessment', 'area', 'rules']),
      ),
    }),
    job: z.strictObject({
      job: entityId,
      kind: z.enum(['export', 'import', 'rebuild', 'verify', 'log', 'backup', 'check', 'restore']),
      done: z.int(),
      total: z.int(),
      finished: z.boolean(),
    }),
    trouble: wireFault,
  },
});
