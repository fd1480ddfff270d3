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

export interface TeamWish {
  readonly team: number;
  readonly answers: number;
  /** They go with the first answers. */
  readonly photos?: readonly Uint8Array[];
  /** Events of a type that no projection follows: the log alone. */
  readonly bare?: boolean;
}

const nameOf = (team: number): string => `team${String(team + 1).padStart(2, '0')}-dev1`;

/** What one team's device has written in a season: inspections of a hundred answers, some given twice, sealed again and again. */
export function teamLog({ team, answers, photos = [], bare = false }: TeamWish): FixtureLog {
  const name = nameOf(team);
  const key = keyOf(name);
  const log = new FixtureLog(key, name, certify(key, name, { serial: String(team + 1) }));
  let last = new Map<string, string>();
  let inspection = '';
  for (let at = 0; at < answers; at += 1) {
    if (at % ANSWERS_PER_INSPECTION === 0) {
      inspection = createHash('md5').update(`${team} ${at}`).digest('hex');
      last = new Map();
    }
    const item = (at * 7) % ITEMS;
    const subject = bare
      ? `assessment/${inspection}/unit-${item}`
      : `inspection/${inspection}/answer:water.people.item-${item}`;
    const before = last.get(subject);
    const facts = { lead_m: String(at % 97) };
    const body = { outcome: outcomes[at % 3], facts, verdict: null, reason: '', override: null, note: `备注 ${at}` };
    const photo = photos[at];
    const about = {
      subject,
      body,
      blobs: photo ? [sha256(photo)] : [],
      header: { supersedes: before ? [before] : [] },
    };
    log.add(bare ? { ...about, type: 'assessment' } : about);
    last.set(subject, log.lines.at(-1)?.id ?? '');
    if (at % EVENTS_PER_SEAL === EVENTS_PER_SEAL - 1) log.seal();
  }
  return log.seal();
}

/** The same as a signed bundle in a file; gives its path. */
export async function teamBundle(folder: string, team: number, log: FixtureLog, content = contentOf(log.lines)) {
  const name = nameOf(team);
  const file = path.join(folder, `${name}.jxb`);
  const signer = bundleSigner(log.key, certify(log.key, name, { serial: String(team + 1) }));
  orThrow(await writeBundleFile(nodeFiles, { path: file, recipients: [] }, content, signer));
  return file;
}
