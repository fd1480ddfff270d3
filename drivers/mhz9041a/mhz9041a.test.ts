import { acceptDriver } from '../acceptance/accept-driver.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createMhz9041aDevice } from '../simulator/mhz9041a-device.ts';
import { mhz9041aDriver } from './mhz9041a-driver.ts';

acceptDriver(mhz9041aDriver, {
  settings: { unit: '%VOL' },
  device: (script, startAt) => createMhz9041aDevice({ script, startAt }),
  frames: vectorFrames('p2'),
  // A carrier board's poll, a line of a kindred instrument.
  others: [Buffer.from('AA5500 0C00C0740D0A'.replace(' ', ''), 'hex'), Buffer.from('A+001.5 +24.0\r\n')],
});
