import { createHash } from 'node:crypto';
import path from 'node:path';
import { writeBundleFile } from '../../db/bundles/bundle-file.ts';
import { bundleSigner, certify, contentOf, FixtureLog, keyOf } from '../../db/bundles/bundle-fixture.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import { sha256 } from '../../db/log/sha256.ts';
import { orThrow } from '../../vocabulary/result.ts';

const ITEMS = 80;
const ANSWERS_PER_INSPECTION = 100;
const EVENTS_PER_SEAL = 200;
const outcomes = ['pass', 'fail', 'unknown'] as const;

/** What one team's device has written in a season: inspections of a hundred answers, some given twice, sealed again and again. Photos go with the first answers. */
export function teamLog(team: number, answers: number, photos: readonly Uint8Array[] = []): FixtureLog {
  const name = `team${String(team + 1).padStart(2, '0')}-dev1`;
  const key = keyOf(name);
  const log = new FixtureLog(key, name, certify(key, name, { serial: String(team + 1) }));
  const last = new Map<string, string>();
  for (let at = 0; at < answers; at += 1) {
    const id = createHash('md5')
      .update(`${team} ${Math.floor(at / ANSWERS_PER_INSPECTION)}`)
      .digest('hex');
    const subject = `inspection/${id}/answer:water.people.item-${(at * 7) % ITEMS}`;
    const before = last.get(subject);
    const facts = { lead_m: String(at % 97) };
    const body = { outcome: outcomes[at % 3], facts, verdict: null, reason: '', override: null, note: `备注 ${at}` };
    const photo = photos[at];
    const blobs = photo ? [sha256(photo)] : [];
    log.add({ subject, body, blobs, header: { supersedes: before ? [before] : [] } });
    last.set(subject, log.lines.at(-1)?.id ?? '');
    if (at % EVENTS_PER_SEAL === EVENTS_PER_SEAL - 1) log.seal();
  }
  return log.seal();
}

/** The same as a signed bundle in a file; gives its path. */
export async function teamBundle(folder: string, team: number, log: FixtureLog, blobs: readonly Uint8Array[] = []) {
  const name = `team${String(team + 1).padStart(2, '0')}-dev1`;
  const file = path.join(folder, `${name}-${log.lines.length}.jxb`);
  const signer = bundleSigner(log.key, certify(log.key, name, { serial: String(team + 1) }));
  orThrow(await writeBundleFile(nodeFiles, { path: file, recipients: [] }, contentOf(log.lines, blobs), signer));
  return file;
}
