import type { LogId } from '../../vocabulary/ids.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { type EventBody, type EventHeader, logIdOf, sealedLine } from '../log/event.ts';
import type { Role } from '../log/event-types.ts';
import {
  certificateBody,
  type EventAddress,
  logSealBody,
  type RevocationStatement,
  revocationBody,
  vouchBody,
  type WitnessHead,
  witnessBody,
} from '../log/trust-bodies.ts';

/** A device certificate that the authority has signed, as trust needs it. `key` is the fingerprint of the bare key. */
export interface DeviceCertificate {
  readonly key: string;
  readonly serial: string;
  readonly principal: string;
  readonly role: Role;
  readonly afterMs: number;
  /** The first instant at which it no longer holds. */
  readonly beforeMs: number;
}

/** The cryptography that trust rests on, with the authority's key inside. Each answers null or false where it does not verify. */
export interface TrustChecks {
  readonly seal: (
    line: string,
    sig: string,
  ) => { readonly key: string; readonly certificate: DeviceCertificate | null } | null;
  readonly certificate: (text: string) => DeviceCertificate | null;
  readonly statement: (canonical: string, sig: string) => boolean;
}

/** What one event says about trust, verified. Facts are believed wherever they stand; only witnesses must be admitted first. */
export type TrustFact =
  | { readonly kind: 'seal'; readonly key: string; readonly certificate: DeviceCertificate | null }
  | { readonly kind: 'certificate'; readonly key: string; readonly certificate: DeviceCertificate }
  | { readonly kind: 'revocation'; readonly key: string; readonly statement: RevocationStatement }
  | { readonly kind: 'vouch'; readonly address: EventAddress }
  | { readonly kind: 'witness'; readonly heads: readonly WitnessHead[] };

type Reader = (header: EventHeader, body: EventBody, checks: TrustChecks) => TrustFact | null;

/** A seal signs the event before it, whose address the seal's own header names: log, seq − 1, prev. */
const readSeal: Reader = (header, body, checks) => {
  const parsed = logSealBody.safeParse(body);
  if (!parsed.success || header.seq < 2) return null;
  const seal = checks.seal(sealedLine(header.log, header.seq - 1, header.prev), parsed.data.sig);
  return seal && ownsLog(seal.key, parsed.data.nonce, header.log) ? { kind: 'seal', ...seal } : null;
};

const ownsLog = (key: string, nonce: string, log: LogId): boolean => logIdOf(key, nonce) === log;

const readCertificate: Reader = (_header, body, checks) => {
  const parsed = certificateBody.safeParse(body);
  const certificate = parsed.success ? checks.certificate(parsed.data.certificate) : null;
  return certificate && { kind: 'certificate', key: certificate.key, certificate };
};

const readRevocation: Reader = (_header, body, checks) => {
  const parsed = revocationBody.safeParse(body);
  if (!parsed.success || !checks.statement(canonicalJson(parsed.data.statement), parsed.data.sig)) return null;
  return { kind: 'revocation', key: parsed.data.statement.key, statement: parsed.data.statement };
};

const readVouch: Reader = (_header, body, checks) => {
  const parsed = vouchBody.safeParse(body);
  if (!parsed.success || !checks.statement(canonicalJson(parsed.data.statement), parsed.data.sig)) return null;
  const { log, seq, id } = parsed.data.statement;
  return { kind: 'vouch', address: { log, seq, id } };
};

const readWitness: Reader = (_header, body) => {
  const parsed = witnessBody.safeParse(body);
  return parsed.success ? { kind: 'witness', heads: parsed.data.heads } : null;
};

const readers: Readonly<Record<string, Reader>> = {
  'log.seal': readSeal,
  certificate: readCertificate,
  revocation: readRevocation,
  vouch: readVouch,
  witness: readWitness,
};

const readTypes: ReadonlySet<string> = new Set(Object.keys(readers));

export const speaksOfTrust = (type: string): boolean => readTypes.has(type);

/** The verified fact in one event, or null: not a trust event, or it does not verify and so says nothing. */
export function trustFactOf(header: EventHeader, body: EventBody | null, checks: TrustChecks): TrustFact | null {
  const reader = speaksOfTrust(header.type) ? readers[header.type] : undefined;
  return reader && body ? reader(header, body, checks) : null;
}
