import type { EventHeader } from './event.ts';

const isHexDigit = new Uint8Array(128);
for (const digit of '0123456789abcdef') isHexDigit[digit.charCodeAt(0)] = 1;
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

const subjectShape = /^[a-z-]+\/[0-9a-f]{32}\/[A-Za-z0-9.:@_-]+$/;
const typeShape = /^[a-z]+(\.[a-z-]+)*$/;
const MAX_SUBJECT = 300;
const MAX_TYPE = 64;
const MAX_DIGITS = 15; // exact in a JS number; longer ones take the slow way

/** A place in a line, moved over what is expected there. Once something else stands there it stays failed. */
class Cursor {
  readonly #line: string;
  /** Whether each digit of an id is looked at. */
  readonly #isStrict: boolean;
  #at = 0;
  failed = false;

  constructor(line: string, isStrict: boolean) {
    this.#line = line;
    this.#isStrict = isStrict;
  }

  get atEnd(): boolean {
    return this.#at === this.#line.length;
  }

  skip(text: string): void {
    if (!this.#line.startsWith(text, this.#at)) this.failed = true;
    this.#at += text.length;
  }

  hex(digits: number): string {
    const end = this.#at + digits;
    if (this.#isStrict) this.#checkDigits(end);
    return this.#take(end);
  }

  #checkDigits(end: number): void {
    for (let at = this.#at; at < end; at += 1) if (isHexDigit[this.#line.charCodeAt(at)] !== 1) this.failed = true;
  }

  hexOrNothing(digits: number): string {
    return this.#sees(QUOTE) ? '' : this.hex(digits);
  }

  /** The ids inside a list, which must rise. */
  ids(): readonly string[] {
    const ids: string[] = [];
    while (this.#sees(QUOTE) && !this.failed) {
      this.skip('"');
      const id = this.hex(64);
      this.skip('"');
      if (id <= (ids.at(-1) ?? '')) this.failed = true;
      ids.push(id);
      if (!this.#sees(COMMA)) break;
      this.skip(',');
      if (!this.#sees(QUOTE)) this.failed = true;
    }
    return ids;
  }

  integer(): number {
    const first = this.#sees(MINUS) ? this.#at + 1 : this.#at;
    let end = first;
    for (let code = this.#line.charCodeAt(end); code >= ZERO && code <= NINE; code = this.#line.charCodeAt(end)) {
      end += 1;
    }
    const isZero = this.#line.charCodeAt(first) === ZERO;
    const canonical = end > first && (!isZero || (end - first === 1 && first === this.#at));
    if (!canonical || end - first > MAX_DIGITS) this.failed = true;
    return Number(this.#take(end));
  }

  /** What stands before the next quote. */
  text(): string {
    const end = this.#line.indexOf('"', this.#at);
    if (end < 0) this.failed = true;
    return this.#take(Math.max(end, this.#at));
  }

  #sees(code: number): boolean {
    return this.#line.charCodeAt(this.#at) === code;
  }

  #take(end: number): string {
    const text = this.#line.slice(this.#at, end);
    this.#at = end;
    return text;
  }
}

/**
 * The header in a canonical line, or null: then `eventHeader` decides. Its keys stand in one order and nothing in it needs an escape, so
 * one walk over the line sees all of its shape. Says yes to exactly what the schema and the canonical form say yes to (but for numbers
 * beyond 15 digits), many times as fast: it is asked once for every event of every bundle.
 */
export function readHeaderLine(line: string): EventHeader | null {
  const header = readFields(line, true);
  if (!header) return null;
  const { subject, type } = header;
  if (subject !== '' && (subject.length > MAX_SUBJECT || !subjectShape.test(subject))) return null;
  return type.length > MAX_TYPE || !typeShape.test(type) ? null : header;
}

/** The header in a line that was judged before, and whose sum says so: its ids are not looked at digit by digit again. */
export const readJudgedLine = (line: string): EventHeader | null => readFields(line, false);

function readFields(line: string, isStrict: boolean): EventHeader | null {
  const at = new Cursor(line, isStrict);
  at.skip('{"author":"');
  const author = at.hexOrNothing(32);
  at.skip('","blobs":[');
  const blobs = at.ids();
  at.skip('],"body":"');
  const body = at.hex(64);
  at.skip('","boot":"');
  const boot = at.hex(32);
  at.skip('","hlc":"');
  const hlc = at.hex(16);
  at.skip('","log":"');
  const log = at.hex(32);
  at.skip('","mono":');
  const mono = at.integer();
  at.skip(',"prev":"');
  const prev = at.hex(64);
  at.skip('","seq":');
  const seq = at.integer();
  at.skip(',"subject":"');
  const subject = at.text();
  at.skip('","supersedes":[');
  const supersedes = at.ids();
  at.skip('],"type":"');
  const type = at.text();
  at.skip('","v":1,"wall":');
  const wall = at.integer();
  at.skip('}');
  if (at.failed || !at.atEnd || mono < 0 || seq < 1) return null;
  // Every field was seen to be what its brand says, now or when the line was judged.
  return { author, blobs, body, boot, hlc, log, mono, prev, seq, subject, supersedes, type, v: 1, wall } as EventHeader;
}

/** What chains an event to the one before it. */
export type HeaderLink = Pick<EventHeader, 'log' | 'seq' | 'prev' | 'type'>;

/** From the end of the blobs to the value of `log` everything has one length. */
const BLOBS_TO_LOG = `],"body":"${'0'.repeat(64)}","boot":"${'0'.repeat(32)}","hlc":"${'0'.repeat(16)}","log":"`.length;

/** From the value of `prev` to that of `seq`, and back from the last comma to the end of `type`. */
const PREV_TO_SEQ = `${'0'.repeat(64)}","seq":`.length;
const TYPE_TO_WALL = `","v":1`.length;

/** The link in a header that was checked before: its keys stand in one order, and nothing in front of one looks like it. */
export function linkOf(line: string): HeaderLink {
  const log = line.indexOf(']') + BLOBS_TO_LOG;
  const prev = line.indexOf('"prev":"', log) + 8;
  const seq = prev + PREV_TO_SEQ;
  const type = lastBefore(line, line.length, COMMA) - TYPE_TO_WALL;
  return {
    log: line.slice(log, log + 32),
    prev: line.slice(prev, prev + 64),
    seq: Number(line.slice(seq, line.indexOf(',', seq))),
    type: line.slice(lastBefore(line, type, QUOTE) + 1, type),
  } as HeaderLink;
}

/** As `lastIndexOf`, and quicker than it over so short a way. */
function lastBefore(line: string, end: number, code: number): number {
  let at = end - 1;
  while (at >= 0 && line.charCodeAt(at) !== code) at -= 1;
  return at;
}
