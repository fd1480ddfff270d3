import { after, allOf, passOrFail } from '../compare-all.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, type Derived, derive } from '../workings.ts';

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
    const needed = derive('Q_n = 24 · q / t', 'm³/h', { q: facts.normalInflow_m3PerH, t: hours });
    const neededTotal = derive('Q_m = 24 · q_max / t', 'm³/h', { q_max: facts.maxInflow_m3PerH, t: hours });
    const atLeast = ({ value }: Derived, symbol: string) => ({
      ...hours,
      comparator: '>=' as const,
      unit: 'm³/h',
      value,
      symbol,
    });
    const share = (key: string, symbol: string) => {
      const limit = law.limit('safety', key);
      const line = derive(`${symbol} = k · Q_w`, 'm³/h', { k: limit, Q_w: facts.workingPumps_m3PerH });
      return { line, bound: { ...limit, unit: 'm³/h', value: line.value, symbol } };
    };
    const [spare, overhaul] = [share('pumps.spareShare', 'Q_s,min'), share('pumps.overhaulShare', 'Q_o,min')];
    const both = derive('Q_ws = Q_w + Q_s', 'm³/h', {
      Q_w: facts.workingPumps_m3PerH,
      Q_s: facts.sparePumps_m3PerH,
    });
    const parts = {
      working: compare('Q_w', facts.workingPumps_m3PerH, atLeast(needed, 'Q_n')),
      spare: compare('Q_s', facts.sparePumps_m3PerH, spare.bound),
      'working-plus-spare': compare('Q_ws', both.value, atLeast(neededTotal, 'Q_m')),
      overhaul: compare('Q_o', facts.overhaulPumps_m3PerH, overhaul.bound),
    };
    return after(
      [needed, neededTotal, spare.line, both, overhaul.line].map(({ working }) => working),
      allOf(parts, 'fails', {
        requiredWorking_m3PerH: needed.value.toNumber(),
        requiredTotal_m3PerH: neededTotal.value.toNumber(),
      }),
    );
  },
});
