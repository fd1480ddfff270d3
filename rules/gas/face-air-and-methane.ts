import { allOf, passOrFail } from '../compare-all.ts';
import { measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Air speed and return methane of a face counted as up to standard (163号 art. 29). Exactly 1.00 % fails. */
export const faceAirAndMethane = defineRule({
  id: 'gas.face.airAndMethane',
  families: ['drainage'],
  facts: {
    airSpeed_mPerS: measured({ beyond: 'above', range: 'nonnegative' }),
    returnCH4_pct: measured({ beyond: 'above' }),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['stopHeading', 'rectify'] },
  lists: ['fails'],
  evaluate: ({ airSpeed_mPerS: speed, returnCH4_pct: methane }, law) =>
    allOf({
      'air-speed': compare('v', speed, law.limit('drainage', 'face.airSpeed')),
      'return-methane': compare('c(CH₄)', methane, law.limit('drainage', 'face.returnCH4')),
    }),
});
