import { createCubicSjhDevice } from '../../drivers/simulator/cubic-sjh-device.ts';
import { createDynamentDevice } from '../../drivers/simulator/dynament-device.ts';
import { createIr400Device } from '../../drivers/simulator/ir400-device.ts';
import { createItransDevice } from '../../drivers/simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../../drivers/simulator/mhz9041a-device.ts';
import { createMpsDevice } from '../../drivers/simulator/mps-device.ts';
import { createProfileDevice } from '../../drivers/simulator/profile-device.ts';
import type { Condition, ScriptStep, SimulatedDevice } from '../../drivers/simulator/simulated-device.ts';
import { createWinsenDevice, createWinsenStream } from '../../drivers/simulator/winsen-device.ts';

/** One kind of detector in the run. */
export interface Family {
  /** Id of its driver in the registry. */
  readonly driver: string;
  /** Settings with which a frame becomes a number at once, for amounts up to 4.99 with two decimals. */
  readonly settings: Readonly<Record<string, string | number>>;
  readonly device: (script: readonly [ScriptStep, ...ScriptStep[]], startAt: number) => SimulatedDevice;
  /** Where noise behind this byte passes for a frame too easily, noise is without it: eight bits of check (p3), none (p4, refusal). */
  readonly head?: number;
  /** A device that speaks by itself behind a driver that could also poll. */
  readonly isUnasked?: boolean;
}

const LASER = { unit: '%VOL', warmupMs: 0 } as const;

/** SEN07xx: valid, one channel, a count with its low word first and its two decimals beside it. */
const sen07xxWords = (condition: Condition) => {
  const count = condition.kind === 'measuring' ? Math.round(Number(condition.amount) * 100) : 0;
  return [0xc746, 0x3343, 1, 0, 0, 0x100, 0, 1, 1, count, 0, 2];
};

/** A new driver joins the run by one line here. */
const families: readonly [Family, ...Family[]] = [
  {
    driver: 'itrans',
    settings: { gas: 'CH4', unit: '%VOL' },
    device: (script, startAt) => createItransDevice({ script, startAt }),
  },
  { driver: 'mhz9041a', settings: LASER, device: (script, startAt) => createMhz9041aDevice({ script, startAt }) },
  {
    driver: 'dynament',
    settings: { gas: 'CH4', unit: '%VOL', full_scale: 5 },
    device: (script, startAt) => createDynamentDevice({ script, startAt }),
    head: 0x10,
  },
  {
    driver: 'cubic-sjh',
    settings: { unit: '%VOL', scale: 0.01 },
    device: (script, startAt) => createCubicSjhDevice({ script, startAt }),
  },
  { driver: 'ir400', settings: {}, device: (script, startAt) => createIr400Device({ script, startAt, alarms: 2 }) },
  {
    driver: 'winsen',
    settings: { mode: 'poll', gas: 'CH4', unit: '%VOL', scale: 0.01, full_scale: 5, warmupMs: 0 },
    device: (script, startAt) => createWinsenDevice({ script, startAt }),
    head: 0xff,
  },
  {
    driver: 'winsen',
    settings: { mode: 'auto', warmupMs: 0 },
    device: (script, startAt) => createWinsenStream({ script, startAt }),
    head: 0xff,
    isUnasked: true,
  },
  {
    driver: 'mps',
    settings: { unit: '%LEL(ISO 10156)' },
    device: (script, startAt) => createMpsDevice({ script, startAt }),
  },
  {
    driver: 'profile:sen07xx',
    settings: { warmupMs: 0 },
    device: (script, startAt) =>
      createProfileDevice({ script, startAt, blocks: [{ function: 4, address: 0, wordsOf: sen07xxWords }] }),
  },
];

/** Ten lines a second. */
const testStream: Family = {
  driver: 'mhz9041a',
  settings: LASER,
  device: (script, startAt) => createMhz9041aDevice({ script, startAt, periodMs: 100 }),
};

const LEAST_DETECTORS = 8;

/** Eight detectors or one of each family, whichever is more, and the test stream. */
export const detectorsOfRun: readonly { readonly name: string; readonly family: Family }[] = [
  ...Array.from({ length: Math.max(LEAST_DETECTORS, families.length) }, (_, index) => {
    const family = families[index % families.length] ?? families[0];
    return { name: `${family.driver}-${index + 1}`, family };
  }),
  { name: 'test-stream', family: testStream },
];
