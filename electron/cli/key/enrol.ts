import { nodeFiles } from '../../../db/files/node-files.ts';
import { writeAtomically } from '../../../db/files/write-atomically.ts';
import { certificateRequest } from '../../../db/ssh/certificate-request.ts';
import { isDevicePrincipal } from '../../../db/ssh/check-certificate.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { readArguments } from '../arguments.ts';
import { withData } from '../open-data.ts';
import { readText } from '../read-file.ts';
import type { CliIo } from '../verb.ts';
import type { KeyAnswer, KeyCommand } from './command.ts';

const options = {
  data: { type: 'string' },
  principal: { type: 'string' },
  out: { type: 'string' },
  certificate: { type: 'string' },
  signers: { type: 'string' },
  fingerprint: { type: 'string' },
} as const;

/**
 * `enrol --data D --principal P [--out FILE]` writes what this device asks of the authority (a new folder is made where there is none);
 * `enrol --data D --certificate F --signers F --fingerprint FP` takes the answer, with the authority's fingerprint as it stands on paper.
 */
export const enrol: KeyCommand = async (argv, io) => {
  const read = readArguments(argv, options);
  if (!read.ok) return read;
  const { data, principal, out, certificate, signers, fingerprint } = read.value.values;
  if (data && principal) return request(data, principal, out, io);
  if (data && certificate && signers && fingerprint) return take(data, { certificate, signers, fingerprint }, io);
  const detail = 'key enrol --data D --principal P, or --data D --certificate F --signers F --fingerprint FP';
  return fail({ code: 'bad_arguments', detail });
};

async function request(
  data: string,
  principal: string,
  out: string | undefined,
  io: CliIo,
): Promise<Result<KeyAnswer>> {
  // Asked before the folder is made: a name that cannot be had must leave nothing behind.
  if (!isDevicePrincipal(principal)) return fail({ code: 'bad_certificate', reason: `principal ${principal}` });
  const make = true;
  return withData(
    data,
    io,
    ({ identity }) => {
      const asked = certificateRequest(identity.publicKey, principal);
      if (!asked.ok) return asked;
      const file = out ?? asked.value.name;
      const written = writeAtomically(nodeFiles, file, Buffer.from(asked.value.text));
      return written.ok ? ok({ file, fingerprint: identity.fingerprint, principal }) : written;
    },
    make,
  );
}

interface Paper {
  readonly certificate: string;
  readonly signers: string;
  readonly fingerprint: string;
}

async function take(data: string, paths: Paper, io: CliIo): Promise<Result<KeyAnswer>> {
  const certificate = readText(paths.certificate);
  const signers = readText(paths.signers);
  if (!certificate.ok) return certificate;
  if (!signers.ok) return signers;
  const { fingerprint } = paths;
  return withData(data, io, (record) => {
    const enrolled = record.enrol({ certificate: certificate.value, signers: signers.value, fingerprint });
    if (!enrolled.ok) return enrolled;
    const { principal, role } = record.identity;
    return ok({ file: paths.certificate, fingerprint: record.identity.fingerprint, principal, role });
  });
}
