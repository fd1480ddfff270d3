import type { EventRecord } from '../../db/record.ts';
import type { BlockPlace as Place } from '../../db/replay/evidence-source.ts';
import { type FoundBytes, type FoundLine, findBytes, findKept } from '../../db/replay/find-bytes.ts';
import { recordSource } from '../../db/replay/record-source.ts';
import type { DamagedBlock } from '../../db/replay/replay-session.ts';
import { holderOf } from '../../db/state/gaps.ts';
import { explainBytes } from '../../drivers/explain/explain-bytes.ts';
import { fromHex } from '../../drivers/framing/hex.ts';
import { driversOf } from '../../drivers/registry.ts';
import { settingWords } from '../../drivers/setting.words.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { BlockPlace, ByteLine, ReadingBytes } from '../ports/bytes-models.ts';
import type { Desk } from './desk.ts';
import { type FileRow, fileRow } from './file-row.ts';
import type { Some } from './methods.ts';

/** The bytes behind any reading, from this machine or from another. */
export function readingBytesHandlers(desk: Desk): Some<'readings/bytes'> {
  return {
    'readings/bytes': async ({ reading }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const file = await fileRow(record.value, reading);
      return ok(bytesOf(record.value, reading, file));
    },
  };
}

function bytesOf(record: EventRecord, reading: Reading, file: FileRow | null): ReadingBytes {
  const source = recordSource({ stores: record.stores, blobStore: record.blobs }, reading.instrument);
  const found = findBytes(source, reading);
  const kept = findKept(source, reading);
  const place = placeIn(record);
  if (file) return fileBytesOf(file, kept, place);
  const damaged = [...(Array.isArray(found) ? found : (found?.damaged ?? [])), ...kept.damaged];
  return {
    found: found === null || Array.isArray(found) ? { from: 'nowhere' } : lineBytesOf(found, place),
    kept: keptOf(kept, place),
    damaged: damaged.map((one) => damagedOf(one, place)),
  };
}

function fileBytesOf({ place, fault, ...row }: FileRow, kept: ReturnType<typeof findKept>, of: PlaceOf): ReadingBytes {
  const damaged = [...(fault ? [{ place, fault }] : []), ...kept.damaged].map((one) => damagedOf(one, of));
  const found: ReadingBytes['found'] = fault ? { from: 'nowhere' } : { from: 'file', ...row, block: of(place) };
  return { found, kept: keptOf(kept, of), damaged };
}

type PlaceOf = (place: Place) => BlockPlace;

function placeIn({ stores }: EventRecord): PlaceOf {
  return ({ event, log, seq, blob }) => {
    const row = stores.events.find(log, seq, event);
    return {
      blob,
      event,
      log,
      seq,
      sealed: row?.covered ?? false,
      status: row?.status ?? 'unsealed',
      device: holderOf(stores, log)?.principal ?? null,
    };
  };
}

const damagedOf = ({ place, fault }: DamagedBlock, of: PlaceOf) => ({ block: place && of(place), fault });

function keptOf({ isKept, place }: ReturnType<typeof findKept>, of: PlaceOf): ReadingBytes['kept'] {
  if (!isKept) return { where: 'nowhere' };
  return place ? { where: 'block', block: of(place) } : { where: 'tail' };
}

function lineBytesOf(found: FoundBytes, of: PlaceOf): ReadingBytes['found'] {
  const { driver: id, driverVersion: version, settings } = found.header;
  const [driver] = driversOf(id);
  const title = driver?.title ?? { zh: id, en: id };
  const nameOf = (key: string) => driver?.fields.find((field) => field.key === key)?.title ?? sharedName(key);
  const carried = found.lines.findLast(({ frame }) => frame !== null) ?? found.lines.at(-1);
  const { frame } = found;
  return {
    from: 'line',
    standing: found.fault ? null : found.standing,
    replayed: found.replayed,
    frame: frame === null ? null : { hex: frame, fields: [...explainBytes(id, 'rx', bytesIn(frame))] },
    lines: found.lines.map((line) => byteLineOf(line, id)),
    driver: { id, version, ...title },
    settings: Object.entries(settings).map(([key, value]) => ({ key, ...nameOf(key), value: String(value) })),
    block: carried?.place ? of(carried.place) : null,
    fault: found.fault,
  };
}

/** A setting that is no field of the driver's form: of the line, or answered by the wire. */
const sharedName = (key: string) =>
  Object.entries(settingWords).find(([name]) => name === key)?.[1] ?? { zh: key, en: key };

const bytesIn = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

function byteLineOf({ line, frame }: FoundLine, driver: string): ByteLine {
  const about = { n: line.n ?? null, wall: epochMs.parse(line.wall_ms), frame, fields: [], leftOut: null };
  if ('link' in line) return { ...about, mono: line.mono_ms, what: line.link, hex: '' };
  const mono = line.mono_first_ms;
  if ('left_out' in line) return { ...about, mono, what: 'leftOut', hex: '', leftOut: line.left_out.bytes };
  const fields = line.dir === 'tx' ? explainBytes(driver, 'tx', bytesIn(line.hex)) : [];
  return { ...about, mono, what: line.dir, hex: line.hex, fields: [...fields] };
}
