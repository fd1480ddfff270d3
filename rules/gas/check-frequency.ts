import { allOf, passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { choice, count, flag } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Gas checks per shift at a face (art. 180); an idle face once, an outburst or abnormal face a dedicated inspector. */
export const checkFrequency = defineRule({
  id: 'gas.check.frequency',
  families: ['safety'],
  facts: {
    mineGrade: choice(['low', 'high', 'outburst']),
    faceIsOutburstOrAbnormal: flag(),
    workedThisShift: flag(),
    ch4Checks_perShift: count(),
    co2Checks_perShift: count(),
    dedicatedInspector: flag(),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  lists: ['fails'],
  evaluate: (facts, law) => {
    const idle = !facts.workedThisShift;
    const methane = law.limit(
      'safety',
      idle ? 'checks.idle' : facts.mineGrade === 'low' ? 'checks.low' : 'checks.high',
    );
    const carbonDioxide = law.limit('safety', idle ? 'checks.idle' : 'checks.co2');
    const counted = allOf(
      {
        'ch4-checks': compare('n', exact(facts.ch4Checks_perShift), methane),
        'co2-checks': compare('n', exact(facts.co2Checks_perShift), carbonDioxide),
      },
      'fails',
      {
        requiredCh4Checks_perShift: exact(methane.value).toNumber(),
        requiredCo2Checks_perShift: exact(carbonDioxide.value).toNumber(),
      },
    );
    if (!facts.faceIsOutburstOrAbnormal || facts.dedicatedInspector) return counted;
    const fails = counted.results?.fails;
    const all = ['dedicated-inspector', ...(Array.isArray(fails) ? fails : [])];
    return { ...counted, outcome: 'fail', results: { ...counted.results, fails: all } };
  },
});
