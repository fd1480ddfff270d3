import { expect, test } from 'vitest';
import { gradeInstrument } from '../../../rules/instrument/grade-instrument.ts';
import { instrumentId } from '../../../vocabulary/ids.ts';
import { calibration, type InstrumentFile } from '../../../vocabulary/instrument.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import { gasesOf, gradedInstrument } from './graded.ts';

const made = (gas: string, date: string) =>
  calibration.parse({
    kind: 'calibration',
    gas,
    date,
    standard: null,
    asFound: null,
    asLeft: null,
    by: '',
    certificateNo: '',
  });
const row = {
  instrumentId: instrumentId.parse('a'.repeat(32)),
  driver: 'itrans',
  model: 'iTrans',
  serialNumber: '1',
  settings: {},
  certificateNo: '',
  certificateUntil: null,
};

test('gases are those set, heard and calibrated; without any it is methane', () => {
  expect(gasesOf({ settings: {} }, [], [])).toEqual(['CH4']);
  expect(gasesOf({ settings: { gas: 'CO' } }, [made('O2', '2026-11-01')], ['CO', 'unknown'])).toEqual(['CO', 'O2']);
});

test('the list shows the worst of all gases and the calibration longest ago', () => {
  const file: InstrumentFile = {
    principle: null,
    certificates: [],
    calibrations: [made('CH4', '2026-11-20'), made('CO', '2026-10-01')],
  };
  const day = isoDate.parse('2026-11-23');
  const graded = gradedInstrument(row, ['CH4', 'CO'], day, (_, gas) => gradeInstrument(file, gas, day));
  expect(graded).toMatchObject({ reasons: ['certificate_missing', 'calibration_overdue'], calibrated: '2026-10-01' });
  const never = gradedInstrument(row, ['CH4', 'O2'], day, (_, gas) => gradeInstrument(file, gas, day));
  expect(never?.calibrated).toBeNull();
  expect(gradedInstrument(row, ['CH4'], day, () => null)).toBeNull();
});
