import type { IsoDate } from '../../vocabulary/time.ts';
import type { Verdict } from '../../vocabulary/verdict.ts';
import type { WaterZone, ZoneType } from '../../vocabulary/zone.ts';
import { type Exact, exact } from '../decimal.ts';
import { judge } from '../judge.ts';

const DECIMALS = 4;
const shown = (coefficient: Exact): string => coefficient.toDecimalPlaces(DECIMALS).toFixed();

export interface ZoneFigures {
  /** T = P / M, MPa/m, as it is shown; null while P or M is missing. */
  readonly computed: string | null;
  /** What the figures make of a zone of floor water that is clear, whole and demonstrated at best; null where they say nothing. */
  readonly best: ZoneType | null;
  /** The rule behind `best`, with its documents and arithmetic. */
  readonly verdict: Verdict | null;
}

/** The coefficient from pressure and thickness, and the best kind of zone these figures allow: papers may make it stricter. */
export function zoneFigures(
  zone: Pick<WaterZone, 'waterKind' | 'waterPressure_MPa' | 'aquicludeThickness_m'>,
  date: IsoDate,
): ZoneFigures {
  const { waterKind, waterPressure_MPa: pressure, aquicludeThickness_m: thickness } = zone;
  if (pressure === null || thickness === null || exact(thickness).isZero())
    return { computed: null, best: null, verdict: null };
  const coefficient = exact(pressure).div(exact(thickness));
  if (waterKind !== 'floor') return { computed: shown(coefficient), best: null, verdict: null };
  const judged = judge(
    'water.threeZones.floor',
    {
      inrushCoefficient_MPaPerM: coefficient.toFixed(),
      aquicludeThickness_m: thickness,
      floorIntactOrNoAnomaly: true,
      demonstrationPassed: true,
      hydrogeologyClear: true,
    },
    { date },
  );
  const outcome = judged.ok ? judged.value.outcome : null;
  const best = outcome === 'mineable' || outcome === 'deferred' || outcome === 'forbidden' ? outcome : null;
  return { computed: shown(coefficient), best, verdict: judged.ok ? judged.value : null };
}

const strictness = { mineable: 0, deferred: 1, forbidden: 2 } as const;

/** The zone is recorded as a better one than its own figures allow. */
export const isTooMild = (recorded: ZoneType, best: ZoneType | null): boolean =>
  best !== null && strictness[recorded] < strictness[best];
