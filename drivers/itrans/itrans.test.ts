import { acceptDriver } from '../acceptance/accept-driver.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { fromHex } from '../framing/hex.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { itransDriver } from './itrans-driver.ts';

acceptDriver(itransDriver, {
  settings: { gas: 'CH4', unit: '%VOL' },
  device: (script, startAt) => createItransDevice({ script, startAt }),
  frames: vectorFrames('p1', '01 03 00 64 00 05 C4 16'),
  // A refusal, another slave, four registers where five were asked, the poll itself, the head of a very long answer.
  others: ['018302c0f1', '02030a0701000c0015000100000d3c', '0103080701000c0015000104f4', '010300640005c416', '0203fa']
    .map(fromHex)
    .filter((bytes) => bytes !== null),
});
