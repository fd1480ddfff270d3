import type { Fault } from '../../vocabulary/fault.ts';
import type { EventId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from '../files/byte-source.ts';
import { parseCanonical } from '../log/canonical-json.ts';
import { bodyOrHole, type EventBody, type EventHeader, eventHeader, isHole, MAX_EVENT_BYTES } from '../log/event.ts';
import { bodyMustStand } from '../log/event-types.ts';
import { readHeaderLine } from '../log/header-line.ts';
import { sha256 } from '../log/sha256.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import { BAG } from './bag-names.ts';
import { readLines } from './read-lines.ts';

// A byte order mark is not skipped: it is a byte that is not canonical.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

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

function readEvent(headerLine: Uint8Array, bodyLine: Uint8Array, line: number): Result<IncomingEvent> {
  if (headerLine.length + bodyLine.length > MAX_EVENT_BYTES) return malformed(BAG.log, line, 'event too large');
  const header = readHeader(headerLine, line);
  if (!header.ok) return header;
  const body = readBody(bodyLine, header.value.header, line);
  if (!body.ok) return body;
  const { headerText } = header.value;
  const { bodyText } = body.value;
  const id = sha256(headerLine) as EventId;
  return ok({ id, header: header.value.header, headerText, bodyText, body: body.value.body });
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

function readBody(
  bytes: Uint8Array,
  header: EventHeader,
  line: number,
): Result<{ readonly body: EventBody | null; readonly bodyText: string }> {
  const canonical = canonicalValue(bytes, BAG.bodies, line);
  if (!canonical.ok) return canonical;
  const { value, text: bodyText } = canonical.value;
  if (isSalted(value)) return sha256(bytes) === header.body ? ok({ body: value, bodyText }) : changed(line);
  const parsed = bodyOrHole.safeParse(value);
  if (!parsed.success) return malformed(BAG.bodies, line, 'body');
  if (isHole(parsed.data)) {
    if (parsed.data.withheld !== header.body) return changed(line);
    if (bodyMustStand(header.type)) return fail({ code: 'trust_body_withheld', ...addressOf(header) });
    return ok({ body: null, bodyText });
  }
  return sha256(bytes) === header.body ? ok({ body: parsed.data, bodyText }) : changed(line);
}

const salt = /^[0-9a-f]{32}$/;

/** What `bodyBase` asks, without its copying. */
const isSalted = (value: unknown): value is EventBody =>
  typeof value === 'object' &&
  value !== null &&
  'salt' in value &&
  typeof value.salt === 'string' &&
  salt.test(value.salt);

/** Bytes beyond ASCII read as something that no header holds. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

export const addressOf = ({ log, seq }: EventHeader) => ({ log, seq });

function canonicalValue(
  bytes: Uint8Array,
  file: string,
  line: number,
): Result<{ readonly text: string; readonly value: unknown }> {
  try {
    const text = utf8.decode(bytes);
    const parsed = parseCanonical(text);
    return parsed ? ok({ text, value: parsed.value }) : fail({ code: 'not_canonical', file, line });
  } catch {
    return fail({ code: 'not_canonical', file, line }); // not UTF-8
  }
}

const changed = (line: number) => fail<Fault>({ code: 'bundle_changed', file: BAG.bodies, line });
const malformed = (file: string, line: number, detail: string) =>
  fail<Fault>({ code: 'bundle_malformed', file, line, detail });
