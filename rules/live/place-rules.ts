import type { Gas } from '../../vocabulary/gas.ts';
import { type ActionLocation, actionLocation, type PlaceCode } from '../../vocabulary/place.ts';

/** Sensor places that lie in the air of a place with an action rule; all other sensor places have settings only. */
const byPlace: Readonly<Partial<Record<PlaceCode, ActionLocation>>> = {
  face: 'faceAirflow',
  returnCorner: 'faceAirflow',
  shearer: 'faceAirflow',
  headingFace: 'headingAirflow',
  continuousMiner: 'headingAirflow',
  faceReturn: 'faceReturn',
  faceReturnMiddle: 'faceReturn',
  headingReturn: 'headingReturn',
  headingMiddle: 'headingReturn',
};

/** Which methane and carbon dioxide action rule holds at a place; null where the rules give no figure. */
export function placeToActionLocation(code: PlaceCode): ActionLocation | null {
  const own = actionLocation.safeParse(code);
  return byPlace[code] ?? (own.success ? own.data : null);
}

/** The rule that judges a gas at a place: its id, the fact that takes the reading, and the facts fixed by the place. */
export interface LiveRule {
  readonly rule: string;
  readonly measuredKey: string;
  readonly unit: '%VOL' | 'ppm';
  readonly fixed: Readonly<Record<string, string>>;
  /** Keys of the limits in the pack, or the location whose limits hold. */
  readonly limits: { readonly key: string } | { readonly location: ActionLocation };
}

const toxic: ReadonlySet<Gas> = new Set<Gas>(['CO', 'NO2', 'SO2', 'H2S', 'NH3']);

const air = (gas: string): LiveRule => ({
  rule: 'gas.air.composition',
  measuredKey: 'value_pct',
  unit: '%VOL',
  fixed: { gas },
  limits: { key: `air.${gas}` },
});

/** Toxic limits hold everywhere; oxygen and intake carbon dioxide at the intake, hydrogen in charging rooms. */
export function liveRule(place: PlaceCode, gas: Gas): LiveRule | null {
  if (toxic.has(gas))
    return {
      rule: 'gas.toxic.limit',
      measuredKey: 'value_ppm',
      unit: 'ppm',
      fixed: { gas },
      limits: { key: `toxic.${gas}` },
    };
  if (place === 'faceIntake' && (gas === 'O2' || gas === 'CO2')) return air(`${gas}-intake`);
  if (place === 'chargingRoom' && gas === 'H2') return air('H2-charging');
  const location = placeToActionLocation(place);
  if (location === null) return null;
  if (gas === 'CH4') return action('gas.ch4.action', 'ch4_pct', location);
  return gas === 'CO2' ? action('gas.co2.action', 'co2_pct', location) : null;
}

const action = (rule: string, measuredKey: string, location: ActionLocation): LiveRule => ({
  rule,
  measuredKey,
  unit: '%VOL',
  fixed: { location },
  limits: { location },
});
