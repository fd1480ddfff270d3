import type { BootId, LogId } from '../../vocabulary/ids.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { Clock } from '../../vocabulary/time.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { TrustChecks } from '../trust/trust-facts.ts';
import { logRoot } from './event.ts';
import type { Role } from './event-types.ts';
import { type Hlc, hlcToText, laterOf, textToHlc, zeroHlc } from './hlc.ts';
import { parseStoredHeader } from './stored-event.ts';
import type { EventAddress } from './trust-bodies.ts';

/** The key that this machine seals with. */
export interface DeviceKey {
  readonly fingerprint: string;
  /** An armoured SSHSIG of the namespace `jingxun-seal`, with the certificate inside where there is one. */
  readonly sealLine: (line: string) => Result<string>;
}

/** Where the last event that left is remembered outside the data folder, so that an old copy of the folder is noticed. */
export interface MarkPort {
  readonly read: (log: LogId) => Result<EventAddress | null>;
  /** Durable when it returns. */
  readonly write: (mark: EventAddress) => Result<null>;
}

/** Everything the writing of own events needs from outside. */
export interface WriterPorts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly boot: BootId;
  readonly key: DeviceKey;
  /** The roles of this machine's certificates; a machine that is not enrolled yet works as an inspector. */
  readonly roles: () => ReadonlySet<Role>;
  readonly marks: MarkPort;
  readonly checks: () => TrustChecks;
  readonly hasBlob: (blob: string) => boolean;
}

/** The log being written: its id is the first half of `root`. */
export interface OwnLog {
  readonly log: LogId;
  readonly nonce: string;
  readonly root: string;
}

export function randomHex({ random }: Pick<WriterPorts, 'random'>, bytes: number): string {
  const { buffer, byteOffset, byteLength } = random(bytes);
  return Buffer.from(buffer, byteOffset, byteLength).toString('hex');
}

/** The root of the last log asked for: every own event asks for the same one. */
let lastRoot = { fingerprint: '', nonce: '', root: '' };
function rootOf(fingerprint: string, nonce: string): string {
  if (lastRoot.nonce !== nonce || lastRoot.fingerprint !== fingerprint)
    lastRoot = { fingerprint, nonce, root: logRoot(fingerprint, nonce) };
  return lastRoot.root;
}

/** The open own log, or null: then the next own write opens one. A log opened by another key is not ours to write. */
export function currentLog({ stores, key }: Pick<WriterPorts, 'stores' | 'key'>): OwnLog | null {
  const nonce = stores.local.get('log.nonce');
  if (nonce === null || stores.local.get('log.key') !== key.fingerprint) return null;
  const root = rootOf(key.fingerprint, nonce);
  return { log: root.slice(0, 32) as LogId, nonce, root };
}

/** The latest stamp heard from others, or of an own log that has ended. */
export const readHeard = (stores: Stores): Hlc => textToHlc(stores.local.get('hlc') ?? hlcToText(zeroHlc));

/** Ends the own log: the next own write opens another that continues it. Runs inside a transaction. */
export function endOwnLog({ stores, key }: Pick<WriterPorts, 'stores' | 'key'>): void {
  const current = currentLog({ stores, key });
  const head = current && stores.events.head(current.log);
  if (head) {
    stores.local.put('log.continues', JSON.stringify({ log: head.log, seq: head.seq, id: head.id }));
    stores.local.put('hlc', hlcToText(laterOf(readHeard(stores), textToHlc(parseStoredHeader(head.header).hlc))));
  }
  stores.local.put('log.nonce', null);
}

/** Whether this folder still holds the event that was marked when a bundle last left. No mark found counts as no. */
export function holdsMarkedEvent(ports: Pick<WriterPorts, 'stores' | 'marks'>, log: LogId): Result<boolean> {
  const mark = ports.marks.read(log);
  if (!mark.ok) return mark;
  const { value } = mark;
  return { ok: true, value: value !== null && ports.stores.events.find(value.log, value.seq, value.id) !== null };
}
