import { nodeFiles } from '../../../db/files/node-files.ts';
import { writeAtomically } from '../../../db/files/write-atomically.ts';
import { canonicalJson } from '../../../db/log/canonical-json.ts';
import type { EventRecord } from '../../../db/record.ts';
import { signSshsig } from '../../../db/ssh/sshsig.ts';
import { ok, type Result } from '../../../vocabulary/result.ts';
import { withData } from '../open-data.ts';
import type { CliIo } from '../verb.ts';
import type { AuthorityFolder } from './authority-folder.ts';

/** A trust statement and where it goes: always into a file, and into the log of a data folder where one is named. */
export interface NewStatement {
  readonly type: 'revocation' | 'vouch';
  readonly statement: object;
  readonly out: string;
  readonly data: string | undefined;
}

/** Signs the statement (`jingxun-trust` over JCS(statement) LF), so that it is believed wherever it stands. */
export async function publish(
  authority: AuthorityFolder,
  { type, statement, out, data }: NewStatement,
  io: CliIo,
): Promise<Result<null>> {
  const message = `${canonicalJson(statement)}\n`;
  const body = { statement, sig: signSshsig({ key: authority.key, namespace: 'jingxun-trust', message }) };
  // The data folder first: it may be in use or stay locked, and then nothing has happened yet.
  const kept = data === undefined ? ok(null) : await withData(data, io, (record) => keep(record, type, body));
  return kept.ok ? writeAtomically(nodeFiles, out, Buffer.from(`${canonicalJson(body)}\n`)) : kept;
}

function keep(record: EventRecord, type: NewStatement['type'], body: object): Result<null> {
  const kept = record.append({ author: '', type, subject: '', body: { ...body } });
  return kept.ok ? ok(null) : kept;
}
