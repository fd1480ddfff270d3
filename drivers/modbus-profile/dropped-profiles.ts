import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Driver } from '../driver.ts';
import { loadProfiles, type Profile } from './profile.ts';
import { profileDriver } from './profile-driver.ts';

/** A file of the profiles folder; a fault where it could not even be read. */
export interface DroppedFile {
  readonly name: string;
  readonly text: Result<string>;
}

/** A file that was left out, whole, and why. */
export interface RefusedFile {
  readonly file: string;
  readonly fault: Fault;
}

export interface DroppedProfiles {
  readonly drivers: readonly Driver[];
  readonly refused: readonly RefusedFile[];
}

/**
 * The instruments that somebody described in files of their own: one profile a file, or a list as in `profiles.json`. A bad
 * file stops no other. A known id is never taken by a file: what is shipped stays what it is, and of two files with one id the
 * first by name counts.
 */
export function readDroppedProfiles(files: readonly DroppedFile[], shipped: readonly Driver[]): DroppedProfiles {
  const drivers: Driver[] = [];
  const refused: RefusedFile[] = [];
  for (const { name, text } of files.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const read = text.ok ? readFile(text.value, new Set([...shipped, ...drivers].map(({ id }) => id))) : text;
    if (read.ok) drivers.push(...read.value);
    else refused.push({ file: name, fault: { ...read.fault, file: name } });
  }
  return { drivers, refused };
}

function readFile(text: string, taken: ReadonlySet<string>): Result<readonly Driver[]> {
  const content = parseJson(text);
  if (!content.ok) return content;
  const profiles = loadProfiles(isList(content.value) ? content.value : { profiles: [content.value] });
  if (!profiles.ok) return profiles;
  const own = profiles.value.map(profileDriver);
  const twice = own.find(({ id }, at) => taken.has(id) || own.findIndex((other) => other.id === id) !== at);
  return twice ? fail({ code: 'profile_id_taken', id: idOf(twice, profiles.value) }) : ok(own);
}

const idOf = (driver: Driver, profiles: readonly Profile[]): string =>
  profiles.find(({ id }) => driver.id.endsWith(`:${id}`))?.id ?? driver.id;

const isList = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && Object.hasOwn(content, 'profiles');

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return fail({ code: 'bad_profile', detail: error instanceof Error ? error.message : String(error) });
  }
}
