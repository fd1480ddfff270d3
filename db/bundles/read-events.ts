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
import { LineReader } from './line-reader.ts';

/**
 * The events of a bundle one by one, each checked for itself: canonical lines, the shape of the header, the body's hash. Bounded memory;
 * ends after the first fault. Faults: not_canonical, bundle_malformed, bundle_changed, trust_body_withheld, and the source's.
 */
export function* readEvents(log: ByteSource, bodies: ByteSource): Generator<Result<IncomingEvent>> {
  const headerLines = new LineReader(log, BAG.log, MAX_EVENT_BYTES);
  const bodyLines = new LineReader(bodies, BAG.bodies, MAX_EVENT_BYTES);
  let line = 0;
  while (headerLines.next()) {
    line += 1;
    if (!bodyLines.next()) {
      return yield bodyLines.fault ? fail(bodyLines.fault) : malformed(BAG.bodies, line, 'fewer lines than headers');
    }
    const event = readEvent(headerLines, bodyLines, line);
    yield event;
    if (!event.ok) return;
  }
  if (headerLines.fault) yield fail(headerLines.fault);
  else if (bodyLines.next() || bodyLines.fault) yield malformed(BAG.bodies, line + 1, 'more lines than headers');
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

function readEvent(headerLine: LineReader, bodyLine: LineReader, line: number): Result<IncomingEvent> {
  if (headerLine.length + bodyLine.length > MAX_EVENT_BYTES) return malformed(BAG.log, line, 'event too large');
  const header = readHeader(headerLine, line);
  if (!header.ok) return header;
  const body = readBody(bodyLine, header.value.header, line);
  if (!body.ok) return body;
  return ok(
    new JudgedEvent(sha256(headerLine.bytes) as EventId, header.value.header, header.value.headerText, body.value),
  );
}

function readHeader(
  from: LineReader,
  line: number,
): Result<{ readonly header: EventHeader; readonly headerText: string }> {
  const text = from.latin1;
  const quick = readHeaderLine(text);
  if (quick) return ok({ header: quick, headerText: text });
  const canonical = canonicalValue(from.utf8, BAG.log, line);
  if (!canonical.ok) return canonical;
  const header = eventHeader.safeParse(canonical.value.value);
  if (!header.success) return malformed(BAG.log, line, header.error.issues[0]?.path.join('.') || 'header');
  return ok({ header: header.data, headerText: canonical.value.text });
}

interface JudgedBody {
  readonly text: string;
  readonly isHole: boolean;
}

function readBody(from: LineReader, header: EventHeader, line: number): Result<JudgedBody> {
  const text = from.utf8;
  // The usual body: canonical at a glance, with its salt.
  const found = text === null ? null : plainMember(text, 'salt');
  if (text !== null && found !== null && saltValue.test(found)) {
    return sha256(from.bytes) === header.body ? ok({ text, isHole: false }) : changed(line);
  }
  const canonical = canonicalValue(text, BAG.bodies, line);
  if (!canonical.ok) return canonical;
  const parsed = bodyOrHole.safeParse(canonical.value.value);
  if (!parsed.success) return malformed(BAG.bodies, line, 'body');
  if (isHole(parsed.data)) {
    if (parsed.data.withheld !== header.body) return changed(line);
    if (bodyMustStand(header.type)) return fail({ code: 'trust_body_withheld', ...addressOf(header) });
    return ok({ text: canonical.value.text, isHole: true });
  }
  return sha256(from.bytes) === header.body ? ok({ text: canonical.value.text, isHole: false }) : changed(line);
}

const saltValue = /^"[0-9a-f]{32}"$/;

export const addressOf = ({ log, seq }: EventHeader) => ({ log, seq });

/** `text`: null where the line is not UTF-8. */
function canonicalValue(
  text: string | null,
  file: string,
  line: number,
): Result<{ readonly text: string; readonly value: unknown }> {
  const parsed = text === null ? null : parseCanonical(text);
  return text !== null && parsed ? ok({ text, value: parsed.value }) : fail({ code: 'not_canonical', file, line });
}

const changed = (line: number) => fail<Fault>({ code: 'bundle_changed', file: BAG.bodies, line });
const malformed = (file: string, line: number, detail: string) =>
  fail<Fault>({ code: 'bundle_malformed', file, line, detail });
