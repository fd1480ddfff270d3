import type { Gas } from '../../vocabulary/gas.ts';
import { openDetail } from '../../vocabulary/open-question.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { NotMeasured, ReadingValue } from '../../vocabulary/reading.ts';
import { float32Decimal } from '../decimal-amount.ts';
import type { DecodedFrame } from '../driver.ts';
import { INITIALISING, OK, statusName } from './status-names.ts';

const NO_GAS = 0;
const METHANE = 3;
const UNKNOWN_CLASS = 253;
const UNDER_RANGE = 254;
const OVER_RANGE = 255;
/** What is no methane is published under its class and never as methane (p7). */
const CLASSES: Readonly<Record<number, Gas>> = {
  [NO_GAS]: 'CH4',
  1: 'hydrogen',
  2: 'hydrogen_mixture',
  [METHANE]: 'CH4',
  4: 'light_gas',
  5: 'medium_gas',
  6: 'heavy_gas',
  [UNKNOWN_CLASS]: 'unknown',
  [UNDER_RANGE]: 'CH4',
  [OVER_RANGE]: 'CH4',
};
/** What a sensor that is not ready says instead of a concentration. */
const NO_CONCENTRATION = -100;

/** The payload of an answer with its status as a reading; `previousCycle` tells a repeated answer from a new one. */
export function parseAnswer(
  payload: DataView,
  status: number,
  unit: GasUnit | undefined,
  previousCycle: number | null,
): DecodedFrame {
  const cycle = payload.getUint32(0, true);
  const gasId = payload.getUint32(8, true);
  const concentration = payload.getFloat32(4, true);
  const isNew = cycle !== previousCycle;
  const flags = status === OK ? [] : [statusName(status)];
  const value = readingValue({ concentration, status, gasId, cycle }, unit);
  return {
    readings: [{ channel: 'ch1', gas: CLASSES[gasId] ?? 'unknown', value, flags }],
    details: {
      status,
      status_name: statusName(status),
      cycle,
      gas_id: gasId,
      new_sample: isNew,
      temperature_c: payload.getFloat32(12, true),
    },
    isRepeat: !isNew,
  };
}

interface Said {
  readonly concentration: number;
  readonly status: number;
  readonly gasId: number;
  readonly cycle: number;
}

function readingValue({ concentration, status, gasId, cycle }: Said, unit: GasUnit | undefined): ReadingValue {
  const withheld = (quality: NotMeasured, detail: string): ReadingValue => ({ quality, unit: unit ?? null, detail });
  if (status !== OK && status !== INITIALISING) return withheld('fault', statusName(status));
  const measured =
    gasId === UNDER_RANGE || concentration <= NO_CONCENTRATION || cycle === 0 ? null : float32Decimal(concentration);
  const isReady = status === OK;
  // The highest alarm, whatever is still to be asked.
  if (isReady && gasId === OVER_RANGE) return withheld('over_range', 'device_status');
  if (unit === undefined) return withheld('invalid', openDetail('unit_unknown', isReady ? measured : null));
  if (CLASSES[gasId] === undefined) return withheld('invalid', openDetail('gas_unknown', isReady ? measured : null));
  if (!isReady) return withheld('warmup', statusName(status));
  if (gasId === UNDER_RANGE) return withheld('under_range', 'device_status');
  const amount = float32Decimal(concentration);
  if (amount === null || concentration <= NO_CONCENTRATION) return withheld('invalid', 'not_a_concentration');
  // No cycle has ended yet: inferred, and on the safe side.
  return measured === null ? withheld('invalid', 'no_cycle_yet') : { quality: 'ok', amount, unit };
}
