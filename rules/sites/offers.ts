import type { PartKind } from '../../vocabulary/site.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import type { CheckItem } from '../checklist/item.ts';
import { exact } from '../decimal.ts';
import { type HoleGroup, holeGroup, roundedDown } from './holes.ts';
import type { Site } from './site.ts';
import type { ZoneCount } from './zone-count.ts';

/** A fact that a row need not ask, because it was written down at a site. */
export interface Offer {
  readonly value: FactValue;
  readonly placeId: string;
}
export type Offers = Readonly<Record<string, Offer>>;

/** The sites behind one row: its own, and those that belong to it. */
interface Around {
  readonly heading: Site | null;
  readonly probe: Site | null;
  readonly holes: HoleGroup | null;
  readonly room: Site | null;
  readonly face: Site | null;
}

/** Where the facts of the map of zones come from, in the place of a place. */
export const FROM_ZONES = 'zones';

/**
 * Facts for the row of an item at a place, from what was entered once at sites or drawn on the map of zones. A fact that is not
 * known is not offered.
 */
export function offersFor(
  item: CheckItem,
  placeId: string | null,
  sites: readonly Site[],
  zones: ZoneCount | null = null,
): Offers {
  if (item.criterion.kind === 'rule' && item.criterion.rule === 'water.zones.faces') return zones ? ofZones(zones) : {};
  const around = placeId === null ? null : aroundOf(placeId, sites);
  if (around === null) return {};
  const { criterion } = item;
  const asked = new Set(criterion.facts.map(({ key }) => key));
  if (criterion.kind === 'rule' && criterion.confirm) asked.add(criterion.confirm.key);
  const found = criterion.kind === 'rule' ? sources[criterion.rule]?.(around) : noted(around);
  const offers = Object.entries(found ?? {}).filter(([key, offer]) => asked.has(key) && offer !== null);
  return Object.fromEntries(offers.flatMap(([key, offer]) => (offer ? [[key, offer]] : [])));
}

const ofZones = ({ deferred, forbidden }: ZoneCount): Offers => ({
  facesInDeferred: { value: deferred, placeId: FROM_ZONES },
  facesInForbidden: { value: forbidden, placeId: FROM_ZONES },
});

function aroundOf(placeId: string, sites: readonly Site[]): Around | null {
  const own = sites.find((site) => site.placeId === placeId);
  const probe = own?.kind === 'probeSite' ? own : probeOf(placeId, sites);
  if (!own && !probe) return null;
  const parent = probe?.parent ?? null;
  const heading = own?.kind === 'heading' ? own : (sites.find((site) => site.placeId === parent) ?? null);
  return {
    heading,
    probe,
    holes: probe && holeGroup(probe.parts),
    room: own?.kind === 'pumpRoom' ? own : null,
    face: own?.kind === 'face' ? own : null,
  };
}

/** The probe that counts for a heading: the last one begun; where their days are not all known, the one that reaches least. */
export function probeOf(heading: string, sites: readonly Site[]): Site | null {
  const probes = sites.filter(({ kind, parent }) => kind === 'probeSite' && parent === heading);
  const days = probes.map(({ facts }) => facts.probeStart_date);
  const dated = days.every((day) => typeof day === 'string' && day !== '');
  const reach = (site: Site) => Number(holeGroup(site.parts).projected_m ?? 0);
  const order = dated
    ? (a: Site, b: Site) => compareText(String(b.facts.probeStart_date), String(a.facts.probeStart_date))
    : (a: Site, b: Site) => reach(a) - reach(b);
  return probes.toSorted(order)[0] ?? null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Found = Readonly<Record<string, Offer | null>>;

const taken = (site: Site | null, key: string): Offer | null => {
  const value = site?.facts[key];
  return site && value !== undefined && value !== null && value !== '' ? { value, placeId: site.placeId } : null;
};
const made = (site: Site | null, value: FactValue | undefined): Offer | null =>
  site && value !== undefined && value !== null ? { value, placeId: site.placeId } : null;
const straight = (site: Site | null, ...keys: readonly string[]): Found =>
  Object.fromEntries(keys.map((key) => [key, taken(site, key)]));

/** What is left ahead of the face: the reach of the holes less what was driven since. */
export function leadOf({ heading, holes }: Pick<Around, 'heading' | 'holes'>): string | null {
  const advance = heading?.facts.advance_m;
  if (!holes?.projected_m || advance === undefined || advance === null || advance === '') return null;
  const left = exact(holes.projected_m).minus(exact(String(advance)));
  return left.isNegative() ? '0' : roundedDown(left.toNumber());
}

const inRock: ReadonlySet<unknown> = new Set(['fault', 'aquifer', 'collapse-column']);
const goaf: ReadonlySet<unknown> = new Set(['goaf-unclear', 'goaf-clear']);

const leadTarget = (target: FactValue | undefined) =>
  target === 'goaf-unclear' ? target : inRock.has(target) ? 'rock' : undefined;
const controlTarget = (target: FactValue | undefined) =>
  goaf.has(target) ? 'goaf' : inRock.has(target) ? target : undefined;
const structureOf = (target: FactValue | undefined) =>
  target === 'collapse-column' ? target : inRock.has(target) ? 'fault-or-karst' : undefined;

/** Where the facts of each rule stand among the sites. A new rule that sites feed is a line here. */
const sources: Readonly<Record<string, (around: Around) => Found>> = {
  'water.drill.lead': (all) => ({
    target: made(all.probe, leadTarget(all.probe?.facts.probeTarget)),
    waterPressure_MPa: taken(all.probe, 'expectedPressure_MPa'),
    lead_m: made(all.heading ?? all.probe, leadOf(all)),
    casing_m: taken(all.probe, 'casing_m'),
  }),
  'water.casing.pressureTest': ({ probe }) => ({
    expectedStaticPressure_MPa: taken(probe, 'expectedPressure_MPa'),
    ...straight(probe, 'testPressure_MPa', 'hold_min'),
  }),
  'water.drill.pressureControls': ({ probe }) => ({
    ...straight(probe, 'expectedPressure_MPa', 'drilledInCoalSeam', 'bulkheadBuilt', 'requirementsMet'),
    target: made(probe, controlTarget(probe?.facts.probeTarget)),
  }),
  'water.drill.spacing': ({ probe, holes }) => ({
    horizontalSpacing_m: made(probe, holes?.horizontal_m),
    verticalSpacing_m: made(probe, holes?.vertical_m),
    thickSeam: taken(probe, 'thickSeam'),
  }),
  'water.drill.holeCount': ({ probe, holes }) => ({
    structure: made(probe, structureOf(probe?.facts.probeTarget)),
    holes: made(probe, holeCount(probe)),
    holesTowardsWater: made(
      probe,
      holes?.unfinished.length === 0 ? holes.holes.filter((hole) => hole.towardsWater).length : null,
    ),
  }),
  'water.probe.permittedAdvance': ({ heading, probe, holes }) => ({
    advance_m: taken(heading, 'advance_m'),
    holeDepth_m: made(probe, holes?.projected_m),
    lead_m: taken(heading, 'designLead_m'),
  }),
  'water.probe.coverage': ({ heading, probe, holes }) => ({
    advance_m: taken(heading, 'advance_m'),
    probedLength_m: made(probe, holes?.projected_m),
  }),
  'water.twoProbes.order': ({ heading, probe }) => ({
    ...straight(heading, 'geophysics_date', 'heading_date'),
    drilling_date: taken(heading, 'drilling_date') ?? taken(probe, 'probeStart_date'),
  }),
  'water.anomalies.verified': ({ heading }) => straight(heading, 'anomaliesListed', 'anomaliesVerified'),
  'water.geophysics.overlap': ({ heading }) => straight(heading, 'overlap_m', 'designLead_m'),
  'water.design.approved': ({ probe }) => straight(probe, 'approval_date', 'probeStart_date'),
  'water.release.capacity': ({ probe }) => straight(probe, 'releaseFlow_m3PerH', 'spareDrainage_m3PerH'),
  'water.pumps.capacity': ({ room }) => ({
    ...straight(room, 'normalInflow_m3PerH', 'maxInflow_m3PerH'),
    workingPumps_m3PerH: made(room, capacityOf(room, 'working')),
    sparePumps_m3PerH: made(room, capacityOf(room, 'spare')),
    overhaulPumps_m3PerH: made(room, capacityOf(room, 'overhaul')),
  }),
  'water.sump.capacity': ({ room }) => ({
    ...straight(room, 'normalInflow_m3PerH'),
    effectiveVolume_m3: made(
      room,
      sumOf(room, 'sump', 'effectiveVolume_m3', ({ sumpKind }) => sumpKind === 'main'),
    ),
  }),
  'water.sump.empty': ({ room }) => ({
    totalVolume_m3: made(room, sumOf(room, 'sump', 'totalVolume_m3')),
    emptyVolume_m3: made(room, sumOf(room, 'sump', 'emptyVolume_m3')),
  }),
  'water.pumpRoom.exits': ({ room }) => straight(room, 'exits', 'inclineAboveFloor_m'),
  'water.inrush.coefficient': ({ face }) =>
    straight(face, 'waterPressure_MPa', 'aquicludeThickness_m', 'structureDamaged'),
};

/** Facts of rows that one number or the inspector judges. */
const noted = (all: Around): Found => ({
  leadDistance_m: all.probe?.facts.probeTarget === 'goaf-unclear' ? made(all.heading ?? all.probe, leadOf(all)) : null,
  endBore_mm: taken(all.probe, 'endBore_mm'),
  designParts: taken(all.probe, 'designParts'),
  holesOnSite: made(all.probe, seenHoles(all.probe)),
});

const holesOf = (site: Site | null) => site?.parts.filter(({ kind }) => kind === 'hole') ?? [];

const holeCount = (site: Site | null): number | null => (holesOf(site).length === 0 ? null : holesOf(site).length);

/** Counted once somebody has said of every hole whether it is there. */
function seenHoles(site: Site | null): number | null {
  const holes = holesOf(site);
  const looked = holes.every(({ facts }) => typeof facts.seenOnSite === 'boolean');
  return holes.length > 0 && looked ? holes.filter(({ facts }) => facts.seenOnSite === true).length : null;
}

const capacityOf = (room: Site | null, duty: string): string | null =>
  sumOf(
    room,
    'pump',
    'capacity_m3PerH',
    ({ pumpDuty }) => pumpDuty === duty,
    ({ pumpDuty }) => typeof pumpDuty === 'string',
  );

type PartFacts = Readonly<Record<string, FactValue>>;

/** A sum is known only when every part of it is: one pump without its figure leaves all of them open. */
function sumOf(
  site: Site | null,
  kind: PartKind,
  key: string,
  counts: (facts: PartFacts) => boolean = () => true,
  known: (facts: PartFacts) => boolean = () => true,
): string | null {
  const all = site?.parts.filter((part) => part.kind === kind) ?? [];
  const amounts = all.filter(({ facts }) => counts(facts)).map(({ facts }) => facts[key]);
  if (all.length === 0 || !all.every(({ facts }) => known(facts))) return null;
  let sum = exact(0);
  for (const amount of amounts) {
    if (typeof amount !== 'string' && typeof amount !== 'number') return null;
    sum = sum.plus(exact(amount));
  }
  return sum.toFixed();
}
