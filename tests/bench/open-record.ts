import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { nodeFiles } from '../../db/files/node-files.ts';
import { createRecord, type EventRecord } from '../../db/record.ts';
import { systemClock } from '../../drivers/transports/system-clock.ts';
import { systemRandom } from '../../drivers/transports/system-random.ts';
import { bootId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';

/** A new record in a folder of the bench, as the product makes it, and at rest. */
export async function newRecord(folder: string): Promise<EventRecord> {
  const world = {
    folder: path.join(folder, 'data'),
    stateFolder: path.join(folder, 'state'),
    files: nodeFiles,
    clock: systemClock,
    random: systemRandom,
    boot: bootId.parse(randomBytes(16).toString('hex')),
    rulesVersion: 'bench',
  };
  const { record } = orThrow(await createRecord(world, { passphrase: 'a passphrase of the bench' }));
  while (orThrow(record.tidy())); // what the host does when nobody waits
  return record;
}
