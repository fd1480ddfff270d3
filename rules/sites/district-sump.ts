import type { IsoDate } from '../../vocabulary/time.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import { judge } from '../judge.ts';
import type { Site, SitePart } from './site.ts';

/** A sump of a district, by the inflow of its own district: no row of the checklist asks for it. */
export interface DistrictSump {
  readonly part: SitePart;
  readonly verdict: Verdict;
}

/** The district sumps of a pump room, each judged by itself. */
export function districtSumps(site: Pick<Site, 'parts'>, date: IsoDate): readonly DistrictSump[] {
  return site.parts.flatMap((part): DistrictSump[] => {
    if (part.kind !== 'sump' || part.facts.sumpKind !== 'district') return [];
    const { normalInflow_m3PerH, effectiveVolume_m3 } = part.facts;
    const judged = judge(
      'water.sump.capacity',
      { sumpKind: 'district', normalInflow_m3PerH, effectiveVolume_m3 },
      { date },
    );
    return judged.ok ? [{ part, verdict: judged.value }] : [];
  });
}
