import { ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSource, SLICE_BYTES } from '../files/byte-source.ts';
import type { IncomingEvent } from '../merge/incoming.ts';
import type { Signers } from '../ssh/allowed-signers.ts';
import type { Certificate } from '../ssh/certificate.ts';
import type { LogPath } from '../state/log-paths.ts';
import type { BagInfo } from './bag-info.ts';
import { blobName } from './bag-names.ts';
import type { WalkedChains } from './chain-walk.ts';
import { type CheckedBag, checkBag } from './check-bag.ts';
import { EventJudge } from './judge-events.ts';
import { JudgedEvents } from './judged-events.ts';
import { type Breathe, nextTurn } from './sum-entries.ts';
import { readZip } from './zip-reader.ts';

/** A bundle whose carrier and files were judged, but not its events. Its source stays open: close it when all is read. */
export interface OpenBundle {
  readonly bag: CheckedBag;
  /** Who carried it. In date and unrevoked or not: that is a remark, not a refusal. */
  readonly carrier: Certificate;
  readonly info: BagInfo;
  readonly digest: string;
  /** Blobs whose bytes are inside, sorted. */
  readonly blobs: readonly string[];
  readonly openBlob: (blob: string) => ByteSource;
}

/** A bundle in which nothing is left to refuse. */
export interface VerifiedBundle extends OpenBundle {
  readonly paths: readonly LogPath[];
  readonly gaps: WalkedChains['gaps'];
  readonly count: number;
  /** Events that no seal inside covers. */
  readonly unsealed: number;
  /** Ids of those among them that are seals at the end of a path. */
  readonly waitingSeals: readonly string[];
  /** The events once more, to be taken in. */
  readonly judged: () => JudgedEvents;
  readonly events: () => Generator<Result<IncomingEvent>>;
}

/**
 * Judges all of a bundle but its events. Refusal depends on its bytes and the authorities alone: no clock, no revocation list, nothing held here.
 * Every fault is a reason to refuse, but for those of the disk (io_failed, file_absent).
 */
export async function openBundle(
  zip: ByteSource,
  signers: Signers,
  breathe: Breathe = nextTurn,
): Promise<Result<OpenBundle>> {
  const entries = readZip(zip);
  if (!entries.ok) return entries;
  const bag = await checkBag(zip, entries.value, signers, breathe);
  if (!bag.ok) return bag;
  const { carrier, info, digest, blobs, open } = bag.value;
  const openBlob = (blob: string) => open(blobName(blob));
  return ok({ bag: bag.value, carrier, info, digest, blobs, openBlob });
}

/** Verifies a bundle whole, as `openBundle` and every event in it. */
export async function readBundle(
  zip: ByteSource,
  signers: Signers,
  breathe: Breathe = nextTurn,
): Promise<Result<VerifiedBundle>> {
  const opened = await openBundle(zip, signers, breathe);
  return opened.ok ? judgeBundle(opened.value, breathe) : opened;
}

/** Judges every event of an open bundle. */
export async function judgeBundle(bundle: OpenBundle, breathe: Breathe = nextTurn): Promise<Result<VerifiedBundle>> {
  const judge = new EventJudge(bundle.bag);
  let sinceBreath = 0;
  for (const event of judge.events()) {
    if (!event.ok) break;
    sinceBreath += event.value.headerText.length + event.value.bodyText.length;
    if (sinceBreath < SLICE_BYTES) continue;
    sinceBreath = 0;
    await breathe();
  }
  const walked = await judge.conclude(breathe);
  if (!walked.ok) return walked;
  const { paths, gaps, unsealed, waitingSeals, events: count } = walked.value;
  const judged = () => new JudgedEvents(bundle.bag, judge.ids);
  return ok({ ...bundle, paths, gaps, count, unsealed, waitingSeals, judged, events: () => judged().events() });
}
