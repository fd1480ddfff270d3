import { measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Restart of a stopped local fan (art. 176), from the gravest case down. */
export const localFanRestart = defineRule({
  id: 'gas.localFan.restart',
  families: ['safety'],
  facts: {
    stoppedZoneMaxCH4_pct: measured({ beyond: 'above' }),
    stoppedZoneMaxCO2_pct: measured({ beyond: 'above' }),
    fanVicinityCH4_pct: measured({ beyond: 'above' }),
  },
  statuses: {
    'manual-restart-allowed': 'pass',
    'clear-fan-vicinity-first': 'fail',
    'controlled-discharge': 'fail',
    'chief-engineer-approved-discharge': 'fail',
  },
  onFail: { severity: 'general', actions: ['plan', 'treat'] },
  evaluate: (
    { stoppedZoneMaxCH4_pct: methane, stoppedZoneMaxCO2_pct: carbonDioxide, fanVicinityCH4_pct: near },
    law,
  ) => {
    const high = law.limit('safety', 'fan.chiefEngineer');
    const grave = [compare('c(CH₄)', methane, high), compare('c(CO₂)', carbonDioxide, high)];
    const zone = [
      compare('c(CH₄)', methane, law.limit('safety', 'fan.zoneCH4')),
      compare('c(CO₂)', carbonDioxide, law.limit('safety', 'fan.zoneCO2')),
    ];
    const vicinity = compare('c_10(CH₄)', near, law.limit('safety', 'fan.vicinityCH4'));
    const found = { citations: [high.citation], workings: [...grave, ...zone, vicinity].map((part) => part.working) };
    if (grave.some((part) => part.broken)) return { ...found, outcome: 'chief-engineer-approved-discharge' };
    if (zone.some((part) => part.broken)) return { ...found, outcome: 'controlled-discharge' };
    return { ...found, outcome: vicinity.broken ? 'clear-fan-vicinity-first' : 'manual-restart-allowed' };
  },
});
