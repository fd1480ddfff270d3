import type { CalibrationDraft } from '../../../../electron/ports/instrument-models.ts';
import type { Gas } from '../../../../vocabulary/gas.ts';
import type { EntityId } from '../../../../vocabulary/ids.ts';
import type { Calibration } from '../../../../vocabulary/instrument.ts';
import { type DecimalString, decimalString, type GasUnit } from '../../../../vocabulary/quantity.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import { decimalOf } from '../../../parts/number-text.ts';

/** A calibration as it is being written down; figures as typed. */
export interface Entry {
  readonly calibrationId: EntityId | null;
  readonly kind: Calibration['kind'];
  readonly date: string;
  readonly gas: Gas;
  readonly unit: GasUnit;
  readonly standard: string;
  readonly asFound: string;
  readonly asLeft: string;
  readonly by: string;
  readonly certificateNo: string;
}

export const figures = ['standard', 'asFound', 'asLeft'] as const;
export type Figure = (typeof figures)[number];

const inPercent: readonly GasUnit[] = ['%VOL', '%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)'];
const inPpm: readonly GasUnit[] = ['ppm', '%VOL'];
const ppmGases: ReadonlySet<Gas> = new Set(['CO', 'H2S', 'SO2', 'NO2', 'NH3', 'HCN', 'ClO2']);

/** The units a standard gas may be given in; the usual one first. */
export const unitsFor = (gas: Gas): readonly GasUnit[] => (ppmGases.has(gas) ? inPpm : inPercent);

export const freshEntry = (gas: Gas, today: string, by: string): Entry => ({
  calibrationId: null,
  kind: 'calibration',
  date: today,
  gas,
  unit: unitsFor(gas)[0] ?? '%VOL',
  standard: '',
  asFound: '',
  asLeft: '',
  by,
  certificateNo: '',
});

export const entryOf = (calibrationId: EntityId, made: Calibration): Entry => ({
  calibrationId,
  kind: made.kind,
  date: made.date,
  gas: made.gas,
  unit: made.standard?.unit ?? unitsFor(made.gas)[0] ?? '%VOL',
  standard: made.standard?.amount ?? '',
  asFound: made.asFound ?? '',
  asLeft: made.asLeft ?? '',
  by: made.by,
  certificateNo: made.certificateNo,
});

const decimal = (text: string): DecimalString | null => decimalString.safeParse(decimalOf(text)).data ?? null;

export type Missing = 'date' | 'future' | 'by' | 'standard' | 'figures';

/** What is still wanted. Figures may all be left out; a reading without its standard gas says nothing. */
export function missingIn(entry: Entry, today: string): readonly Missing[] {
  const missing: Missing[] = [];
  if (entry.date === '') missing.push('date');
  if (entry.date > today) missing.push('future');
  if (entry.by.trim() === '') missing.push('by');
  const shown = entry.asFound !== '' || entry.asLeft !== '';
  if (shown && decimal(entry.standard) === null) missing.push('standard');
  if (figures.some((key) => entry[key] !== '' && decimal(entry[key]) === null)) missing.push('figures');
  return missing;
}

/** The entry as it is kept; null while something is wanted. */
export function keptEntry(entry: Entry, today: string): CalibrationDraft['entry'] | null {
  const date = isoDate.safeParse(entry.date).data;
  if (!date || missingIn(entry, today).length > 0) return null;
  const amount = decimal(entry.standard);
  return {
    kind: entry.kind,
    date,
    gas: entry.gas,
    by: entry.by.trim(),
    certificateNo: entry.certificateNo.trim(),
    standard: amount === null ? null : { amount, unit: entry.unit },
    asFound: decimal(entry.asFound),
    asLeft: decimal(entry.asLeft),
  };
}
