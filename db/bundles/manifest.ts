import type { Fault } from '../../vocabulary/fault.ts';

/** A file and the sha256 of its bytes. */
export interface FileSum {
  readonly name: string;
  readonly sha256: string;
}

/** As `sha256sum` prints and checks it. */
export const manifestText = (sums: readonly FileSum[]): string =>
  sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');

/** What is wrong between a manifest and the files found, in words a person can act on; null where all is well. */
export function manifestFault(manifest: string, text: string, found: readonly FileSum[]): Fault | null {
  if (text === manifestText(found)) return null;
  const listed = new Map<string, string>();
  for (const line of text.split('\n')) {
    const parts = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line);
    if (parts?.[1] && parts[2]) listed.set(parts[2], parts[1]);
  }
  for (const { name, sha256 } of found) {
    const sum = listed.get(name);
    if (sum === undefined) return { code: 'bundle_file_extra', file: name };
    if (sum !== sha256) return { code: 'bundle_changed', file: name };
    listed.delete(name);
  }
  const [missing] = listed.keys();
  if (missing !== undefined) return { code: 'bundle_file_missing', file: missing };
  return { code: 'bundle_malformed', file: manifest, detail: 'order or spaces' };
}
