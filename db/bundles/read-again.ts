import { createHash } from 'node:crypto';
import type { EventId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from '../files/byte-source.ts';
import { type EventBody, type EventHeader, MAX_EVENT_BYTES } from '../log/event.ts';
import { readHeaderLine } from '../log/header-line.ts';
import { sha256 } from '../log/sha256.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import { BAG } from './bag-names.ts';
import { readLines } from './read-lines.ts';

/** What was read the first time, as one hash: ids name the headers, headers name the bodies, and the holes stand beside them. */
export class EventsDigest {
  readonly #hash = createHash('sha256');

  add({ id, bodyText }: Pick<IncomingEvent, 'id' | 'bodyText'>): void {
    this.#hash.update(isHoleLine(bodyText) ? `${id} ${bodyText}\n` : `${id}\n`);
  }

  finish(): string {
    return this.#hash.digest('hex');
  }
}

/** A hole is `{"why", "withheld"}`; a body holds a salt, which stands before `why`. Only of lines that were judged. */
const isHoleLine = (line: string): boolean => line.startsWith('{"why":');

/** An event whose lines were checked before; its body is parsed when somebody asks for it. */
class EventAgain implements IncomingEvent {
  readonly id: EventId;
  readonly header: EventHeader;
  readonly headerText: string;
  readonly bodyText: string;
  readonly #isHole: boolean;

  constructor(id: EventId, headerText: string, bodyText: string) {
    this.id = id;
    this.header = readHeaderLine(headerText) ?? parseStoredHeader(headerText);
    this.headerText = headerText;
    this.bodyText = bodyText;
    this.#isHole = isHoleLine(bodyText);
  }

  get body(): EventBody | null {
    return this.#isHole ? null : parseStoredBody(this.bodyText);
  }

  /** The header names the body's hash; a hole repeats it, and the digest holds the hole's own text. */
  fits(bodyLine: Uint8Array): boolean {
    return this.#isHole || sha256(bodyLine) === this.header.body;
  }
}

/**
 * The events of a bundle that was verified before, without judging their shape again: hashes show that they are still the ones that were
 * judged. Ends after the first fault: bundle_changed where the file was changed meanwhile, and the source's.
 */
export function* readAgain(log: ByteSource, bodies: ByteSource, digest: string): Generator<Result<IncomingEvent>> {
  const bodyLines = readLines(bodies, BAG.bodies, MAX_EVENT_BYTES);
  const again = new EventsDigest();
  for (const headerLine of readLines(log, BAG.log, MAX_EVENT_BYTES)) {
    if (!headerLine.ok) return yield headerLine;
    const bodyLine = bodyLines.next();
    if (bodyLine.done) return yield changed(BAG.bodies);
    if (!bodyLine.value.ok) return yield bodyLine.value;
    const event = readOne(headerLine.value, bodyLine.value.value);
    if (!event) return yield changed(BAG.log);
    again.add(event);
    yield ok(event);
  }
  if (!bodyLines.next().done || again.finish() !== digest) yield changed(BAG.log);
}

function readOne(headerLine: Uint8Array, bodyLine: Uint8Array): EventAgain | null {
  try {
    const event = new EventAgain(sha256(headerLine) as EventId, textOf(headerLine), textOf(bodyLine));
    return event.fits(bodyLine) ? event : null;
  } catch {
    return null; // no longer JSON
  }
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

const changed = (file: string) => fail({ code: 'bundle_changed', file } as const);
