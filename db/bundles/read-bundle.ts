import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSource, SLICE_BYTES } from '../files/byte-source.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import type { Signers } from '../ssh/allowed-signers.ts';
import type { Certificate } from '../ssh/certificate.ts';
import { type LogPath, logHashOf } from '../state/log-paths.ts';
import { type BagInfo, rangesOf } from './bag-info.ts';
import { BAG, blobName } from './bag-names.ts';
import { ChainWalk, type WalkedChains } from './chain-walk.ts';
import { type CheckedBag, checkBag } from './check-bag.ts';
import { sealFault } from './check-seal.ts';
import { EventsDigest, readAgain } from './read-again.ts';
import { addressOf, readEvents } from './read-events.ts';
import { type Breathe, nextTurn } from './sum-entries.ts';
import { readZip } from './zip-reader.ts';

/** A bundle in which nothing is left to refuse. Its source stays open: close it when the events are read. */
export interface VerifiedBundle {
  /** Who carried it. In date and unrevoked or not: that is a remark, not a refusal. */
  readonly carrier: Certificate;
  readonly info: BagInfo;
  readonly digest: string;
  readonly paths: readonly LogPath[];
  readonly gaps: WalkedChains['gaps'];
  readonly count: number;
  /** Events that no seal inside covers. */
  readonly unsealed: number;
  /** Ids of those among them that are seals at the end of a path. */
  readonly waitingSeals: readonly string[];
  /** Blobs whose bytes are inside, sorted. */
  readonly blobs: readonly string[];
  /** Reads the events again, one by one; a fault, at the latest after the last, only where the file changed or went away meanwhile. */
  readonly events: () => Generator<Result<IncomingEvent>>;
  readonly openBlob: (blob: string) => ByteSource;
}

/**
 * Verifies a bundle whole. Refusal depends on its bytes and the authorities alone: no clock, no revocation list, nothing held here. Every fault
 * is a reason to refuse, but for those of the disk (io_failed, file_absent).
 */
export async function readBundle(
  zip: ByteSource,
  signers: Signers,
  breathe: Breathe = nextTurn,
): Promise<Result<VerifiedBundle>> {
  const entries = readZip(zip);
  if (!entries.ok) return entries;
  const bag = await checkBag(zip, entries.value, signers, breathe);
  if (!bag.ok) return bag;
  const { carrier, info, digest, blobs, open } = bag.value;
  const seen = new EventsDigest();
  const walked = await walkEvents(readEvents(open(BAG.log), open(BAG.bodies)), bag.value, seen, breathe);
  if (!walked.ok) return walked;
  const eventsDigest = seen.finish();
  const events = () => readAgain(open(BAG.log), open(BAG.bodies), eventsDigest);
  const { paths, gaps, unsealed, waitingSeals, events: count } = walked.value;
  const openBlob = (blob: string) => open(blobName(blob));
  return ok({ carrier, info, digest, paths, gaps, count, unsealed, waitingSeals, blobs, events, openBlob });
}

async function walkEvents(
  events: Iterable<Result<IncomingEvent>>,
  bag: CheckedBag,
  seen: EventsDigest,
  breathe: Breathe,
): Promise<Result<WalkedChains>> {
  const walk = new ChainWalk();
  const begins = new Set(bag.info.ranges.map((line) => line.split(' ').slice(0, 3).join(' ')));
  const unnamed = new Set(bag.blobs);
  let sinceBreath = 0;
  for (const event of events) {
    if (!event.ok) return event;
    const fault = checkPlace(walk, event.value, begins);
    if (fault) return fault;
    seen.add(event.value);
    for (const blob of event.value.header.blobs) unnamed.delete(blob);
    sinceBreath += event.value.headerText.length + event.value.bodyText.length;
    if (sinceBreath < SLICE_BYTES) continue;
    sinceBreath = 0;
    await breathe();
  }
  const [extra] = unnamed;
  if (extra !== undefined) return fail({ code: 'bundle_file_extra', file: blobName(extra) });
  return compareInfo(walk.finish(), bag);
}

/** One event among those before it. A path may begin only where the signed ranges say so: anything else is a broken chain. */
function checkPlace(walk: ChainWalk, event: IncomingEvent, begins: ReadonlySet<string>) {
  const { header } = event;
  const { log, seq, prev, type } = header;
  if (type === 'log.seal') {
    const fault = sealFault(event);
    if (fault) return fail(fault);
  }
  const place = walk.add(event.id, header);
  if (place === 'out-of-order') return malformed(BAG.log, `order at ${log} ${seq}`);
  const opens = type === 'log.open' && prev.startsWith(log);
  const broken = (seq === 1) !== (type === 'log.open') || (seq === 1 && !opens);
  if (broken || (place === 'begins' && !begins.has(`${log} ${seq} ${prev}`))) {
    return fail<Fault>({ code: 'chain_broken', ...addressOf(header) });
  }
  return null;
}

function compareInfo(walked: WalkedChains, { info, blobs }: CheckedBag): Result<WalkedChains> {
  if (walked.seals === 0) return fail({ code: 'unsealed' });
  if (rangesOf(walked.paths).join('\n') !== info.ranges.join('\n')) return malformed(BAG.info, 'ranges');
  if (logHashOf(walked.paths) !== info.logHash) return malformed(BAG.info, 'log hash');
  if (walked.events !== info.events) return malformed(BAG.info, 'number of events');
  return blobs.length === info.blobs ? ok(walked) : malformed(BAG.info, 'number of blobs');
}

const malformed = (file: string, detail: string) => fail<Fault>({ code: 'bundle_malformed', file, detail });
