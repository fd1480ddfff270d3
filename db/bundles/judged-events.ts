import type { EventId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type EventBody, type EventHeader, MAX_EVENT_BYTES } from '../log/event.ts';
import { readJudgedLine } from '../log/header-line.ts';
import { parseStoredBody, parseStoredHeader } from '../log/stored-event.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import { BAG } from './bag-names.ts';
import type { CheckedBag } from './check-bag.ts';
import type { IdList } from './id-list.ts';
import { LineReader } from './line-reader.ts';
import type { Breathe } from './sum-entries.ts';
import { concludeFile, SummedSource } from './summed-source.ts';

/** An event of a bundle that was judged; its body is parsed when somebody asks for it. */
class JudgedEvent implements IncomingEvent {
  readonly id: EventId;
  readonly header: EventHeader;
  readonly headerText: string;
  readonly bodyText: string;

  constructor(id: EventId, headerText: string, bodyText: string) {
    this.id = id;
    this.header = readJudgedLine(headerText) ?? parseStoredHeader(headerText);
    this.headerText = headerText;
    this.bodyText = bodyText;
  }

  /** A hole is `{"why", "withheld"}`; a body holds a salt, which stands before `why`. */
  get body(): EventBody | null {
    return this.bodyText.startsWith('{"why":') ? null : parseStoredBody(this.bodyText);
  }
}

/**
 * The events of a bundle that was judged whole, read once more to be taken in: their ids are known, and the sums of both files say at the end
 * that they are still the ones that were judged.
 */
export class JudgedEvents {
  readonly #bag: CheckedBag;
  readonly #ids: IdList;
  readonly #log: SummedSource;
  readonly #bodies: SummedSource;

  constructor(bag: CheckedBag, ids: IdList) {
    this.#bag = bag;
    this.#ids = ids;
    this.#log = new SummedSource(bag.log.source);
    this.#bodies = new SummedSource(bag.bodies.source);
  }

  /** One by one; a fault, after which nothing more comes, only where the file changed or went away meanwhile. */
  *events(): Generator<Result<IncomingEvent>> {
    const headers = new LineReader(this.#log, BAG.log, MAX_EVENT_BYTES);
    const bodies = new LineReader(this.#bodies, BAG.bodies, MAX_EVENT_BYTES);
    for (let count = 0; headers.next(); count += 1) {
      const event = bodies.next() ? this.#read(count, headers, bodies) : null;
      if (!event) return yield fail({ code: 'bundle_changed', file: BAG.log });
      yield ok(event);
    }
    if (headers.fault) yield fail({ code: 'bundle_changed', file: BAG.log });
  }

  #read(index: number, header: LineReader, body: LineReader): IncomingEvent | null {
    const id = this.#ids.at(index);
    try {
      return id === null ? null : new JudgedEvent(id, header.trustedUtf8, body.trustedUtf8);
    } catch {
      return null; // no longer JSON
    }
  }

  /** Asked when no more events are taken. Faults: bundle_changed, and those of the disk. */
  async conclude(breathe: Breathe): Promise<Result<null>> {
    const { log, bodies } = this.#bag;
    const fault = (await concludeFile(log, this.#log, breathe)) ?? (await concludeFile(bodies, this.#bodies, breathe));
    return fault ? fail(fault) : ok(null);
  }
}
