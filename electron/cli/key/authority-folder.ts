import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { nodeFiles } from '../../../db/files/node-files.ts';
import { writeAtomically } from '../../../db/files/write-atomically.ts';
import { type RevocationStatement, revocationStatement } from '../../../db/log/trust-bodies.ts';
import { allowedSignersFile } from '../../../db/ssh/allowed-signers.ts';
import { krlFile } from '../../../db/ssh/krl.ts';
import { privateKeyFile, readPrivateKeyFile } from '../../../db/ssh/private-key-file.ts';
import { publicKeyLine } from '../../../db/ssh/public-key.ts';
import { generateSigningKey, type SigningKey } from '../../../db/ssh/signing-key.ts';
import { signSshsig } from '../../../db/ssh/sshsig.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import type { EpochMs } from '../../../vocabulary/time.ts';
import { readText } from '../read-file.ts';

/** What the authority remembers beside its key: the last serial it gave, and all it has revoked. */
const ledger = z.strictObject({
  version: z.literal(1),
  lastSerial: z.int().nonnegative(),
  /** Number of the revocation list; it rises with each. */
  krl: z.int().nonnegative(),
  revocations: z.array(revocationStatement),
});
type Ledger = z.infer<typeof ledger>;

const KEY = 'authority';
const COMMENT = 'authority@jingxun';
const LEDGER = 'ledger.json';

const put = (folder: string, name: string, content: string | Uint8Array): Result<null> =>
  writeAtomically(nodeFiles, join(folder, name), Buffer.from(content));

/** The province's authority: a folder with its key, for a computer without a network. */
export class AuthorityFolder {
  readonly key: SigningKey;
  readonly #folder: string;
  #ledger: Ledger;

  private constructor(folder: string, key: SigningKey, kept: Ledger) {
    this.#folder = folder;
    this.key = key;
    this.#ledger = kept;
  }

  /** A new authority, its `allowed_signers` and an empty revocation list. Fault: data_exists, where the folder holds one. */
  static make(folder: string, now: EpochMs): Result<AuthorityFolder> {
    if (nodeFiles.exists(join(folder, KEY))) return fail({ code: 'data_exists', path: folder });
    const key = generateSigningKey(randomBytes);
    const made = new AuthorityFolder(folder, key, { version: 1, lastSerial: 0, krl: 0, revocations: [] });
    const steps = [
      () => put(folder, `${KEY}.pub`, `${publicKeyLine(key.publicKey, COMMENT)}\n`),
      () => put(folder, 'allowed_signers', allowedSignersFile([key.publicKey], COMMENT)),
      () => made.#writeList(now),
      () => put(folder, KEY, privateKeyFile(key, COMMENT, randomBytes)), // last: without it the folder is not an authority
    ];
    for (const step of steps) {
      const done = step();
      if (!done.ok) return done;
    }
    return ok(made);
  }

  /** Faults: file_absent, bad_key (also a key that has a passphrase), file_malformed. */
  static open(folder: string): Result<AuthorityFolder> {
    const text = readText(join(folder, KEY));
    if (!text.ok) return text;
    const key = readPrivateKeyFile(text.value);
    if (!key.ok) return key;
    const kept = readText(join(folder, LEDGER));
    if (!kept.ok) return kept;
    const parsed = ledger.safeParse(parseJson(kept.value));
    if (!parsed.success) return fail({ code: 'file_malformed', path: join(folder, LEDGER), detail: 'ledger' });
    return ok(new AuthorityFolder(folder, key.value, parsed.data));
  }

  path(name: string): string {
    return join(this.#folder, name);
  }

  /** The next serial, durable before any certificate carries it: no two ever carry the same. */
  takeSerial(): Result<string> {
    const lastSerial = this.#ledger.lastSerial + 1;
    const kept = this.#keep({ ...this.#ledger, lastSerial });
    return kept.ok ? ok(String(lastSerial)) : kept;
  }

  /** Puts a revocation on the list for stock tools. */
  revoke(statement: RevocationStatement, now: EpochMs): Result<null> {
    this.#ledger = { ...this.#ledger, revocations: [...this.#ledger.revocations, statement] };
    return this.#writeList(now);
  }

  /** The numbered list, and the authority's signature over it. */
  #writeList(now: EpochMs): Result<null> {
    const next = { ...this.#ledger, krl: this.#ledger.krl + 1 };
    const { revocations } = next;
    const revoked = revocations.flatMap(({ serials }) => (serials === 'all' ? [] : serials));
    const list = krlFile({
      version: BigInt(next.krl),
      generated: now,
      serials: [{ authority: this.key.publicKey, revoked }],
      keys: [...new Set(revocations.flatMap(({ serials, key }) => (serials === 'all' ? [key] : [])))],
    });
    const sig = signSshsig({ key: this.key, namespace: 'jingxun-krl', message: list });
    for (const step of [
      () => put(this.#folder, 'krl.sig', sig),
      () => put(this.#folder, 'krl', list),
      () => this.#keep(next),
    ]) {
      const done = step();
      if (!done.ok) return done;
    }
    return ok(null);
  }

  #keep(next: Ledger): Result<null> {
    this.#ledger = next;
    return put(this.#folder, LEDGER, `${JSON.stringify(next, null, 2)}\n`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
