import { z } from 'zod';

/** Gases as the protocols name them; `COMB` is combustible gas whose kind is not stated, and is not methane. */
export const gas = z.enum([
  'CH4',
  'CO',
  'O2',
  'CO2',
  'H2S',
  'SO2',
  'NO2',
  'NH3',
  'H2',
  'HCN',
  'ClO2',
  'COMB',
  'unknown',
  'hydrogen',
  'hydrogen_mixture',
  'light_gas',
  'medium_gas',
  'heavy_gas',
]);
export type Gas = z.infer<typeof gas>;
