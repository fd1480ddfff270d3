import type { z } from 'zod';
import type { BlobId, EventId, LogId, PersonId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import { newestOwnHead, type RegisterEvent, registerOf } from '../projections/register.ts';
import type { Tip } from '../sqlite/event-store.ts';
import { extendCover, isKnownCertificate } from '../state/extend-cover.ts';
import { admittedEventsOf, applyRegister, refreshRegisters } from '../state/refresh-registers.ts';
import { restateLogs, viewOf } from '../state/restate-logs.ts';
import { speaksOfTrust, type TrustFact, trustFactOf } from '../trust/trust-facts.ts';
import { canonicalJson, isWellFormedText, normalizeText } from './canonical-json.ts';
import { type EventBody, type EventHeader, eventHeader, MAX_EVENT_BYTES } from './event.ts';
import { eventTypeOf, mayWrite } from './event-types.ts';
import { readHeaderLine } from './header-line.ts';
import { type Hlc, hlcToText, laterOf, textToHlc, tick, zeroHlc } from './hlc.ts';
import { currentLog, type OwnLog, randomHex, readHeard, type WriterPorts } from './own-log.ts';
import { sha256 } from './sha256.ts';

/** What a person or this machine wants recorded. The salt is added here. */
export interface EventDraft {
  readonly author: PersonId | '';
  readonly type: string;
  readonly subject: string;
  /** Absent: the author's own last head of the subject, else the one shown. */
  readonly supersedes?: readonly EventId[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly blobs?: readonly BlobId[];
}

/** An event that is durable. */
export interface StoredEvent {
  readonly log: LogId;
  readonly seq: number;
  readonly id: EventId;
  readonly wall: EpochMs;
}

/** Records one event in one transaction: checked, chained, its projections and the state hash with it, or nothing. */
export function appendEvent(ports: WriterPorts, draft: EventDraft): Result<StoredEvent> {
  const checked = checkDraft(ports, draft);
  if (!checked.ok) return checked;
  return ports.stores.transaction(() => appendInTransaction(ports, draft, checked.value), 'later');
}

/** The same inside a transaction of the caller's. */
export function appendInTransaction(ports: WriterPorts, draft: EventDraft, body?: EventBody): Result<StoredEvent> {
  const checked = body ? ok(body) : checkDraft(ports, draft);
  if (!checked.ok) return checked;
  const log = openOwnLog(ports);
  if (!log.ok) return log;
  const about = aboutOf(ports, draft.subject);
  const supersedes = draft.supersedes ?? defaultSupersedes(about, draft);
  return writeEvent(ports, log.value, { ...draft, supersedes, about }, checked.value);
}

/** The subject an event is about, its number, and what was admitted of it before. Null: a machine event is about none. */
interface About {
  readonly subject: string;
  readonly n: number;
  readonly isNew: boolean;
  readonly before: readonly RegisterEvent[];
}

/** Read once: both what an answer supersedes and what shows after it follow from it. */
function aboutOf({ stores }: WriterPorts, subject: string): About | null {
  if (subject === '') return null;
  const { n, isNew } = stores.events.subject(subject);
  return { subject, n, isNew, before: isNew ? [] : admittedEventsOf(stores, n) };
}

/** Whether the draft is one this machine may write and the body is what its type asks. */
function checkDraft(ports: WriterPorts, draft: EventDraft): Result<EventBody> {
  const type = eventTypeOf(draft.type);
  const kind = type?.kinds.find((one) => one.subject.test(draft.subject));
  if (!type || !kind) return fail({ code: 'bad_draft', path: `${draft.type} ${draft.subject}` });
  if ((draft.author === '') !== (type.machine === true)) return fail({ code: 'bad_draft', path: 'author' });
  if (!mayWrite(ports.roles(), draft.type)) return fail({ code: 'role_denied', type: draft.type });
  const missing = draft.blobs?.find((blob) => !ports.hasBlob(blob));
  if (missing) return fail({ code: 'not_found', what: missing });
  const body = normalizeText({ ...draft.body, salt: randomHex(ports, 16) });
  const parsed = kind.body.safeParse(body);
  if (!parsed.success) return fail({ code: 'bad_draft', path: describeIssues(parsed.error) });
  return isWellFormedText(parsed.data) ? ok(body as EventBody) : fail({ code: 'bad_draft', path: 'text' });
}

const describeIssues = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');

function defaultSupersedes(about: About | null, { author }: EventDraft): readonly EventId[] {
  const register = about && registerOf(about.subject, about.before);
  return register ? [newestOwnHead(register, author).id as EventId] : [];
}

/** The own log, opened by its first event where none is open: at the first own write and never by looking. */
export function openOwnLog(ports: WriterPorts): Result<OwnLog> {
  const open = currentLog(ports);
  if (open) return ok(open);
  const { stores, key } = ports;
  const nonce = randomHex(ports, 16);
  stores.local.put('log.nonce', nonce);
  stores.local.put('log.key', key.fingerprint);
  const log = currentLog(ports);
  if (!log) throw new Error('a log that was just opened is not open');
  stores.events.logNumber(log.log);
  stores.local.markOwn(log.log, key.fingerprint);
  const continues = stores.local.get('log.continues');
  const body = { ...(continues ? { continues: JSON.parse(continues) } : {}), nonce, salt: randomHex(ports, 16) };
  // The opening is the first event whatever the clock does; where the clock begins anew, that is said after it.
  const { hlc, before } = stampNow(ports, log);
  const draft = { ...machineDraft, type: 'log.open' };
  const opened = chain(ports, log, draft, body, hlc);
  if (!opened.ok) return opened;
  const said = before ? sayClock(ports, log, before, tick(hlc, ports.clock.wall()).hlc) : opened;
  if (!said.ok) return said;
  stores.local.put('log.continues', null);
  const marked = ports.marks.write({ log: log.log, seq: opened.value.seq, id: opened.value.id });
  return marked.ok ? ok(log) : marked;
}

type FullDraft = Omit<EventDraft, 'body'> & { readonly supersedes: readonly EventId[]; readonly about: About | null };

/** What this machine says of itself. */
const machineDraft = { author: '', subject: '', supersedes: [], about: null } as const;

function writeEvent(ports: WriterPorts, own: OwnLog, draft: FullDraft, body: EventBody): Result<StoredEvent> {
  const stamp = nextStamp(ports, own);
  return stamp.ok ? chain(ports, own, draft, body, stamp.value) : stamp;
}

/**
 * Writes an event of this machine whose body says what stands before it. The body is made after the clock has settled: where the clock
 * begins anew an event of its own comes in between.
 */
export function appendAfterHead(
  ports: WriterPorts,
  own: OwnLog,
  type: string,
  bodyAfter: (head: Tip) => Result<EventBody>,
): Result<StoredEvent> {
  const stamp = nextStamp(ports, own);
  if (!stamp.ok) return stamp;
  const head = ports.stores.events.tip(own.log);
  if (!head) throw new Error('an own log without an event');
  const body = bodyAfter(head);
  const draft = { ...machineDraft, type };
  return body.ok ? chain(ports, own, draft, body.value, stamp.value) : body;
}

/** Puts an event at the end of the own log. */
function chain(ports: WriterPorts, own: OwnLog, draft: FullDraft, body: EventBody, hlc: Hlc): Result<StoredEvent> {
  const { stores, clock, boot } = ports;
  const head = stores.events.tip(own.log);
  const bodyText = canonicalJson(body);
  // In the order of the keys' names: so it prints without being sorted.
  const headerText = canonicalJson({
    author: draft.author,
    blobs: [...new Set(draft.blobs ?? [])].sort(),
    body: sha256(bodyText),
    boot,
    hlc: hlcToText(hlc),
    log: own.log,
    mono: Math.trunc(clock.mono()),
    prev: head?.id ?? own.root,
    seq: (head?.seq ?? 0) + 1,
    subject: draft.subject,
    supersedes: [...new Set(draft.supersedes)].sort(),
    type: draft.type,
    v: 1,
    wall: clock.wall(),
  });
  const header: EventHeader = readHeaderLine(headerText) ?? eventHeader.parse(JSON.parse(headerText));
  // Nothing in UTF-8 is longer than three bytes a unit, so most events need not be measured.
  const mostBytes = (headerText.length + bodyText.length) * 3;
  if (mostBytes > MAX_EVENT_BYTES && Buffer.byteLength(headerText) + Buffer.byteLength(bodyText) > MAX_EVENT_BYTES)
    return fail({ code: 'event_too_large' });
  const id = sha256(headerText) as EventId;
  store(ports, draft.about, { id, header, body, headerText, bodyText });
  return ok({ log: own.log, seq: header.seq, id, wall: header.wall });
}

/** The next stamp of the own clock. Where it ran more than 24 h ahead it begins anew, and a `clock` event says so first. */
function nextStamp(ports: WriterPorts, own: OwnLog): Result<Hlc> {
  const { hlc, before } = stampNow(ports, own);
  if (!before) return ok(hlc);
  const said = sayClock(ports, own, before, hlc);
  return said.ok ? ok(tick(hlc, ports.clock.wall()).hlc) : said;
}

/** The stamp after everything heard and written; `before` is what the clock stood at where it begins anew. */
function stampNow({ stores, clock }: WriterPorts, own: OwnLog): { readonly hlc: Hlc; readonly before: Hlc | null } {
  const last = laterOf(readHeard(stores), textToHlc(stores.events.tip(own.log)?.hlc ?? hlcToText(zeroHlc)));
  const { hlc, restarted } = tick(last, clock.wall());
  return { hlc, before: restarted ? last : null };
}

function sayClock(ports: WriterPorts, own: OwnLog, before: Hlc, after: Hlc): Result<StoredEvent> {
  ports.stores.local.put('hlc', null);
  const body = { after: hlcToText(after), before: hlcToText(before), salt: randomHex(ports, 16) };
  return chain(ports, own, { ...machineDraft, type: 'clock' }, body, after);
}

interface Written {
  readonly id: EventId;
  readonly header: EventHeader;
  readonly body: EventBody;
  readonly headerText: string;
  readonly bodyText: string;
}

/** Into the log, then what follows from it: trust statements and seals restate logs, everything else its own subject. */
function store(
  { stores, checks }: WriterPorts,
  about: About | null,
  { id, header, body, headerText, bodyText }: Written,
): void {
  const { log, seq, type, wall, hlc } = header;
  const row = { log, seq, id, hlc, type, header: headerText, body: bodyText, hole: false, seen: wall };
  const n = stores.events.insert(row, about?.n ?? null, viewOf(type, 'unsealed', false, true));
  for (const blob of header.blobs) stores.blobs.name(blob, true);
  const fact = speaksOfTrust(type) ? trustFactOf(header, body, checks()) : null;
  if (fact) {
    stores.generation.epoch += 1; // an import that is being prepared judges again
    stores.sums.mustFlush();
    restateAfter(stores, n, id, log, fact);
  }
  if (!about) return;
  stores.generation.note(about.n);
  applyRegister(stores, about, registerOf(about.subject, [...about.before, { id, header, body }]));
}

function restateAfter(stores: WriterPorts['stores'], n: number, id: string, log: LogId, fact: TrustFact): void {
  // Whether the seal's certificate was known before it: one that is new may admit events of long ago.
  const known = fact.kind === 'seal' && isKnownCertificate(stores, fact);
  stores.trust.put(n, id, fact);
  // A witness speaks once a seal covers it, and the seal then touches every log it names.
  if (fact.kind === 'witness') return;
  if (fact.kind === 'seal' && known && extendCover(stores, log, fact)) return;
  refreshRegisters(stores, restateLogs(stores, { logs: [log], facts: [fact] }));
}
