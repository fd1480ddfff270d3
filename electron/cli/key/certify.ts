import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { nodeFiles } from '../../../db/files/node-files.ts';
import { writeAtomically } from '../../../db/files/write-atomically.ts';
import { readCertificateRequest } from '../../../db/ssh/certificate-request.ts';
import { fingerprintOf } from '../../../db/ssh/public-key.ts';
import { signCertificate } from '../../../db/ssh/sign-certificate.ts';
import { systemClock } from '../../../drivers/transports/system-clock.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../../vocabulary/time.ts';
import { readArguments } from '../arguments.ts';
import { readText, readTime } from '../read-file.ts';
import { AuthorityFolder } from './authority-folder.ts';
import type { KeyAnswer, KeyCommand } from './command.ts';

const DAY_MS = 86_400_000;
/** A tablet's clock may be behind the authority's. */
const CLOCK_SLACK_MS = 60 * 60 * 1000;

const wish = z.object({
  authority: z.string().min(1),
  role: z.enum(['inspector', 'lead', 'province']),
  days: z.coerce.number().int().min(1).max(3650),
});

/** `certify --authority D --role R --days N [--from TIME] REQUEST`: signs what a device asked for, beside its request. */
export const certify: KeyCommand = async (argv) => {
  const options = {
    authority: { type: 'string' },
    role: { type: 'string' },
    days: { type: 'string' },
    from: { type: 'string' },
  } as const;
  const read = readArguments(argv, options);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const asked = wish.safeParse(values);
  const [path, ...rest] = positionals;
  if (!asked.success || path === undefined || rest.length > 0) {
    return fail({
      code: 'bad_arguments',
      detail: 'key certify --authority D --role inspector|lead|province --days N REQUEST',
    });
  }
  const from =
    values.from === undefined ? ok(epochMs.parse(systemClock.wall() - CLOCK_SLACK_MS)) : readTime(values.from);
  return from.ok ? sign(path, asked.data, from.value) : from;
};

function sign(path: string, { authority, role, days }: z.infer<typeof wish>, from: EpochMs): Result<KeyAnswer> {
  const folder = AuthorityFolder.open(authority);
  if (!folder.ok) return folder;
  const text = readText(path);
  const request = text.ok ? readCertificateRequest(text.value) : text;
  if (!request.ok) return request;
  const serial = folder.value.takeSerial();
  if (!serial.ok) return serial;
  const validBefore = epochMs.parse(Math.max(from, systemClock.wall()) + days * DAY_MS);
  const wanted = { ...request.value, role, serial: serial.value, validAfter: from, validBefore };
  const certificate = signCertificate(folder.value.key, wanted, (bytes) => randomBytes(bytes));
  const file = `${path.replace(/\.pub$/, '')}-cert.pub`;
  const written = writeAtomically(nodeFiles, file, Buffer.from(`${certificate}\n`));
  if (!written.ok) return written;
  const { publicKey, principal } = request.value;
  return ok({ file, fingerprint: fingerprintOf(publicKey), serial: serial.value, principal, role, validBefore });
}
