import { after, allOf, passOrFail } from '../compare-all.ts';
import { type Exact, shown } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, computed } from '../workings.ts';

/** Main pumps (art. 311): 24 h of inflow in 20 h. Shares count from the installed working pumps (open reading, 待核). */
export const pumpsCapacity = defineRule({
  id: 'water.pumps.capacity',
  families: ['safety'],
  facts: {
    normalInflow_m3PerH: number(),
    maxInflow_m3PerH: number(),
    workingPumps_m3PerH: number(),
    sparePumps_m3PerH: number(),
    overhaulPumps_m3PerH: number(),
  },
  statuses: passOrFail,
  onFail: { severity: 'major', actions: ['stopMine', 'list'] },
  lists: ['fails'],
  evaluate: (facts, law) => {
    const hours = law.limit('safety', 'pumps.hours');
    const inTime = (inflow: Exact) => inflow.times(24).div(hours.value);
    const [needed, neededTotal] = [inTime(facts.normalInflow_m3PerH), inTime(facts.maxInflow_m3PerH)];
    const atLeast = (value: Exact) => ({ ...hours, comparator: '>=' as const, unit: 'm³/h', value });
    const share = (key: string) => {
      const limit = law.limit('safety', key);
      return { ...limit, unit: 'm³/h', value: facts.workingPumps_m3PerH.times(limit.value) };
    };
    const parts = {
      working: compare('Q_w', facts.workingPumps_m3PerH, atLeast(needed)),
      spare: compare('Q_s', facts.sparePumps_m3PerH, share('pumps.spareShare')),
      'working-plus-spare': compare(
        'Q_w + Q_s',
        facts.workingPumps_m3PerH.plus(facts.sparePumps_m3PerH),
        atLeast(neededTotal),
      ),
      overhaul: compare('Q_o', facts.overhaulPumps_m3PerH, share('pumps.overhaulShare')),
    };
    const line = (symbol: string, inflow: Exact, result: Exact) =>
      computed(`Q = 24 · ${symbol} / ${hours.value}`, `24 × ${shown(inflow)} / ${hours.value}`, result, 'm³/h');
    return after(
      [line('q', facts.normalInflow_m3PerH, needed), line('q_max', facts.maxInflow_m3PerH, neededTotal)],
      allOf(parts, 'fails', {
        requiredWorking_m3PerH: needed.toNumber(),
        requiredTotal_m3PerH: neededTotal.toNumber(),
      }),
    );
  },
});
