import { markFolder } from '../db/files/mark-store.ts';
import { nodeFiles } from '../db/files/node-files.ts';
import { canonicalJson } from '../db/log/canonical-json.ts';
import { sha256 } from '../db/log/sha256.ts';
import type { RecordWorld } from '../db/record.ts';
import { systemClock } from '../drivers/transports/system-clock.ts';
import { systemRandom } from '../drivers/transports/system-random.ts';
import { packs } from '../rules/packs/registry.ts';
import { readBootId } from './boot-id.ts';

/** The real disk, clock and randomness for the record in one data folder. Every host takes it from here, so that their states compare. */
export const recordWorld = (folder: string, env: NodeJS.ProcessEnv): RecordWorld => ({
  folder,
  stateFolder: markFolder(env),
  files: nodeFiles,
  clock: systemClock,
  random: systemRandom,
  boot: readBootId(),
  rulesVersion: sha256(canonicalJson(packs)),
});
