import { isUtf8 } from 'node:buffer';
import type { Fault } from '../../vocabulary/fault.ts';
import type { EventId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from '../files/byte-source.ts';
import { parseCanonical } from '../log/canonical-json.ts';
import { plainMember } from '../log/canonical-scan.ts';
import { bodyOrHole, type EventBody, type EventHeader, eventHeader, isHole, MAX_EVENT_BYTES } from '../log/event.ts';
import { bodyMustStand } from '../log/event-types.ts';
import { readHeaderLine } from '../log/header-line.ts';
import { sha256 } from '../log/sha256.ts';
import { parseStoredBody } from '../log/stored-event.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import { BAG } from './bag-names.ts';
import { readLines } from './read-lines.ts';

/**
 * The events of a bundle one by one, each checked for itself: canonical lines, the shape of the header, the body's hash. Bounded memory;
 * ends after the first fault. Faults: not_canonical, bundle_malformed, bundle_changed, trust_body_withheld, and the source's.
 */
export function* readEvents(log: ByteSource, bodies: ByteSource): Generator<Result<IncomingEvent>> {
  const bodyLines = readLines(bodies, BAG.bodies, MAX_EVENT_BYTES);
  let line = 0;
  for (const headerLine of readLines(log, BAG.log, MAX_EVENT_BYTES)) {
    line += 1;
    if (!headerLine.ok) return yield headerLine;
    const bodyLine = bodyLines.next();
    if (bodyLine.done) return yield malformed(BAG.bodies, line, 'fewer lines than headers');
    if (!bodyLine.value.ok) return yield bodyLine.value;
    const event = readEvent(headerLine.value, bodyLine.value.value, line);
    yield event;
    if (!event.ok) return;
  }
  if (!bodyLines.next().done) yield malformed(BAG.bodies, line + 1, 'more lines than headers');
}

/** An event whose lines were judged; its body is parsed when somebody asks for it. */
class JudgedEvent implements IncomingEvent {
  readonly id: EventId;
  readonly header: EventHeader;
  readonly headerText: string;
  readonly bodyText: string;
  readonly isHole: boolean;

  constructor(id: EventId, header: EventHeader, headerText: string, body: JudgedBody) {
    this.id = id;
    this.header = header;
    this.headerText = headerText;
    this.bodyText = body.text;
    this.isHole = body.isHole;
  }

  get body(): EventBody | null {
    return this.isHole ? null : parseStoredBody(this.bodyText);
  }
}

function readEvent(headerLine: Uint8Array, bodyLine: Uint8Array, line: number): Result<IncomingEvent> {
  if (headerLine.length + bodyLine.length > MAX_EVENT_BYTES) return malformed(BAG.log, line, 'event too large');
  const header = readHeader(headerLine, line);
  if (!header.ok) return header;
  const body = readBody(bodyLine, header.value.header, line);
  if (!body.ok) return body;
  return ok(new JudgedEvent(sha256(headerLine) as EventId, header.value.header, header.value.headerText, body.value));
}

function readHeader(
  bytes: Uint8Array,
  line: number,
): Result<{ readonly header: EventHeader; readonly headerText: string }> {
  const text = latin1(bytes);
  const quick = readHeaderLine(text);
  if (quick) return ok({ header: quick, headerText: text });
  const canonical = canonicalValue(bytes, BAG.log, line);
  if (!canonical.ok) return canonical;
  const header = eventHeader.safeParse(canonical.value.value);
  if (!header.success) return malformed(BAG.log, line, header.error.issues[0]?.path.join('.') ?? 'header');
  return ok({ header: header.data, headerText: canonical.value.text });
}

interface JudgedBody {
  readonly text: string;
  readonly isHole: boolean;
}

function readBody(bytes: Uint8Array, header: EventHeader, line: number): Result<JudgedBody> {
  const text = textOf(bytes);
  // The usual body: canonical at a glance, with its salt.
  const found = text === null ? null : plainMember(text, 'salt');
  if (text !== null && found !== null && saltValue.test(found)) {
    return sha256(bytes) === header.body ? ok({ text, isHole: false }) : changed(line);
  }
  const canonical = canonicalValue(bytes, BAG.bodies, line);
  if (!canonical.ok) return canonical;
  const parsed = bodyOrHole.safeParse(canonical.value.value);
  if (!parsed.success) return malformed(BAG.bodies, line, 'body');
  if (isHole(parsed.data)) {
    if (parsed.data.withheld !== header.body) return changed(line);
    if (bodyMustStand(header.type)) return fail({ code: 'trust_body_withheld', ...addressOf(header) });
    return ok({ text: canonical.value.text, isHole: true });
  }
  return sha256(bytes) === header.body ? ok({ text: canonical.value.text, isHole: false }) : changed(line);
}

const saltValue = /^"[0-9a-f]{32}"$/;

/** Bytes beyond ASCII read as something that no header holds. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

export const addressOf = ({ log, seq }: EventHeader) => ({ log, seq });

function canonicalValue(
  bytes: Uint8Array,
  file: string,
  line: number,
): Result<{ readonly text: string; readonly value: unknown }> {
  const text = textOf(bytes);
  const parsed = text === null ? null : parseCanonical(text);
  return text !== null && parsed ? ok({ text, value: parsed.value }) : fail({ code: 'not_canonical', file, line });
}

/** Null where it is not UTF-8. A byte order mark stays: it is a byte that is not canonical. */
const textOf = (bytes: Uint8Array): string | null =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : null;

const changed = (line: number) => fail<Fault>({ code: 'bundle_changed', file: BAG.bodies, line });
const malformed = (file: string, line: number, detail: string) =>
  fail<Fault>({ code: 'bundle_malformed', file, line, detail });
