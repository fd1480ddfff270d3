import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dice } from '../simulator/dice.ts';

// From the journal of `shim.c`: what could lie on the disk after a power cut at some moment. What was not synced is there, or not, or torn.

interface Entry {
  readonly kind: string;
  readonly path: string;
  readonly offset: number;
  readonly data: Buffer;
  /** Where the entry ends in the journal. */
  readonly end: number;
}

/** The changes of a journal in the order in which they were made. */
export function readJournal(path: string): Entry[] {
  const bytes = readFileSync(path);
  const entries: Entry[] = [];
  for (let at = 0; at + 15 <= bytes.length; ) {
    const kind = String.fromCharCode(bytes.readUInt8(at));
    const nameEnd = at + 15 + bytes.readUInt16LE(at + 1);
    const hasData = kind === 'W' || kind === 'R';
    const end = nameEnd + (hasData ? bytes.readUInt32LE(at + 11) : 0);
    const offset = Number(bytes.readBigUInt64LE(at + 3));
    entries.push({
      kind,
      path: bytes.toString('utf8', at + 15, nameEnd),
      offset,
      data: bytes.subarray(nameEnd, end),
      end,
    });
    at = end;
  }
  return entries;
}

/** The content of one file: what is durable, and what was written since. */
interface Content {
  durable: Buffer;
  pending: { readonly offset: number; readonly data: Buffer | null }[];
}

type Names = Map<string, Content | 'folder'>;
interface NameChange {
  readonly folder: string;
  readonly apply: (names: Names) => void;
}

/** A disk that forgets. */
export class ForgetfulDisk {
  /** As the program sees it. */
  readonly #seen: Names;
  readonly #durable: Names;
  #changes: NameChange[] = [];

  /** Begins with everything below a folder durable. */
  constructor(folder: string) {
    this.#seen = namesBelow(folder);
    this.#durable = new Map(this.#seen);
  }

  take({ kind, path, offset, data }: Entry): void {
    if (kind === 'W' || kind === 'T') {
      const file = this.#seen.get(path);
      if (file && file !== 'folder') file.pending.push({ offset, data: kind === 'W' ? Buffer.from(data) : null });
      return;
    }
    if (kind === 'S') this.#sync(path);
    else this.#rename(kind, path, data);
  }

  #rename(kind: string, path: string, data: Buffer): void {
    const to = data.toString('utf8');
    const made: Content = { durable: Buffer.alloc(0), pending: [] };
    const apply = {
      C: (names: Names) => void names.set(path, made),
      M: (names: Names) => void names.set(path, 'folder'),
      U: (names: Names) => void names.delete(path),
      R: (names: Names) => move(names, path, to),
    }[kind];
    if (!apply) throw new Error(`no such entry: ${kind}`);
    apply(this.#seen);
    this.#changes.push({ folder: dirname(kind === 'R' ? to : path), apply });
  }

  #sync(path: string): void {
    const found = this.#seen.get(path);
    if (found && found !== 'folder') {
      for (const change of found.pending) found.durable = written(found.durable, change.offset, change.data);
      found.pending = [];
      return;
    }
    for (const change of this.#changes) if (change.folder === path) change.apply(this.#durable);
    this.#changes = this.#changes.filter((change) => change.folder !== path);
  }

  /** Writes one of the images that a power cut now could leave: names of a folder change in order, contents in any. */
  leave(from: string, to: string, dice: Dice): void {
    const names = new Map(this.#durable);
    const folders = [...new Set(this.#changes.map((change) => change.folder))];
    for (const folder of folders) {
      const changes = this.#changes.filter((change) => change.folder === folder);
      for (const change of changes.slice(0, dice.below(changes.length + 1))) change.apply(names);
    }
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });
    for (const [path, content] of names) {
      const place = join(to, path.slice(from.length));
      if (content === 'folder') mkdirSync(place, { recursive: true });
      else {
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, remains(content, dice));
      }
    }
  }
}

const SECTOR = 512;

/** The durable bytes, and of each later change nothing, all, or some of its sectors. */
function remains({ durable, pending }: Content, dice: Dice): Buffer {
  let bytes = durable;
  const keep = dice.pick(['none', 'all', 'some']);
  for (const { offset, data } of keep === 'none' ? [] : pending) {
    if (keep === 'some' && dice.chance(0.4)) continue;
    if (keep === 'all' || !data || dice.chance(0.5)) bytes = written(bytes, offset, data);
    else
      for (let at = 0; at < data.length; at += SECTOR)
        if (dice.chance(0.5)) bytes = written(bytes, offset + at, data.subarray(at, at + SECTOR));
  }
  return bytes;
}

function written(bytes: Buffer, offset: number, data: Buffer | null): Buffer {
  if (!data)
    return offset <= bytes.length
      ? bytes.subarray(0, offset)
      : Buffer.concat([bytes, Buffer.alloc(offset - bytes.length)]);
  const longer = Buffer.alloc(Math.max(bytes.length, offset + data.length));
  bytes.copy(longer);
  data.copy(longer, offset);
  return longer;
}

/** A file or a folder with all that is below it. */
function move(names: Names, from: string, to: string): void {
  for (const [path, content] of [...names]) {
    if (path !== from && !path.startsWith(`${from}/`)) continue;
    names.delete(path);
    names.set(to + path.slice(from.length), content);
  }
}

function namesBelow(folder: string): Names {
  const names: Names = new Map([[folder, 'folder']]);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) names.set(path, 'folder');
    else names.set(path, { durable: readFileSync(path), pending: [] });
  }
  return names;
}
