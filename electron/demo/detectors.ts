import { randomBytes } from 'node:crypto';
import { createItransDevice } from '../../drivers/simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../../drivers/simulator/mhz9041a-device.ts';
import { measuring, type ScriptStep, type SimulatedDevice } from '../../drivers/simulator/simulated-device.ts';
import { openPty, runDevice } from '../../drivers/transports/pty.ts';
import { systemClock, systemTimers } from '../../drivers/transports/system-clock.ts';
import { type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import { beijingDay } from '../../vocabulary/time.ts';
import type { LiveReading } from '../ports/listener-port.ts';
import { need, type Profile } from './profile.ts';
import { demoTechnician } from './teams.words.ts';

const SECOND = 1000;

/** Normal, then over its range, then normal again: the script of the demo's iTrans. */
const overRangeScript: readonly [ScriptStep, ...ScriptStep[]] = [
  { forMs: 5 * SECOND, condition: measuring('0.42') },
  { forMs: 4 * SECOND, condition: { kind: 'over_range' } },
  { forMs: Number.POSITIVE_INFINITY, condition: measuring('0.47') },
];

const steadyScript: readonly [ScriptStep, ...ScriptStep[]] = [
  { forMs: 4 * SECOND, condition: measuring('0.38') },
  { forMs: Number.POSITIVE_INFINITY, condition: measuring('0.44') },
];

type Settings = Readonly<Record<string, string | number>>;

/** A simulated instrument on a real pty, known to the record and being listened to. */
export interface DemoDetector {
  readonly instrumentId: InstrumentId;
  readonly device: SimulatedDevice;
  readonly stop: () => void;
}

async function plugIn(
  profile: Profile,
  driver: string,
  device: SimulatedDevice,
  settings: Settings,
  serialNumber: string,
) {
  const pty = await openPty();
  const running = runDevice(device, pty, systemClock, systemTimers);
  const instrument = instrumentId.parse(randomBytes(16).toString('hex'));
  const row = {
    instrumentId: instrument,
    driver,
    model: driver,
    serialNumber,
    settings,
    certificateNo: `JD-${serialNumber}`,
  };
  need(await profile.recorder.ask('instrument/put', { ...row, certificateUntil: '2027-06-30' }));
  need(await profile.recorder.ask('calibration/put', { ...justCalibrated(), instrumentId: instrument }));
  need(await profile.listener.ask('detector/start', { driver, path: pty.path, instrumentId: instrument, settings }));
  return { instrumentId: instrument, device, stop: running.stop } satisfies DemoDetector;
}

/** Adjusted today with test gas, so that what it measures stands as evidence. */
const justCalibrated = () => {
  const figure = decimalString.parse('1.00');
  return {
    calibrationId: null,
    file: null,
    entry: {
      kind: 'calibration' as const,
      date: beijingDay(systemClock.wall()),
      gas: 'CH4' as const,
      standard: { amount: figure, unit: '%VOL' as const },
      asFound: figure,
      asLeft: figure,
      by: demoTechnician,
      certificateNo: 'BQ-1',
    },
  };
};

export const plugInItrans = (profile: Profile, serialNumber: string): Promise<DemoDetector> =>
  plugIn(
    profile,
    'itrans',
    createItransDevice({ script: overRangeScript, startAt: systemClock.mono() }),
    { gas: 'CH4', unit: '%VOL', slave: 1 },
    serialNumber,
  );

export const plugInLaser = (profile: Profile, serialNumber: string): Promise<DemoDetector> =>
  plugIn(
    profile,
    'mhz9041a',
    createMhz9041aDevice({ script: steadyScript, startAt: systemClock.mono() }),
    { unit: '%VOL', warmupMs: 2000 },
    serialNumber,
  );

/** The next reading of an instrument that fits, or a fault after the time. */
export function waitForReading(
  profile: Profile,
  instrument: InstrumentId,
  fits: (reading: LiveReading) => boolean,
  withinMs: number,
): Promise<LiveReading> {
  return new Promise((resolve, reject) => {
    const off = profile.listener.on('reading', (heard) => {
      if (heard.reading.instrument !== instrument || !fits(heard)) return;
      off();
      clearTimeout(timer);
      resolve(heard);
    });
    const timer = setTimeout(() => {
      off();
      reject(new Error(`no fitting reading of ${instrument} within ${withinMs} ms`));
    }, withinMs);
  });
}
