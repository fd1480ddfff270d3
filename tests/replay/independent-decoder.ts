import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';

// Written from docs/record-format.md alone, with nothing of the product: what a court's expert would write in an afternoon.

export interface PlainReading {
  readonly channel: string;
  readonly gas: string;
  readonly unit: string | null;
  readonly wall: number;
  readonly mono_us: number;
  readonly boot: string;
  readonly quality: string;
  readonly said: string;
}

const QUALITIES = ['ok', 'warmup', 'calibrating', 'fault', 'over_range', 'under_range', 'invalid', 'missing', 'stale'];

/** The files of a ZIP whose entries are stored: the directory at the end says where they are. */
export function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extra, comment] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('ascii', at + 46, at + 46 + nameLength);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(name, zip.subarray(from, from + size));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

interface Announced {
  readonly type: string;
  readonly subject: string;
  readonly body: Record<string, unknown>;
}

/** The events, each line held to its hash, and each to the one before it. */
export function events(files: ReadonlyMap<string, Buffer>): Announced[] {
  const lines = (name: string) => String(files.get(name)).split('\n').slice(0, -1);
  const bodies = lines('data/bodies.ndjson');
  const last = new Map<string, string>();
  return lines('data/log.ndjson').map((line, index) => {
    const header = JSON.parse(line);
    const body = bodies[index] ?? '';
    if (sha256(body) !== header.body) throw new Error(`body of line ${index + 1}`);
    if (header.seq > 1 && last.get(header.log) !== header.prev) throw new Error(`chain at line ${index + 1}`);
    last.set(header.log, sha256(line));
    return { type: header.type, subject: header.subject, body: JSON.parse(body) };
  });
}

export function blob(files: ReadonlyMap<string, Buffer>, name: unknown): Buffer {
  const bytes = files.get(`data/blobs/${name}`);
  if (!bytes || sha256(bytes) !== name) throw new Error(`blob ${name}`);
  return bytes;
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

class Varints {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  unsigned(): number {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.#bytes.readUInt8(this.#at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(value);
    }
  }

  signed(): number {
    const value = BigInt(this.unsigned());
    return Number(value % 2n === 0n ? value / 2n : -(value + 1n) / 2n);
  }

  part(): Buffer {
    const length = this.unsigned();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

export function readBlock(bytes: Buffer): PlainReading[] {
  if (bytes.toString('ascii', 0, 4) !== 'JXB1') throw new Error('not a reading block');
  const parts = new Varints(zstdDecompressSync(bytes.subarray(4)));
  const head = JSON.parse(parts.part().toString('utf8'));
  const column = () => new Varints(parts.part());
  const [series, boot, wall, mono, quality] = [column(), column(), column(), column(), column()];
  const [decimals, mantissa] = [column(), column()];
  const last = new Map<number, number>();
  let [at, ticks] = [0, 0];
  return Array.from({ length: head.count }, () => {
    const index = series.unsigned();
    const { channel, gas, unit } = head.series[index];
    const bootOf = head.boots[boot.unsigned()];
    at += wall.signed();
    ticks += mono.signed();
    const word = QUALITIES[quality.unsigned()] ?? '';
    const places = decimals.unsigned();
    const about = { channel, gas, unit, wall: at, mono_us: ticks, boot: bootOf, quality: word };
    if (word !== 'ok') return { ...about, said: head.texts[places] };
    const number = mantissa.signed();
    if (places === 16) return { ...about, said: head.texts[number] };
    const whole = (last.get(index) ?? 0) + number;
    last.set(index, whole);
    return { ...about, said: decimal(whole, places) };
  });
}

function decimal(whole: number, places: number): string {
  const digits = String(Math.abs(whole)).padStart(places + 1, '0');
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return whole < 0 ? `-${text}` : text;
}

export interface PlainLine {
  readonly n: number;
  readonly wall_ms: number;
  readonly dir?: string;
  readonly hex?: string;
  readonly link?: string;
}

interface PlainCapture {
  readonly head: Record<string, unknown>;
  readonly lines: PlainLine[];
}

/** The raw captures of a bundle: the lines of each session in order, from all its blocks. */
export function captures(files: ReadonlyMap<string, Buffer>): Map<string, PlainCapture> {
  const sessions = new Map<string, PlainCapture>();
  for (const { type, body } of events(files)) {
    if (type !== 'raw.block') continue;
    const text = zstdDecompressSync(blob(files, body.blob)).toString('utf8');
    const [head, ...lines] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const known: PlainCapture = sessions.get(head.session) ?? { head, lines: [] };
    known.lines.push(...lines);
    sessions.set(head.session, known);
  }
  for (const { lines } of sessions.values()) lines.sort((a, b) => a.n - b.n);
  return sessions;
}
