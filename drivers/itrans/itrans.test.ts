import { acceptDriver } from '../acceptance/accept-driver.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { itransDriver } from './itrans-driver.ts';

acceptDriver(itransDriver, {
  settings: { gas: 'CH4', unit: '%VOL' },
  device: (script, startAt) => createItransDevice({ script, startAt }),
  frames: vectorFrames('p1', '01 03 00 64 00 05 C4 16'),
});
