import type { EventHeader } from './event.ts';

const idList = '((?:"[0-9a-f]{64}"(?:,"[0-9a-f]{64}")*)?)';
const integer = '(0|-?[1-9][0-9]{0,14})'; // 15 digits are exact in a JS number; longer ones take the slow way
const count = '(0|[1-9][0-9]{0,14})';
const hex = (digits: number) => `([0-9a-f]{${digits}})`;

/** The canonical line of a header: its keys stand in one order and nothing in it needs an escape, so one expression says all of its shape. */
const headerLine = new RegExp(
  `^\\{"author":"((?:[0-9a-f]{32})?)","blobs":\\[${idList}\\],"body":"${hex(64)}","boot":"${hex(32)}","hlc":"${hex(16)}",` +
    `"log":"${hex(32)}","mono":${count},"prev":"${hex(64)}","seq":([1-9][0-9]{0,14}),` +
    `"subject":"((?:[a-z-]+/[0-9a-f]{32}/[A-Za-z0-9.:@_-]+)?)","supersedes":\\[${idList}\\],` +
    `"type":"([a-z]+(?:\\.[a-z-]+)*)","v":1,"wall":${integer}\\}$`,
);
const MAX_SUBJECT = 300;
const MAX_TYPE = 64;
const ID_STEP = 67; // quote, 64 digits, quote, comma

/** The ids of a list as it is printed; null where they are not in rising order. */
function idsOf(list: string): readonly string[] | null {
  const ids: string[] = [];
  let last = '';
  for (let at = 1; at < list.length; at += ID_STEP) {
    const id = list.slice(at, at + 64);
    if (id <= last) return null;
    ids.push(id);
    last = id;
  }
  return ids;
}

/**
 * The header in a canonical line, or null: then `eventHeader` decides. Says yes to exactly what the schema and the canonical form say
 * yes to (but for numbers beyond 15 digits), ten times as fast: it is asked once for every event of every bundle.
 */
export function readHeaderLine(line: string): EventHeader | null {
  const found = headerLine.exec(line);
  if (!found) return null;
  const [
    ,
    author = '',
    blobList = '',
    body = '',
    boot = '',
    hlc = '',
    log = '',
    mono,
    prev = '',
    seq,
    subject = '',
    list = '',
    type = '',
    wall,
  ] = found;
  const blobs = idsOf(blobList);
  const supersedes = idsOf(list);
  if (!blobs || !supersedes || subject.length > MAX_SUBJECT || type.length > MAX_TYPE) return null;
  // Every field was just seen to be what its brand says.
  return {
    ...{ author, blobs, body, boot, hlc, log, mono: Number(mono), prev, seq: Number(seq) },
    ...{ subject, supersedes, type, v: 1, wall: Number(wall) },
  } as EventHeader;
}
