import { sensorLocation } from '../../vocabulary/place.ts';
import { distinct } from '../citations.ts';
import { passOrFail } from '../compare-all.ts';
import type { Exact } from '../decimal.ts';
import { choice, number, optional } from '../facts/fact.ts';
import { citationOf } from '../packs/law.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Settings of a methane sensor act no later than the table (art. 498). A missing setting is late; "–" asks nothing. */
export const sensorSetting = defineRule({
  id: 'gas.sensor.setting',
  families: ['safety'],
  facts: {
    sensorLocation: choice(sensorLocation.options),
    alarm_pct: optional(number()),
    cut_pct: optional(number()),
    repower_pct: optional(number()),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  lists: ['fails'],
  evaluate: (facts, law) => {
    const pack = law.pack('safety');
    const check = (what: string, fault: string, value: Exact | null) => {
      const limit = pack.limits.find((entry) => entry.key === `sensor.${facts.sensorLocation}.${what}`);
      if (limit === undefined) return [];
      const citation = citationOf(pack, limit);
      const compared = value && compare(what, value, { ...limit, citation });
      return [{ fault: compared === null || compared.broken ? fault : null, citation, working: compared?.working }];
    };
    const checks = [
      ...check('alarm', 'alarm-late', facts.alarm_pct),
      ...check('cut', 'cut-late', facts.cut_pct),
      ...check('repower', 'repower-early', facts.repower_pct),
    ];
    const fails = checks.flatMap(({ fault }) => (fault === null ? [] : [fault]));
    return {
      outcome: fails.length > 0 ? 'fail' : 'pass',
      results: { fails },
      citations: distinct(checks.map(({ citation }) => citation)),
      workings: checks.flatMap(({ working }) => (working === undefined ? [] : [working])),
    };
  },
});
