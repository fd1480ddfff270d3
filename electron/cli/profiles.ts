import process from 'node:process';
import type { DroppedProfiles } from '../../drivers/modbus-profile/dropped-profiles.ts';
import { usualDataFolder } from '../data-folder.ts';
import { loadDroppedProfiles, profilesFolderIn } from '../profiles-folder.ts';
import type { CliIo } from './verb.ts';

export const profilesOption = { profiles: { type: 'string' } } as const;

/** The instruments that files add: of `--profiles DIR`, else of JINGXUN_PROFILES, else of the data folder. */
export const profilesOf = (folder: string | undefined, { env }: Pick<CliIo, 'env'>): DroppedProfiles =>
  loadDroppedProfiles(folder ?? (env.JINGXUN_PROFILES || profilesFolderIn(usualDataFolder(env, process.platform))));
