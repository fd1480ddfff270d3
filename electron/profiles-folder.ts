import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type DroppedFile,
  type DroppedProfiles,
  readDroppedProfiles,
} from '../drivers/modbus-profile/dropped-profiles.ts';
import { drivers } from '../drivers/registry.ts';
import { fail, ok } from '../vocabulary/result.ts';

/** A description of registers is a few kilobytes. */
const MOST_BYTES = 1_000_000;
const MOST_FILES = 500;

/** Makes the empty folder of a data folder that is there, so that a person finds where the file goes. */
export function makeProfilesFolder(dataFolder: string): string {
  const folder = profilesFolderIn(dataFolder);
  try {
    if (existsSync(dataFolder)) mkdirSync(folder, { recursive: true });
  } catch {
    // A full or read-only disk: instruments that are shipped are heard all the same.
  }
  return folder;
}

export const profilesFolderIn = (dataFolder: string): string => path.join(dataFolder, 'profiles');

/** The instruments described by the JSON files of a folder, beside those that are shipped; no folder, no files. */
export function loadDroppedProfiles(folder: string): DroppedProfiles {
  return readDroppedProfiles(readFolder(folder), drivers);
}

function readFolder(folder: string): readonly DroppedFile[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.json'));
  } catch {
    return [];
  }
  return names
    .toSorted()
    .slice(0, MOST_FILES)
    .map((name) => ({ name, text: readText(path.join(folder, name)) }));
}

function readText(file: string): DroppedFile['text'] {
  try {
    if (statSync(file).size > MOST_BYTES) return fail({ code: 'bad_profile', detail: `> ${MOST_BYTES} bytes` });
    return ok(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail({ code: 'bad_profile', detail: error instanceof Error ? error.message : String(error) });
  }
}
