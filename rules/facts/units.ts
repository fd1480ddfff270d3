/** The unit a fact key ends in, as it is printed. */
const units: Readonly<Record<string, string>> = {
  pct: '%',
  ppm: 'ppm',
  m: 'm',
  mm: 'mm',
  m2: 'm²',
  deg: '°',
  degC: '℃',
  m3: 'm³',
  MPa: 'MPa',
  kPa: 'kPa',
  Pa: 'Pa',
  min: 'min',
  d: 'd',
  t: 't',
  mmHg: 'mmHg',
  f: '',
  m3PerMin: 'm³/min',
  m3PerH: 'm³/h',
  m3PerT: 'm³/t',
  m3PerM3: 'm³/m³',
  tPerM3: 't/m³',
  perMPa: 'MPa⁻¹',
  MtPerYear: 'Mt/a',
  mPerS: 'm/s',
  MPaPerM: 'MPa/m',
  LPerSM: 'L/(s·m)',
  kgPerM: 'kg/m',
  LPerMin: 'L/min',
  mLPerGMin05: 'mL/(g·min^½)',
};

/** `lead_m` is metres; a key without a unit gives null. */
export function unitOfKey(key: string): string | null {
  const suffix = key.slice(key.lastIndexOf('_') + 1);
  return key.includes('_') ? (units[suffix] ?? null) : null;
}
