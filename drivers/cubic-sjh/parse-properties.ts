import type { CubicMeaning, PropertyCheck } from './parse-measurement.ts';

/** What the module says of itself (p8, command 0D). */
interface CubicProperties {
  readonly range: number;
  readonly decimals: number;
  readonly gasCode: number;
  readonly unitCode: number;
}

/** Range (two bytes), decimals, gas and unit; what follows is not documented. */
const LEAST_BYTES = 5;
const HYDROCARBONS = 0;
const PPM = 0;
const LAST_PERCENT = 3;

/** Null where the reply is shorter than what is documented. */
export function parseProperties(data: Uint8Array): CubicProperties | null {
  const [high = 0, low = 0, decimals = 0, gasCode = 0, unitCode = 0] = data;
  return data.length < LEAST_BYTES ? null : { range: high * 256 + low, decimals, gasCode, unitCode };
}

/** Whether the module's own words bear the settings out. Which per cent codes 1 to 3 mean is not documented. */
export function checkProperties(said: CubicProperties, { unit, scale }: CubicMeaning): PropertyCheck {
  const isUnitAlike = said.unitCode === PPM ? unit === 'ppm' : said.unitCode <= LAST_PERCENT && unit !== 'ppm';
  const isScaleAlike = scale === undefined || Math.abs(scale * 10 ** said.decimals - 1) < 1e-9;
  const agrees = said.gasCode === HYDROCARBONS && (unit === undefined || isUnitAlike) && isScaleAlike;
  return agrees ? 'agrees' : 'differs';
}
