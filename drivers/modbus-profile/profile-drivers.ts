import { orThrow } from '../../vocabulary/result.ts';
import type { Driver } from '../driver.ts';
import { loadProfiles } from './profile.ts';
import { profileDriver } from './profile-driver.ts';
import file from './profiles.json' with { type: 'json' };

/** One driver for every profile that comes with the program; a bad profile ends the start, and a test before that. */
export const profileDrivers: readonly Driver[] = orThrow(loadProfiles(file)).map(profileDriver);
