import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import { logHashOf } from '../state/log-paths.ts';
import { rangesOf } from './bag-info.ts';
import { BAG, blobName } from './bag-names.ts';
import { ChainWalk, type WalkedChains } from './chain-walk.ts';
import type { CheckedBag } from './check-bag.ts';
import { sealFault } from './check-seal.ts';
import { IdList } from './id-list.ts';
import { addressOf, readEvents } from './read-events.ts';
import type { Breathe } from './sum-entries.ts';
import { concludeFile, SummedSource } from './summed-source.ts';

/**
 * Judges the events of a bag while they are read, once and from front to back: each for itself, each in its place, and at the end that both files
 * are still the ones signed. Nothing of them may be kept before `conclude` says yes.
 */
export class EventJudge {
  readonly #bag: CheckedBag;
  readonly #walk = new ChainWalk();
  readonly #log: SummedSource;
  readonly #bodies: SummedSource;
  readonly #unnamed: Set<string>;
  readonly ids = new IdList();
  #fault: Fault | null = null;

  constructor(bag: CheckedBag) {
    this.#bag = bag;
    this.#log = new SummedSource(bag.log.source);
    this.#bodies = new SummedSource(bag.bodies.source);
    this.#unnamed = new Set(bag.blobs);
  }

  /** The events one by one, until the first fault. */
  *events(): Generator<Result<IncomingEvent>> {
    const begins = new Set(this.#bag.info.ranges.map((line) => line.split(' ').slice(0, 3).join(' ')));
    for (const event of readEvents(this.#log, this.#bodies)) {
      this.#fault = event.ok ? checkPlace(this.#walk, event.value, begins) : event.fault;
      if (this.#fault) return yield fail(this.#fault);
      if (event.ok) {
        this.ids.add(event.value.id);
        for (const blob of event.value.header.blobs) this.#unnamed.delete(blob);
      }
      yield event;
    }
  }

  /** The verdict, asked when no more events are taken. A file that is not the one signed goes before anything that it says. */
  async conclude(breathe: Breathe): Promise<Result<WalkedChains>> {
    const { log, bodies } = this.#bag;
    const changed =
      (await concludeFile(log, this.#log, breathe)) ?? (await concludeFile(bodies, this.#bodies, breathe));
    const fault = changed ?? this.#fault;
    if (fault) return fail(fault);
    const [extra] = this.#unnamed;
    if (extra !== undefined) return fail({ code: 'bundle_file_extra', file: blobName(extra) });
    return compareInfo(this.#walk.finish(), this.#bag);
  }
}

/** One event among those before it. A path may begin only where the signed ranges say so: anything else is a broken chain. */
function checkPlace(walk: ChainWalk, event: IncomingEvent, begins: ReadonlySet<string>): Fault | null {
  const { header } = event;
  const { log, seq, prev, type } = header;
  const fault = type === 'log.seal' ? sealFault(event) : null;
  if (fault) return fault;
  const place = walk.add(event.id, header);
  if (place === 'out-of-order') return malformed(BAG.log, `order at ${log} ${seq}`);
  const opens = type === 'log.open' && prev.startsWith(log);
  const broken = (seq === 1) !== (type === 'log.open') || (seq === 1 && !opens);
  const astray = broken || (place === 'begins' && !begins.has(`${log} ${seq} ${prev}`));
  return astray ? { code: 'chain_broken', ...addressOf(header) } : null;
}

function compareInfo(walked: WalkedChains, { info, blobs }: CheckedBag): Result<WalkedChains> {
  if (walked.seals === 0) return fail({ code: 'unsealed' });
  if (rangesOf(walked.paths).join('\n') !== info.ranges.join('\n')) return fail(malformed(BAG.info, 'ranges'));
  if (logHashOf(walked.paths) !== info.logHash) return fail(malformed(BAG.info, 'log hash'));
  if (walked.events !== info.events) return fail(malformed(BAG.info, 'number of events'));
  return blobs.length === info.blobs ? ok(walked) : fail(malformed(BAG.info, 'number of blobs'));
}

const malformed = (file: string, detail: string): Fault => ({ code: 'bundle_malformed', file, detail });
